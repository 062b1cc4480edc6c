import { Controller, Get, Header, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Produces, requestView } from '../../../platform/http/index.js';
import { templateCsv, templateWorkbook } from '../app/template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';

/** An empty roster with the columns of the contract. */
@ApiTags('levy')
@Controller('api/v1/levy')
export class RosterTemplatesController {
  @Get('roster-template.xlsx')
  @Public()
  @Produces(XLSX)
  @Header('Vary', 'Accept-Language')
  @ApiOperation({ operationId: 'rosterTemplateXlsx', summary: 'Template of a roster as XLSX' })
  @ApiOkResponse({ description: 'Header, lists to choose from, and a sheet that explains each column.', content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async workbook(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<StreamableFile> {
    const bytes = await templateWorkbook(requestView(req, res).language);
    return new StreamableFile(bytes, { type: XLSX, disposition: 'attachment; filename="zhujiu-roster-template.xlsx"' });
  }

  @Get('roster-template.csv')
  @Public()
  @Produces(CSV)
  @Header('Vary', 'Accept-Language')
  @ApiOperation({ operationId: 'rosterTemplateCsv', summary: 'Template of a roster as CSV' })
  @ApiOkResponse({ description: 'The header, in UTF-8 with its mark.', content: { [CSV]: { schema: { type: 'string' } } } })
  csv(@Req() req: Request, @Res({ passthrough: true }) res: Response): StreamableFile {
    return new StreamableFile(templateCsv(requestView(req, res).language), { type: `${CSV}; charset=utf-8`, disposition: 'attachment; filename="zhujiu-roster-template.csv"' });
  }
}
