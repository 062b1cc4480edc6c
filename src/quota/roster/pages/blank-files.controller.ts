import { Controller, Get, Header, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Produces, requestView } from '../../../platform/http/index.js';
import { exampleCsv, exampleWorkbook } from '../app/example.js';
import { templateCsv, templateWorkbook } from '../app/template.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv; charset=utf-8';

/** Files to begin with: the empty template and an example, in the language of the page that leads to them. */
@Controller('levy/roster')
export class RosterBlankFilesController {
  @Get('template.xlsx')
  @Public()
  @ApiExcludeEndpoint()
  @Produces(XLSX)
  async templateXlsx(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<StreamableFile> {
    const bytes = await templateWorkbook(requestView(req, res).language);
    return new StreamableFile(bytes, { type: XLSX, disposition: 'attachment; filename="zhujiu-roster-template.xlsx"' });
  }

  @Get('template.csv')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('text/csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="zhujiu-roster-template.csv"')
  templateCsv(@Req() req: Request, @Res({ passthrough: true }) res: Response): string {
    return templateCsv(requestView(req, res).language).toString('utf8');
  }

  @Get('example.xlsx')
  @Public()
  @ApiExcludeEndpoint()
  @Produces(XLSX)
  async exampleXlsx(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<StreamableFile> {
    const bytes = await exampleWorkbook(requestView(req, res).language);
    return new StreamableFile(bytes, { type: XLSX, disposition: 'attachment; filename="zhujiu-roster-example.xlsx"' });
  }

  @Get('example.csv')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('text/csv')
  @Header('Content-Type', CSV)
  @Header('Content-Disposition', 'attachment; filename="zhujiu-roster-example.csv"')
  exampleCsv(@Req() req: Request, @Res({ passthrough: true }) res: Response): string {
    return exampleCsv(requestView(req, res).language).toString('utf8');
  }
}
