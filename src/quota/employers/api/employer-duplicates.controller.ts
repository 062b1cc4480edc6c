import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import { ReadDuplicates } from '../app/read-duplicates.query.js';
import { DuplicateReach, MergingReach } from '../app/reaches.js';
import { EmployerReach } from '../app/read-employers.query.js';
import { SettleDuplicate } from '../app/settle-duplicate.command.js';
import type { Duplicate } from '../infra/duplicates.repository.js';
import { DuplicatesQueryDto, MergeDto, OtherDto } from './employer-file.dto.js';
import { createdSchema, duplicateSchema, duplicatesSchema } from './employers.schema.js';

/** Employers that may be one; a person decides. */
@ApiTags('employers')
@Controller('api/v1')
export class EmployerDuplicatesController {
  constructor(
    private readonly duplicates: ReadDuplicates,
    private readonly settling: SettleDuplicate,
  ) {}

  @Get('employer-duplicates')
  @Requires('employers.merge')
  @ApiOperation({ operationId: 'listEmployerDuplicates', summary: 'Pairs in your scope that may be one, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: duplicatesSchema })
  list(@TheCaller() caller: Caller, @Query() query: DuplicatesQueryDto): Promise<ListPage<Duplicate>> {
    return this.duplicates.list(caller, query.state ?? 'proposed', query);
  }

  /** @throws DomainError employers.duplicate.not_found */
  @Get('employer-duplicates/:id')
  @Requires('employers.merge')
  @ApiOperation({ operationId: 'getEmployerDuplicate', summary: 'One pair' })
  @ApiOkResponse({ description: 'The pair.', schema: duplicateSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<Duplicate> {
    return this.duplicates.find(caller, id);
  }

  /** @throws DomainError employers.employer.not_found, employers.duplicate.itself */
  @Post('employers/:id/duplicates')
  @Requires('employers.merge')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'proposeEmployerDuplicate', summary: 'Say that another employer may be the same' })
  @ApiCreatedResponse({ description: 'Id of the pair.', schema: createdSchema })
  async propose(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { uscc }: OtherDto): Promise<{ readonly id: string }> {
    return { id: await this.settling.propose(caller, id, uscc) };
  }

  /** @throws DomainError employers.duplicate.*, employers.merge.* */
  @Post('employer-duplicates/:id/merge')
  @HttpCode(204)
  @Requires('employers.merge')
  @Within(DuplicateReach)
  @ApiOperation({ operationId: 'mergeEmployers', summary: 'They are one', description: 'Nothing moves: the other keeps its id, code, filings and history, and leads to the one that goes on. It can be undone.' })
  @ApiNoContentResponse({ description: 'Merged.' })
  merge(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { into }: MergeDto): Promise<void> {
    return this.settling.merge(caller, id, into);
  }

  /** @throws DomainError employers.duplicate.* */
  @Post('employer-duplicates/:id/different')
  @HttpCode(204)
  @Requires('employers.merge')
  @Within(DuplicateReach)
  @ApiOperation({ operationId: 'dismissEmployerDuplicate', summary: 'They are two' })
  @ApiNoContentResponse({ description: 'Noted; the pair is not proposed again.' })
  different(@TheCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.settling.different(caller, id);
  }

  /** @throws DomainError employers.merge.* */
  @Post('employer-merges/:id/undo')
  @HttpCode(204)
  @Requires('employers.merge')
  @Within(MergingReach)
  @ApiOperation({ operationId: 'undoEmployerMerge', summary: 'Undo a merging' })
  @ApiNoContentResponse({ description: 'Both stand by themselves again.' })
  async undo(@TheCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.settling.undo(caller, id);
  }
}
