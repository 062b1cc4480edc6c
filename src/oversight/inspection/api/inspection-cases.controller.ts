import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, ProducesAnything, Upload, type ListPage } from '../../../platform/http/index.js';
import { AnswerCase, PAPER_BYTES } from '../app/answer-case.command.js';
import { InspectCase } from '../app/inspect-case.command.js';
import { CaseReach, ReadInspections } from '../app/read-inspections.query.js';
import type { CaseHead } from '../infra/case.repository.js';
import { bitsOfMonths, CaseVersionDto, CaseDecisionDto, DefenceDto, JudgementDto, ProposalDto } from './inspection.dto.js';
import { caseSchema, casesSchema, createdSchema, fileSchema } from './inspection.schema.js';
import { shownHeads } from './inspections.controller.js';
import { dayOf, paperIn, shownCase } from './show.js';

/** One filing that was drawn: proofs, finding, defence, decision. */
@ApiTags('inspection')
@Controller('api/v1/inspection-cases')
export class InspectionCasesController {
  constructor(
    private readonly inspections: ReadInspections,
    private readonly inspecting: InspectCase,
    private readonly answering: AnswerCase,
  ) {}

  @Get()
  @Requires('inspections.see_cases')
  @ApiOperation({ operationId: 'listInspectionCases', summary: 'Cases whose employers were asked, the latest first; an employer sees its own' })
  @ApiOkResponse({ description: 'A page.', schema: casesSchema })
  async list(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<Omit<CaseHead, 'proposedBy'>>> {
    return shownHeads(await this.inspections.cases(caller, query));
  }

  /** @throws DomainError inspection.case.not_found */
  @Get(':id')
  @Requires('inspections.see_cases')
  @ApiOperation({ operationId: 'getInspectionCase', summary: 'One case with its lines, proofs and steps' })
  @ApiOkResponse({ description: 'The case.', schema: caseSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return shownCase(await this.inspections.case(caller, id));
  }

  /** @throws DomainError upload.*, inspection.paper.*, inspection.case.*, inspection.line.not_found */
  @Post(':id/papers')
  @Requires('inspections.answer')
  @Within(CaseReach)
  @Upload()
  @ApiOperation({ operationId: 'addInspectionPaper', summary: 'Hand in a proof: PDF, JPEG or PNG of at most 5 MiB' })
  @ApiBody({ schema: fileSchema })
  @ApiCreatedResponse({ description: 'Kept, sealed.', schema: createdSchema })
  async addPaper(@TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<{ readonly id: string }> {
    const { name, bytes, lineId } = await paperIn(req, PAPER_BYTES, () => undefined);
    return { id: await this.answering.addPaper(caller, id, lineId, name, bytes) };
  }

  /** @throws DomainError inspection.case.not_found */
  @Get(':id/papers/:paperId')
  @Requires('inspections.see_cases')
  @ProducesAnything()
  @ApiOperation({ operationId: 'getInspectionPaper', summary: 'One proof; the look is logged' })
  @ApiOkResponse({ description: 'The file.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async paper(@TheCaller() caller: Caller, @Param('id') id: string, @Param('paperId') paperId: string): Promise<StreamableFile> {
    const { mediaType, bytes } = await this.answering.openPaper(caller, id, paperId);
    return new StreamableFile(bytes, { type: mediaType, disposition: 'attachment; filename="proof"' });
  }

  /** @throws DomainError inspection.case.* */
  @Post(':id/answer')
  @HttpCode(204)
  @Requires('inspections.answer')
  @Within(CaseReach)
  @ApiOperation({ operationId: 'answerInspection', summary: 'All proofs are handed in' })
  @ApiNoContentResponse({ description: 'Answered.' })
  answer(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: CaseVersionDto): Promise<void> {
    return this.answering.answer(caller, id, version);
  }

  /** @throws DomainError inspection.case.*, inspection.line.* */
  @Put(':id/lines/:lineId')
  @HttpCode(204)
  @Requires('inspections.carry_out')
  @Within(CaseReach)
  @ApiOperation({ operationId: 'judgeInspectionLine', summary: 'What was found of one person that was drawn' })
  @ApiNoContentResponse({ description: 'Kept.' })
  judge(@TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() { version, finding, reason, months }: JudgementDto): Promise<void> {
    return this.inspecting.judge(caller, id, version, lineId, { finding, reason: reason ?? null, refused: bitsOfMonths(months) });
  }

  /** @throws DomainError inspection.case.* */
  @Post(':id/clear')
  @HttpCode(204)
  @Requires('inspections.carry_out')
  @Within(CaseReach)
  @ApiOperation({ operationId: 'clearInspection', summary: 'Close a case in which everything was confirmed' })
  @ApiNoContentResponse({ description: 'Closed.' })
  clear(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: CaseVersionDto): Promise<void> {
    return this.inspecting.clear(caller, id, version);
  }

  /** @throws DomainError inspection.case.*, inspection.due_past */
  @Post(':id/propose')
  @HttpCode(204)
  @Requires('inspections.carry_out')
  @Within(CaseReach)
  @ApiOperation({ operationId: 'proposeFinding', summary: 'Propose a finding; the employer can state its defence' })
  @ApiNoContentResponse({ description: 'Proposed.' })
  propose(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, grounds, dueOn }: ProposalDto): Promise<void> {
    return this.inspecting.propose(caller, id, version, grounds, dayOf('dueOn', dueOn));
  }

  /** @throws DomainError inspection.case.* */
  @Post(':id/defend')
  @HttpCode(204)
  @Requires('inspections.answer')
  @Within(CaseReach)
  @ApiOperation({ operationId: 'defendInspection', summary: 'The employer’s statement and defence' })
  @ApiNoContentResponse({ description: 'Kept.' })
  defend(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, defence }: DefenceDto): Promise<void> {
    return this.answering.defend(caller, id, version, defence);
  }

  /** @throws DomainError inspection.case.* */
  @Post(':id/decide')
  @HttpCode(204)
  @Requires('inspections.decide')
  @Within(CaseReach)
  @ApiOperation({ operationId: 'decideInspection', summary: 'Confirm or drop a proposed finding, by somebody else than who proposed it' })
  @ApiNoContentResponse({ description: 'Decided.' })
  decide(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, outcome, decision }: CaseDecisionDto): Promise<void> {
    return this.inspecting.decide(caller, id, version, outcome, decision);
  }
}
