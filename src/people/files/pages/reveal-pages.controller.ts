import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { RevealDto } from '../api/files.dto.js';
import { FileReach } from '../app/read-files.query.js';
import { RevealFields } from '../app/reveal-fields.command.js';
import { permissionsFor, revealFields } from '../domain/reveal.js';
import { revealWords } from './form-words.js';
import { RevealForm } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { revealedPage, revealPage } from './views/reveal-pages.js';

/** Opening masked values with a reason: a page to ask, and the values in the answer to its form. Needs no script. */
@Controller('files')
export class RevealPagesController {
  constructor(
    private readonly revealing: RevealFields,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get(':id/reveal')
  @Requires('files.reveal')
  @Within(FileReach)
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): PageAnswer {
    return this.form(context, caller, id, {}, []);
  }

  @Post(':id/reveal')
  @Requires('files.reveal')
  @Within(FileReach)
  @Page()
  reveal(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: RevealForm): Promise<PageAnswer> {
    return this.forms.attempt(context, revealWords(this.kit(context)), async () => {
      const { fields, purpose, reason } = await this.forms.read(RevealDto, { fields: chosenIn(form), purpose: form.purpose, reason: form.reason });
      return revealedPage(this.kit(context), id, await this.revealing.run(caller, id, { fields, purpose, reason }));
    }, (faults) => this.form(context, caller, id, form, faults));
  }

  private form(context: PageContext, caller: Caller, id: string, form: RevealForm, faults: readonly FormFault[]): PageAnswer {
    const fields = revealFields.filter((field) => permissionsFor([field]).every((permission) => caller.permissions.has(permission)));
    return revealPage(this.kit(context), { id, fields, chosen: chosenIn(form), purpose: form.purpose ?? '', reason: form.reason ?? '', faults });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}

const chosenIn = (form: RevealForm): readonly string[] => revealFields.filter((field) => form[`field_${field}`] !== undefined);
