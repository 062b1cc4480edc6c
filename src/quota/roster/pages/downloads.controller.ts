import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { Produces, requestView } from '../../../platform/http/index.js';
import { visitorKeyOf } from '../api/visitor-key.js';
import { Rosters } from '../app/rosters.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The result as files, in the language of the page that leads to them. */
@Controller('levy/roster')
export class RosterDownloadsController {
  constructor(private readonly rosters: Rosters) {}

  /** @throws DomainError roster.not_found, roster.result_not_found, or what the file was refused for */
  @Get('download/:id/zhujiu-roster.xlsx')
  @Public()
  @ApiExcludeEndpoint()
  @Produces(XLSX)
  async xlsx(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const workbook = await this.rosters.workbook(id, visitorKeyOf(req, res), requestView(req, res).language);
    await send(workbook, res, XLSX, 'zhujiu-roster.xlsx');
  }

  /** @throws as `xlsx` */
  @Get('download/:id/zhujiu-roster.json')
  @Public()
  @ApiExcludeEndpoint()
  @Produces('application/json')
  async json(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    await send(await this.rosters.document(id, visitorKeyOf(req, res)), res, 'application/json', 'zhujiu-roster.json');
  }
}

/** Streams an attachment; a reader who has gone ends the work. */
async function send(bytes: AsyncIterable<Uint8Array>, res: Response, type: string, name: string): Promise<void> {
  res.attachment(name);
  res.type(type);
  res.setHeader('Cache-Control', 'no-store');
  await pipeline(Readable.from(bytes, { objectMode: false }), res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
