import { Body, Controller, Get, HttpCode, Inject, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { PageQueryDto, readMultipart, Upload, type ListPage } from '../../../platform/http/index.js';
import { ChangeLines } from '../app/change-lines.command.js';
import { DeclarationReach } from '../app/read-filing.query.js';
import { FilingReading } from '../app/filing-reading.js';
import { TakeRoster, type TakenRoster } from '../app/take-roster.command.js';
import { UploadRoster } from '../app/upload-roster.command.js';
import type { Rejection } from '../infra/import.repository.js';
import { rejectionSentence } from '../texts.js';
import { LineDto, SeenDto } from './filings.dto.js';
import { importSchema, importsSchema, lineCreatedSchema, linesSchema, rejectionsSchema, takenSchema, uploadSchema } from './filings.schema.js';
import { lineOfInput } from './inputs.js';
import { checkedImportView, importView, lineView } from './views.js';

type LineView = ReturnType<typeof lineView>;
type ImportView = ReturnType<typeof importView>;
type CheckedImportView = ReturnType<typeof checkedImportView>;

/** Whom a filing claims: lines by file and by hand. */
@ApiTags('filings')
@Controller('api/v1/filings/:id')
export class FilingRostersController {
  constructor(
    private readonly reading: FilingReading,
    private readonly lines: ChangeLines,
    private readonly uploads: UploadRoster,
    private readonly taking: TakeRoster,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get('lines')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listFilingLines', summary: 'The people claimed, masked, each with the verdict on its months' })
  @ApiOkResponse({ description: 'A page.', schema: linesSchema })
  async list(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<ListPage<LineView>> {
    const { baseYear } = await this.reading.filings.head(caller, id);
    const { items, next } = await this.reading.lines.page(caller, id, null, query);
    return { items: items.map((line) => lineView(line, caller.scope, baseYear)), next };
  }

  /** @throws DomainError filing.declaration.*, filing.line.*, roster.row.* at their fields */
  @Post('lines')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'addFilingLine', summary: 'Claim one person by hand' })
  @ApiCreatedResponse({ description: 'Its id.', schema: lineCreatedSchema })
  async add(@TheCaller() caller: Caller, @Param('id') id: string, @Body() body: LineDto): Promise<{ readonly id: string }> {
    return { id: await this.lines.add(caller, id, body.version, lineOfInput(body)) };
  }

  /** @throws DomainError filing.declaration.*, filing.line.*, roster.row.* at their fields */
  @Patch('lines/:lineId')
  @HttpCode(204)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'changeFilingLine', summary: 'Say something else of one person' })
  @ApiNoContentResponse({ description: 'Changed.' })
  change(@TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() body: LineDto): Promise<void> {
    return this.lines.change(caller, id, body.version, lineId, lineOfInput(body));
  }

  /** @throws DomainError filing.declaration.*, filing.line.not_found */
  @Post('lines/:lineId/remove')
  @HttpCode(204)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'removeFilingLine', summary: 'Claim one person no longer' })
  @ApiNoContentResponse({ description: 'Removed.' })
  remove(@TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() { version }: SeenDto): Promise<void> {
    return this.lines.remove(caller, id, version, lineId);
  }

  /** @throws DomainError upload.*, filing.declaration.*, filing.import.queue_full */
  @Post('rosters')
  @HttpCode(202)
  @Requires('filings.write')
  @Upload()
  @Within(DeclarationReach)
  @ApiOperation({
    operationId: 'uploadFilingRoster', summary: 'Hand in a roster file: it is read and judged, and changes nothing until it is taken over',
    description: 'XLSX or CSV (UTF-8, GB18030), our template, the national platform’s columns or any order by header names. 文件只读取，不保存；确认以后才写入申报。',
  })
  @ApiBody({ schema: uploadSchema })
  @ApiAcceptedResponse({ description: 'The import; small files are checked already.', schema: importSchema })
  async upload(@TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<CheckedImportView> {
    await this.uploads.admit(caller, id);
    const { file } = await readMultipart(req, { file: 'file', fileLimit: this.settings.roster.maxUploadBytes, fields: {} }, (incoming) => this.uploads.receive(incoming));
    return this.checked(caller, id, await this.uploads.run(caller, id, file.stored, 'zh'));
  }

  @Get('rosters')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listFilingRosters', summary: 'Files that were handed in, the latest first' })
  @ApiOkResponse({ description: 'The latest.', schema: importsSchema })
  async imports(@TheCaller() caller: Caller, @Param('id') id: string): Promise<{ readonly items: readonly ImportView[] }> {
    return { items: (await this.reading.imports.list(caller, id)).map(importView) };
  }

  /** @throws DomainError filing.import.not_found */
  @Get('rosters/:importId')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'getFilingRoster', summary: 'How a file stands: rows read, the balance of rows, whom it takes off the list, why it was refused' })
  @ApiOkResponse({ description: 'The import.', schema: importSchema })
  import(@TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string): Promise<CheckedImportView> {
    return this.checked(caller, id, importId);
  }

  /** @throws DomainError filing.import.not_found */
  @Get('rosters/:importId/rejections')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listFilingRosterRejections', summary: 'Rows that were not accepted, each with line, column, code and a sentence' })
  @ApiOkResponse({ description: 'A page.', schema: rejectionsSchema })
  async rejections(@TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string, @Query() query: PageQueryDto): Promise<ListPage<Rejection & { readonly sentence: string }>> {
    await this.reading.imports.find(caller, id, importId);
    const { items, next } = await this.reading.imports.rejections(caller, id, importId, query);
    return { items: items.map((fault) => ({ ...fault, sentence: rejectionSentence(fault, 'zh') })), next };
  }

  /** @throws DomainError filing.declaration.*, filing.import.* */
  @Post('rosters/:importId/take')
  @HttpCode(200)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'takeFilingRoster', summary: 'Make the lines of the filing those of a checked file, all or nothing' })
  @ApiOkResponse({ description: 'Taken over.', schema: takenSchema })
  take(@TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string, @Body() { version }: SeenDto): Promise<TakenRoster> {
    return this.taking.take(caller, id, importId, version);
  }

  /** @throws DomainError filing.declaration.*, filing.import.* */
  @Post('rosters/:importId/discard')
  @HttpCode(204)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'discardFilingRoster', summary: 'Let a checked file go' })
  @ApiNoContentResponse({ description: 'Gone.' })
  discard(@TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string): Promise<void> {
    return this.taking.discard(caller, id, importId);
  }

  private async checked(caller: Caller, id: string, importId: string): Promise<CheckedImportView> {
    const file = await this.reading.imports.find(caller, id, importId);
    return checkedImportView(file, await this.reading.imports.leaving(caller, file), caller.scope);
  }
}
