import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { CloseDto, FileChangeDto } from '../api/files.dto.js';
import { certificateOf } from '../api/inputs.js';
import { ChangeFile } from '../app/change-file.command.js';
import { FileReach, ReadFiles } from '../app/read-files.query.js';
import { changeWords, closingWords } from './form-words.js';
import { ChangeForm, ClosingForm } from './forms.js';
import { changePage, closePage } from './views/change-pages.js';
import { kitOf, type Kit } from './views/kit.js';

/** Changing the facts of a file, and closing it. */
@Controller('files')
export class ChangePagesController {
  constructor(
    private readonly files: ReadFiles,
    private readonly changing: ChangeFile,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  /** @throws DomainError files.file.not_found */
  @Get(':id/change')
  @Requires('files.change')
  @Within(FileReach)
  @Page()
  askChange(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.changeForm(context, caller, id, null, []);
  }

  @Post(':id/change')
  @Requires('files.change')
  @Within(FileReach)
  @Page()
  change(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: ChangeForm): Promise<PageAnswer> {
    return this.forms.attempt(context, changeWords(this.kit(context)), async () => {
      const { version, name, phone, address, preferred, certificate } = await this.forms.read(FileChangeDto, inputOf(form));
      if (name === undefined) throw new DomainError('input.invalid', {}, [{ pointer: '/name', code: 'input.required' }]);
      await this.changing.change(caller, id, version, { name, phone, address, preferred, certificate: certificate && certificateOf(certificate) });
      return { redirectTo: `/files/${id}?done=changed` };
    }, (faults) => this.changeForm(context, caller, id, form, faults));
  }

  /** @throws DomainError files.file.not_found */
  @Get(':id/close')
  @Requires('files.change')
  @Within(FileReach)
  @Page()
  askClosing(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.closingForm(context, caller, id, {}, []);
  }

  @Post(':id/close')
  @Requires('files.change')
  @Within(FileReach)
  @Page()
  close(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: ClosingForm): Promise<PageAnswer> {
    return this.forms.attempt(context, closingWords(this.kit(context)), async () => {
      const { version, reason } = await this.forms.read(CloseDto, { version: Number(form.version), reason: form.reason });
      await this.changing.close(caller, id, version, reason);
      return { redirectTo: `/files/${id}?done=closed` };
    }, (faults) => this.closingForm(context, caller, id, form, faults));
  }

  private async changeForm(context: PageContext, caller: Caller, id: string, typed: ChangeForm | null, faults: readonly FormFault[]): Promise<PageAnswer> {
    return changePage(this.kit(context), await this.files.find(caller, id), { typed, faults });
  }

  private async closingForm(context: PageContext, caller: Caller, id: string, typed: ClosingForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    return closePage(this.kit(context), await this.files.find(caller, id), { typed, faults });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}

/** What is left empty stays as it is; what is ticked to go is null. A new value counts more than the tick. */
function inputOf({ version, name, phone, address, preferred, certificate, remove_phone, remove_address }: ChangeForm): object {
  const orGone = (typed: string | undefined, gone: string | undefined): string | null | undefined => (!typed?.trim() && gone !== undefined ? null : typed);
  return {
    version: Number(version), name, phone: orGone(phone, remove_phone), address: orGone(address, remove_address), preferred,
    ...(certificate?.trim() ? { certificate: { number: certificate } } : {}),
  };
}
