import { Controller, Get, HttpCode, Inject, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import type { Request } from 'express';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { Produces, readMultipart, Upload } from '../../../platform/http/index.js';
import { ExportForPlatform } from '../app/export-platform.query.js';
import { ImportFromPlatform, type PlatformBalance } from '../app/import-platform.command.js';
import { DeclarationReach } from '../app/read-filing.query.js';
import { ReadPlatform } from '../app/read-platform.query.js';
import { UploadRoster } from '../app/upload-roster.command.js';
import { platformBalanceSchema, platformSchema, uploadSchema } from './filings.schema.js';
import { platformView } from './platform-view.js';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Beside the national platform: the list out, its word in, both sides held against each other. */
@ApiTags('filings')
@Controller('api/v1/filings/:id/platform')
export class FilingPlatformController {
  constructor(
    private readonly exporting: ExportForPlatform,
    private readonly importing: ImportFromPlatform,
    private readonly reading: ReadPlatform,
    private readonly uploads: UploadRoster,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'getFilingPlatform', summary: 'What the national platform has told, and every difference from the filing here' })
  @ApiOkResponse({ description: 'Both sides.', schema: platformSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return platformView(await this.reading.view(caller, id), caller.scope);
  }

  @Get('export')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Produces(XLSX)
  @ApiProduces(XLSX)
  @ApiOperation({ operationId: 'exportFilingForPlatform', summary: 'The list in the national platform’s fields, with whole numbers', description: '平台自己的文件没有见过，列名见 config/platform/fields.yaml。' })
  @ApiOkResponse({ description: 'A workbook.' })
  async export(@TheCaller() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.exporting.run(caller, id)), { type: XLSX, disposition: 'attachment; filename="platform-roster.xlsx"' });
  }

  /** @throws DomainError upload.*, filing.platform.*, sheets.file.*, sheets.table.* */
  @Post('files')
  @HttpCode(200)
  @Requires('filings.write')
  @Upload()
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'importFromPlatform', summary: 'Read a file of the platform: receipt, determination, lines; all of it or nothing' })
  @ApiBody({ schema: uploadSchema })
  @ApiOkResponse({ description: 'The balance of its rows.', schema: platformBalanceSchema })
  async import(@TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<PlatformBalance> {
    await this.uploads.admit(caller, id);
    const { file } = await readMultipart(req, { file: 'file', fileLimit: this.settings.roster.maxUploadBytes, fields: {} }, (incoming) => this.uploads.receive(incoming));
    return this.importing.run(caller, id, file.stored);
  }
}
