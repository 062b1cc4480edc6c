import { Body, Controller, Header, HttpCode, Param, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { NeverKept, Produces, requestView } from '../../../platform/http/index.js';
import { ExportFiles } from '../app/export-files.command.js';
import { FileReach } from '../app/read-files.query.js';
import { RevealFields, type Revealed } from '../app/reveal-fields.command.js';
import { PurposeDto, RevealDto } from './files.dto.js';
import { revealedSchema } from './files.schema.js';

const CSV = 'text/csv';

/** What leaves the mask: single values, and lists as files. */
@ApiTags('files')
@Controller('api/v1/files')
export class RevealsController {
  constructor(
    private readonly revealing: RevealFields,
    private readonly exporting: ExportFiles,
  ) {}

  /** @throws DomainError access.forbidden, files.file.not_found */
  @Post(':id/reveal')
  @HttpCode(200)
  @Requires('files.reveal')
  @Within(FileReach)
  @NeverKept('unmasked values; every look is logged anew')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'revealFields', summary: 'Open masked values for a reason. The look is logged first; the person can read who, when and why' })
  @ApiOkResponse({ description: 'The values.', schema: revealedSchema })
  reveal(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { fields, purpose, reason }: RevealDto): Promise<Revealed> {
    return this.revealing.run(caller, id, { fields, purpose, reason });
  }

  /** @throws DomainError files.export.too_large */
  @Post('exports')
  @HttpCode(200)
  @Requires('files.export')
  @Produces(CSV)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'exportFiles', summary: 'The files in your scope as a masked, watermarked list' })
  @ApiOkResponse({ description: 'UTF-8 with its mark.', content: { [CSV]: { schema: { type: 'string' } } } })
  async export(@TheCaller() caller: Caller, @Body() { purpose, reason }: PurposeDto, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<StreamableFile> {
    const { id, text } = await this.exporting.run(caller, purpose, reason, requestView(req, res).language);
    return new StreamableFile(Buffer.from(text), { type: `${CSV}; charset=utf-8`, disposition: `attachment; filename="zhujiu-files-${id}.csv"` });
  }
}
