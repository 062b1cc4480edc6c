import { Body, Controller, Get, Header, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ProducesAnything } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { bitsOfMonths, JudgementDto } from '../api/inspection.dto.js';
import { AnswerCase } from '../app/answer-case.command.js';
import { InspectCase } from '../app/inspect-case.command.js';
import { CaseReach, ReadInspections } from '../app/read-inspections.query.js';
import { judgeWords } from './form-words.js';
import { JudgementForm, monthsTyped, wholeTyped } from './forms.js';
import { judgePage } from './views/case-forms.js';
import { kitOf } from './views/kit.js';

/** Looking at one person that was drawn, and at the proofs. */
@Controller('inspection-cases/:id')
export class LinePagesController {
  constructor(
    private readonly inspections: ReadInspections,
    private readonly inspecting: InspectCase,
    private readonly answering: AnswerCase,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  /** @throws DomainError inspection.case.not_found */
  @Get('papers/:paperId')
  @Requires('inspections.see_cases')
  @ApiExcludeEndpoint()
  @ProducesAnything()
  @Header('Cache-Control', 'no-store')
  async paper(@TheCaller() caller: Caller, @Param('id') id: string, @Param('paperId') paperId: string): Promise<StreamableFile> {
    const { mediaType, bytes } = await this.answering.openPaper(caller, id, paperId);
    return new StreamableFile(bytes, { type: mediaType, disposition: 'attachment; filename="proof"' });
  }

  /** @throws DomainError inspection.case.not_found, inspection.line.not_found */
  @Get('lines/:lineId')
  @Requires('inspections.carry_out')
  @Page()
  look(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string): Promise<PageAnswer> {
    return this.one(context, caller, id, lineId, {}, []);
  }

  @Post('lines/:lineId')
  @Requires('inspections.carry_out')
  @Within(CaseReach)
  @Page()
  judge(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() form: JudgementForm): Promise<PageAnswer> {
    return this.forms.attempt(context, judgeWords(kitOf(context, this.policy.regions)), async () => {
      const { version, finding, reason, months } = await this.forms.read(JudgementDto, { version: wholeTyped(form.version), finding: form.finding, reason: form.reason === '' ? undefined : form.reason, months: monthsTyped(form) });
      await this.inspecting.judge(caller, id, version, lineId, { finding, reason: reason ?? null, refused: bitsOfMonths(months) });
      return { redirectTo: `/inspection-cases/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, lineId, form, faults));
  }

  private async one(context: PageContext, caller: Caller, id: string, lineId: string, typed: JudgementForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const detail = await this.inspections.case(caller, id);
    const line = detail.lines.find((one) => one.id === lineId);
    if (line === undefined) throw new DomainError('inspection.line.not_found');
    return judgePage(kitOf(context, this.policy.regions), detail, line, { typed, faults: faults.map((fault) => (['finding', 'months', 'reason'].includes(fault.field) ? fault : { ...fault, field: 'main-content' })) });
  }
}
