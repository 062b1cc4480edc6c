import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { ERROR_TEXTS, Produces, readMultipart, sentenceOf, statusOf, Upload, type ErrorTexts } from '../../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { XLSX } from '../api/filing-platform.controller.js';
import { PlatformFiles } from '../app/platform-files.js';
import { DeclarationReach } from '../app/read-filing.query.js';
import { ReadPlatform } from '../app/read-platform.query.js';
import { PlatformQuery } from './forms.js';
import { uploadLimits } from './people-view.js';
import { kitOf } from './views/kit.js';
import { platformPage } from './views/platform-page.js';

/** Refusals that the form itself can tell. */
const isOfFile = (code: string): boolean => /^(?:upload\.file_|sheets\.(?:file|table)\.|filing\.platform\.|filing\.import\.queue_full)/.test(code);

/** Beside the national platform: the list out, its word in, both sides held against each other. */
@Controller('filings/:id/platform')
export class PlatformPagesController {
  constructor(
    private readonly files: PlatformFiles,
    private readonly reading: ReadPlatform,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get()
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { read }: PlatformQuery): Promise<PageAnswer> {
    return this.view(context, caller, id, null, read === 'yes');
  }

  @Get('export')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiExcludeEndpoint()
  @Produces(XLSX)
  async export(@TheCaller() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.files.exporting.run(caller, id)), { type: XLSX, disposition: 'attachment; filename="platform-roster.xlsx"' });
  }

  @Post('files')
  @Requires('filings.write')
  @Upload()
  @Within(DeclarationReach)
  @Page()
  async send(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<PageAnswer> {
    try {
      await this.files.uploads.admit(caller, id);
      const { file } = await readMultipart(req, { file: 'file', fileLimit: this.settings.roster.maxUploadBytes, fields: {} }, (incoming) => this.files.uploads.receive(incoming));
      await this.files.importing.run(caller, id, file.stored);
      return { redirectTo: `/filings/${id}/platform?read=yes` };
    } catch (error) {
      if (!(error instanceof DomainError) || !isOfFile(error.code)) throw error;
      const refusal = error.code === 'upload.file_missing' ? kitOf(context).t('platformNone') : (sentenceOf(this.texts, context.language, error.code, error.params) ?? error.code);
      return { ...(await this.view(context, caller, id, refusal, false)), status: statusOf(error.code) };
    }
  }

  private async view(context: PageContext, caller: Caller, id: string, refusal: string | null, read: boolean): Promise<ReturnType<typeof platformPage>> {
    const view = await this.reading.view(caller, id);
    return platformPage(kitOf(context), { view, scope: caller.scope, refusal, read, mayWrite: caller.permissions.has('filings.write'), limits: uploadLimits(this.settings) });
  }
}
