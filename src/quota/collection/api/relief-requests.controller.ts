import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ProducesAnything, Upload } from '../../../platform/http/index.js';
import { PublishReliefs } from '../app/publish-reliefs.command.js';
import { ReadRelief, ReliefReach } from '../app/read-relief.query.js';
import { Relief } from '../app/relief.command.js';
import { EVIDENCE_BYTES, ReliefEvidence } from '../app/relief-evidence.command.js';
import { ReliefDecisionDto, ReliefNoticeDto, ReliefsQueryDto, VersionDto } from './collection.dto.js';
import { createdSchema, fileSchema, reliefSchema, reliefsSchema } from './collection.schema.js';
import { dayAt, dayOrNull, moneyOrNull } from './read-input.js';
import { shownRelief } from './show.js';
import { wholeFile } from './whole-file.js';

type Made = { readonly id: string };

/** 减免缓缴 */
@ApiTags('relief')
@Controller('api/v1/relief-requests')
export class ReliefRequestsController {
  constructor(
    private readonly requests: ReadRelief,
    private readonly relief: Relief,
    private readonly evidence: ReliefEvidence,
    private readonly publishing: PublishReliefs,
  ) {}

  @Get()
  @Requires('relief.read')
  @ApiOperation({ operationId: 'listReliefRequests', summary: 'Requests for relief and deferral in your scope, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: reliefsSchema })
  async list(@TheCaller() caller: Caller, @Query() query: ReliefsQueryDto): Promise<object> {
    const page = await this.requests.list(caller, query.state ?? null, query);
    return { items: page.items.map(shownRelief), next: page.next };
  }

  /** @throws DomainError collection.relief.not_found */
  @Get(':id')
  @Requires('relief.read')
  @ApiOperation({ operationId: 'getReliefRequest', summary: 'One request with its grounds and papers' })
  @ApiOkResponse({ description: 'The request.', schema: reliefSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return shownRelief(await this.requests.find(caller, id));
  }

  /** @throws DomainError upload.*, collection.relief.* */
  @Post(':id/evidence')
  @Requires('relief.apply')
  @Within(ReliefReach)
  @Upload()
  @ApiOperation({ operationId: 'addReliefEvidence', summary: 'Add a paper: PDF, JPEG or PNG of at most 5 MiB' })
  @ApiBody({ schema: fileSchema })
  @ApiCreatedResponse({ description: 'Kept, sealed.', schema: createdSchema })
  async addEvidence(@TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<Made> {
    const { name, bytes } = await wholeFile(req, EVIDENCE_BYTES, () => undefined);
    return { id: await this.evidence.add(caller, id, name, bytes) };
  }

  /** @throws DomainError collection.relief.not_found */
  @Get(':id/evidence/:paperId')
  @Requires('relief.read')
  @ProducesAnything()
  @ApiOperation({ operationId: 'getReliefEvidence', summary: 'One paper; the look is logged' })
  @ApiOkResponse({ description: 'The file.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async paper(@TheCaller() caller: Caller, @Param('id') id: string, @Param('paperId') paperId: string): Promise<StreamableFile> {
    const { mediaType, bytes } = await this.evidence.open(caller, id, paperId);
    return new StreamableFile(bytes, { type: mediaType, disposition: 'attachment; filename="evidence"' });
  }

  /** @throws DomainError collection.relief.* */
  @Post(':id/withdraw')
  @HttpCode(204)
  @Requires('relief.apply')
  @Within(ReliefReach)
  @ApiOperation({ operationId: 'withdrawReliefRequest', summary: 'Take a request back before it is decided' })
  @ApiNoContentResponse({ description: 'Withdrawn.' })
  withdraw(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: VersionDto): Promise<void> {
    return this.relief.withdraw(caller, id, version);
  }

  /** @throws DomainError collection.relief.* */
  @Post(':id/forward')
  @HttpCode(204)
  @Requires('relief.forward')
  @Within(ReliefReach)
  @ApiOperation({ operationId: 'forwardReliefRequest', summary: 'Forward a request to the finance department' })
  @ApiNoContentResponse({ description: 'Forwarded.' })
  forward(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: VersionDto): Promise<void> {
    return this.relief.forward(caller, id, version);
  }

  /** @throws DomainError collection.relief.* */
  @Post(':id/decide')
  @HttpCode(204)
  @Requires('relief.decide')
  @Within(ReliefReach)
  @ApiOperation({ operationId: 'decideReliefRequest', summary: 'Enter the decision of the finance department' })
  @ApiNoContentResponse({ description: 'Entered; the employer is told.' })
  decide(@TheCaller() caller: Caller, @Param('id') id: string, @Body() body: ReliefDecisionDto): Promise<void> {
    const { version, outcome, document, decidedOn, amount, until } = body;
    return this.relief.decide(caller, id, version, { outcome, document, decidedOn: dayAt('decidedOn', decidedOn), amount: moneyOrNull('amount', amount), until: dayOrNull('until', until) });
  }

  /** @throws DomainError determinations.notice.* */
  @Post('publication')
  @Requires('relief.publish')
  @ApiOperation({ operationId: 'publishReliefs', summary: 'Publish the yearly list of reliefs and deferrals' })
  @ApiCreatedResponse({ description: 'The public notice.', schema: createdSchema })
  async publish(@TheCaller() caller: Caller, @Body() { regionCode: region, baseYear, closesOn }: ReliefNoticeDto): Promise<Made> {
    return { id: await this.publishing.run(caller, { regionCode: regionCode(region), baseYear, closesOn: dayOrNull('closesOn', closesOn) }) };
  }
}
