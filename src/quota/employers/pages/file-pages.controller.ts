import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto } from '../../../platform/http/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { EmployerFactsDto, HeadcountsDto } from '../api/employer-file.dto.js';
import { correctionOf } from '../api/inputs.js';
import { CorrectEmployer } from '../app/correct-employer.command.js';
import { DeclareHeadcounts } from '../app/declare-headcounts.command.js';
import { EmployerReach } from '../app/read-employers.query.js';
import { FileDesk } from './file-desk.js';
import { factsForm, factsInput, staffForm, staffInput } from './file-form-input.js';
import { atMonths, factsWords, staffWords } from './form-words.js';
import { FactsForm, HeadcountsForm, HeadcountsQuery } from './forms.js';
import { correctPage } from './views/file-forms.js';
import { headcountsPage, historyPage } from './views/headcounts-page.js';

/** The facts of an employer's file, its head-counts and its history. */
@Controller('employers/:id')
export class FilePagesController {
  constructor(
    private readonly desk: FileDesk,
    private readonly correcting: CorrectEmployer,
    private readonly declaring: DeclareHeadcounts,
    private readonly forms: FormFaults,
  ) {}

  /** @throws DomainError employers.employer.not_found */
  @Get('correct')
  @Requires('employers.correct')
  @Within(EmployerReach)
  @Page()
  async ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const file = await this.desk.files.file(caller, id);
    return correctPage(this.desk.kit(context), { file, typed: factsForm(file), faults: [], saved: false });
  }

  @Post('correct')
  @Requires('employers.correct')
  @Within(EmployerReach)
  @Page()
  correct(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: FactsForm): Promise<PageAnswer> {
    const kit = this.desk.kit(context);
    return this.forms.attempt(context, factsWords(kit), async () => {
      await this.correcting.run(caller, id, correctionOf(await this.forms.read(EmployerFactsDto, factsInput(form, this.desk.regions))));
      return { redirectTo: `/employers/${id}?saved=yes` };
    }, async (faults) => correctPage(kit, { file: await this.desk.files.file(caller, id), typed: form, faults, saved: false }));
  }

  /** @throws DomainError employers.employer.not_found, input.invalid */
  @Get('headcounts')
  @Requires('employers.read')
  @Within(EmployerReach)
  @Page()
  async headcounts(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() query: HeadcountsQuery): Promise<PageAnswer> {
    const asked = query.year ?? this.desk.lastYear();
    const year = /^20\d{2}$/.test(asked) ? asked : this.desk.lastYear();
    const faults = year === asked ? [] : [{ field: 'year', text: this.desk.kit(context).f('askYear') }];
    return this.year(context, caller, id, { typed: staffForm(year, await this.desk.files.headcounts(caller, id, Number(year))), asked, faults, saved: query.saved === 'yes' });
  }

  @Post('headcounts')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @Page()
  declare(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: HeadcountsForm): Promise<PageAnswer> {
    return this.forms.attempt(context, staffWords(this.desk.kit(context)), async () => {
      const { year, staff } = await this.forms.read(HeadcountsDto, { year: Number(form.year), staff: staffInput(form) });
      await this.declaring.run(caller, id, year, staff);
      return { redirectTo: `/employers/${id}/headcounts?year=${year}&saved=yes` };
    }, (faults) => this.year(context, caller, id, { typed: form, asked: form.year ?? '', faults: atMonths(this.desk.kit(context), form, faults), saved: false }));
  }

  /** @throws DomainError employers.employer.not_found */
  @Get('history')
  @Requires('employers.read')
  @Within(EmployerReach)
  @Page()
  async history(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return historyPage(this.desk.kit(context), await this.desk.files.file(caller, id), await this.desk.files.history(caller, id, query));
  }

  private async year(context: PageContext, caller: Caller, id: string, state: { readonly typed: HeadcountsForm; readonly asked: string; readonly faults: readonly FormFault[]; readonly saved: boolean }): Promise<PageAnswer> {
    return headcountsPage(this.desk.kit(context), { ...state, file: await this.desk.files.file(caller, id), year: state.typed.year ?? this.desk.lastYear(), mayKeep: caller.permissions.has('employers.keep') });
  }
}
