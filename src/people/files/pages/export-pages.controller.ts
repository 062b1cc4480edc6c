import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { PurposeDto } from '../api/files.dto.js';
import { ExportFiles } from '../app/export-files.command.js';
import { exportWords } from './form-words.js';
import { ExportForm } from './forms.js';
import { exportPage } from './views/export-page.js';
import { kitOf, type Kit } from './views/kit.js';

/** A masked list for a spreadsheet. The reason is asked first, and every person on the list can read it. */
@Controller('export-files')
export class ExportPagesController {
  constructor(
    private readonly exporting: ExportFiles,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('files.export')
  @Page()
  ask(@Context() context: PageContext): PageAnswer {
    return exportPage(this.kit(context), {}, []);
  }

  @Post()
  @Requires('files.export')
  @Page()
  export(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: ExportForm): Promise<PageAnswer> {
    return this.forms.attempt(context, exportWords(this.kit(context)), async () => {
      const { purpose, reason } = await this.forms.read(PurposeDto, form);
      const { id, text } = await this.exporting.run(caller, purpose, reason, context.language);
      return { download: { name: `zhujiu-files-${id}.csv`, type: 'text/csv', text } };
    }, (faults: readonly FormFault[]) => exportPage(this.kit(context), form, faults));
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
