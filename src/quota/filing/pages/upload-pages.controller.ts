import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { ERROR_TEXTS, Produces, readMultipart, requestView, sentenceOf, statusOf, Upload, type ErrorTexts } from '../../../platform/http/index.js';
import { Context, Page, pageContext, renderFragment, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { DeclarationReach } from '../app/read-filing.query.js';
import { TakeRoster } from '../app/take-roster.command.js';
import { UploadRoster } from '../app/upload-roster.command.js';
import { isOpenForEmployer } from '../domain/declaration-states.js';
import { ImportQuery, SeenForm } from './forms.js';
import { PageQuestions } from './page-questions.js';
import { peopleView, uploadLimits } from './people-view.js';
import { ImportProgress, importPage } from './views/import-page.js';
import { kitOf } from './views/kit.js';

/** Refusals that the form itself can tell; whatever is wrong with the request is answered elsewhere. */
const isOfFile = (code: string): boolean => /^(?:upload\.file_|filing\.import\.queue_full|filing\.declaration\.closed)/.test(code);

/** A roster file: handed in, followed, taken over or let go. */
@Controller('filings/:id/uploads')
export class UploadPagesController {
  constructor(
    private readonly questions: PageQuestions,
    private readonly uploads: UploadRoster,
    private readonly taking: TakeRoster,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Post()
  @Requires('filings.write')
  @Upload()
  @Within(DeclarationReach)
  @Page()
  async send(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<PageAnswer> {
    try {
      await this.uploads.admit(caller, id);
      const { file } = await readMultipart(req, { file: 'file', fileLimit: this.settings.roster.maxUploadBytes, fields: {} }, (incoming) => this.uploads.receive(incoming));
      return { redirectTo: `/filings/${id}/uploads/${await this.uploads.run(caller, id, file.stored, context.language)}` };
    } catch (error) {
      if (!(error instanceof DomainError) || !isOfFile(error.code)) throw error;
      const refusal = error.code === 'upload.file_missing' ? kitOf(context).t('uploadNone') : (sentenceOf(this.texts, context.language, error.code, error.params) ?? error.code);
      const view = await peopleView(this.questions.showing, this.questions.reading, this.settings, { context, caller, id, query: {}, refusal });
      return { ...view, status: statusOf(error.code) };
    }
  }

  /** @throws DomainError filing.import.not_found */
  @Get(':importId')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string, @Query() { taken, ...query }: ImportQuery): Promise<PageAnswer> {
    const { filings, imports } = this.questions.reading;
    const head = await filings.head(caller, id);
    const file = await imports.find(caller, id, importId);
    const faults = await imports.rejections(caller, id, importId, query);
    const leaving = await imports.leaving(caller, file);
    const refusal = file.refusal === null ? null : (sentenceOf(this.texts, context.language, file.refusal.code, file.refusal.params) ?? file.refusal.code);
    return importPage(kitOf(context), { head, file, faults, leaving, scope: caller.scope, refusal, taken: taken === 'yes', mayWrite: caller.permissions.has('filings.write') && isOpenForEmployer(head.state), limits: uploadLimits(this.settings) });
  }

  /** The part of the page above that changes; the script asks for it. */
  @Get(':importId/progress')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiExcludeEndpoint()
  @Produces('text/html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  async progress(@TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<string> {
    const request = requestView(req, res);
    const context = pageContext(request, request.cookies);
    const { filings, imports } = this.questions.reading;
    return renderFragment(context, ImportProgress({ kit: kitOf(context), head: await filings.head(caller, id), file: await imports.find(caller, id, importId) }));
  }

  /** @throws DomainError filing.declaration.*, filing.import.* */
  @Post(':importId/take')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async take(@TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string, @Body() form: SeenForm): Promise<PageAnswer> {
    await this.taking.take(caller, id, importId, Number(form.version));
    return { redirectTo: `/filings/${id}/uploads/${importId}?taken=yes` };
  }

  /** @throws DomainError filing.declaration.*, filing.import.* */
  @Post(':importId/discard')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async discard(@TheCaller() caller: Caller, @Param('id') id: string, @Param('importId') importId: string): Promise<PageAnswer> {
    await this.taking.discard(caller, id, importId);
    return { redirectTo: `/filings/${id}/people` };
  }
}
