import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { clientAddress, Produces, readMultipart, requestView, Upload } from '../../../platform/http/index.js';
import { Rosters } from '../app/rosters.js';
import { VisitorKey } from '../infra/visitor-key.js';
import { jobView, ROSTERS_PATH, type JobView } from './job-view.js';
import { jobSchema, rosterResultSchema, uploadSchema } from './roster.schema.js';
import { giveVisitorKey, KEY_HEADER, takeVisitorKeyBack, visitorKeyOf } from './visitor-key.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CASE_BYTES = 262_144;
const keyHeader = { name: KEY_HEADER, required: false, description: '上传时返回的密钥；浏览器用 Cookie，不必写。 The key from the answer to the upload; browsers send it as a cookie.' };
const idParam = { name: 'id', description: 'From the answer to the upload.', schema: { type: 'string' as const, format: 'uuid' } };

/** A roster in, an explained levy out, for anyone; kept for minutes, under a key that only the caller has. */
@ApiTags('levy')
@Controller(ROSTERS_PATH.slice(1))
export class RostersController {
  constructor(
    private readonly rosters: Rosters,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws DomainError upload.*, roster.*, levy.* */
  @Post()
  @HttpCode(202)
  @Public()
  @Upload()
  @ApiOperation({
    operationId: 'uploadRoster',
    summary: 'Upload a roster and its case; the levy is worked out in the background',
    description: '文件和结果最多保留 30 分钟，加密保存，密钥只在您手里。再次上传会代替前一份。 File and result are kept at most 30 minutes, encrypted under a key that only the caller holds; a further upload with the same key takes their place.',
  })
  @ApiHeader(keyHeader)
  @ApiBody({ schema: uploadSchema })
  @ApiAcceptedResponse({ description: 'The job, and the key under which to ask for it.', schema: jobSchema(true) })
  async upload(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<JobView & { readonly key: string }> {
    const key = visitorKeyOf(req, res) ?? VisitorKey.make();
    const address = clientAddress(req);
    const { language } = requestView(req, res);
    const { maxUploadBytes, retentionMinutes } = this.settings.roster;
    const { fields, file } = await this.rosters.receive(key, language, (store) =>
      readMultipart(req, { file: 'file', fileLimit: maxUploadBytes, fields: { case: { maxBytes: CASE_BYTES, required: true } } }, async (incoming) => {
        // Asked before a byte of the file is kept, and not before the form is known to be ours.
        await this.rosters.admit(address);
        return store(incoming);
      }));
    const job = await this.rosters.start(file.stored, key, fields.case ?? '', address);
    giveVisitorKey(req, res, key, retentionMinutes);
    const view = jobView(job, language);
    res.setHeader('Location', view.self);
    res.setHeader('Cache-Control', 'no-store');
    return { ...view, key: key.reveal() };
  }

  @Get(':id')
  @Public()
  @ApiOperation({ operationId: 'rosterJob', summary: 'How an upload stands: place in the queue, progress, refusal' })
  @ApiHeader(keyHeader)
  @ApiParam(idParam)
  @ApiOkResponse({ description: 'The job.', schema: jobSchema(false) })
  async job(@Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<JobView> {
    res.setHeader('Cache-Control', 'no-store');
    return jobView(await this.rosters.job(id, visitorKeyOf(req, res)), requestView(req, res).language);
  }

  /** @throws DomainError roster.not_found, roster.result_not_found, or what the file was refused for */
  @Get(':id/result')
  @Public()
  @ApiOperation({ operationId: 'rosterResult', summary: 'The case result with the balance of rows, faults and person-months', description: '试算，以税务机关核定为准。 A trial sum: the tax authority’s assessment stands.' })
  @ApiHeader(keyHeader)
  @ApiParam(idParam)
  @ApiOkResponse({ description: 'What `zhujiu roster` prints for the same file and case.', schema: rosterResultSchema })
  async result(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const document = await this.rosters.document(id, visitorKeyOf(req, res));
    res.type('application/json');
    await send(document, res);
  }

  @Get(':id/result.xlsx')
  @Public()
  @Produces(XLSX)
  @ApiOperation({ operationId: 'rosterWorkbook', summary: 'The result as a spreadsheet' })
  @ApiHeader(keyHeader)
  @ApiParam(idParam)
  @ApiOkResponse({ description: 'Statement, rows not accepted, person by month.', content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  async workbook(@Param('id') id: string, @Req() req: Request, @Res() res: Response): Promise<void> {
    const workbook = await this.rosters.workbook(id, visitorKeyOf(req, res), requestView(req, res).language);
    res.type(XLSX);
    res.attachment('zhujiu-roster.xlsx');
    await send(workbook, res);
  }

  @Delete(':id')
  @HttpCode(204)
  @Public()
  @ApiOperation({ operationId: 'deleteRoster', summary: 'Delete file and result now' })
  @ApiHeader(keyHeader)
  @ApiParam(idParam)
  @ApiNoContentResponse({ description: 'Deleted.' })
  async remove(@Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<void> {
    await this.rosters.remove(id, visitorKeyOf(req, res));
    takeVisitorKeyBack(req, res);
  }
}

/** Streams an answer; a caller who has gone ends the work. */
async function send(bytes: AsyncIterable<Uint8Array>, res: Response): Promise<void> {
  res.setHeader('Cache-Control', 'no-store');
  await pipeline(Readable.from(bytes, { objectMode: false }), res).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
