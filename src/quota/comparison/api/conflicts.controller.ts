import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import { ConflictReach, ReadConflicts } from '../app/read-conflicts.query.js';
import { SettleConflict } from '../app/settle-conflict.command.js';
import { ConflictsQueryDto, SettlementDto, type AwardDto } from './comparison.dto.js';
import { conflictSchema, conflictsSchema } from './comparison.schema.js';
import { conflictHeadView, conflictView } from './views.js';

/** Months of one person that several employers claim, or that a dispatch agreement of one side only tells of. */
@ApiTags('comparison')
@Controller('api/v1/conflicts')
export class ConflictsController {
  constructor(
    private readonly conflicts: ReadConflicts,
    private readonly settling: SettleConflict,
  ) {}

  @Get()
  @Requires('conflicts.read')
  @ApiOperation({ operationId: 'listConflicts', summary: 'Conflicts of filings in your scope, the oldest first' })
  @ApiOkResponse({ description: 'A page.', schema: conflictsSchema })
  async list(@TheCaller() caller: Caller, @Query() query: ConflictsQueryDto): Promise<ListPage<object>> {
    const { items, next } = await this.conflicts.list(caller, query.state ?? 'open', query.filing ?? null, query);
    return { items: items.map(conflictHeadView), next };
  }

  /** @throws DomainError comparison.conflict.not_found */
  @Get(':id')
  @Requires('conflicts.read')
  @ApiOperation({ operationId: 'getConflict', summary: 'One conflict with what each side claims and can show' })
  @ApiOkResponse({ description: 'The conflict.', schema: conflictSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return conflictView(await this.conflicts.open(caller, id));
  }

  /** @throws DomainError comparison.conflict.* */
  @Post(':id/settle')
  @HttpCode(204)
  @Requires('conflicts.settle')
  @Within(ConflictReach)
  @ApiOperation({ operationId: 'settleConflict', summary: 'Decide with whom contested months count' })
  @ApiNoContentResponse({ description: 'Settled; the clerks of every side are told.' })
  settle(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, awards, reason, words }: SettlementDto): Promise<void> {
    return this.settling.run(caller, id, { version, awards: awards === undefined ? null : awards.map(awardOf), reason, words: words ?? null });
  }
}

const awardOf = ({ uscc, months }: AwardDto) => ({ uscc, months: months.reduce((mask, month) => mask | (1 << (month - 1)), 0) });
