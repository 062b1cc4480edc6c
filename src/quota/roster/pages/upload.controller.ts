import { setTimeout as pause } from 'node:timers/promises';
import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Public } from '../../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { clientAddress, readMultipart, statusOf, Upload } from '../../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { rawCaseOf, readDraft, typedOf, writeDraft, type LevyDraft } from '../../levy/index.js';
import { giveVisitorKey, visitorKeyOf } from '../api/visitor-key.js';
import { Rosters } from '../app/rosters.js';
import { VisitorKey } from '../infra/visitor-key.js';
import { RosterPageLaw } from './page-law.js';
import { rosterPath, type RosterPart } from './paths.js';
import { isRefusal, refusalSentence } from './refusals.js';
import { missingFacts, readUnit, typedUnit } from './unit-form.js';
import { gonePage } from './views/gone-page.js';
import { uploadPage } from './views/upload-page.js';
import type { UploadView } from './views/upload-view.js';

const BYTES_OF_MEGABYTE = 1_048_576;
/** Files up to this size are read within a moment. */
const SMALL_BYTES = 1_048_576;
const LOOKS = 15;
const LOOK_MS = 100;

/** Where a roster is handed in. */
@Controller('levy/roster')
export class RosterUploadController {
  constructor(
    private readonly rosters: Rosters,
    private readonly law: RosterPageLaw,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Public()
  @Page()
  show(@Context() context: PageContext, @Query('edit') edit: unknown, @Query('notice') notice: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const view = this.view(context, req, res);
    const open = edit === 'unit' || missingFacts(view.draft).length > 0;
    return uploadPage({
      ...view,
      unit: open ? { typed: typedUnit(view.draft, view.law), faults: [], choices: [] } : null,
      notice: notice === 'deleted' || notice === 'nothing' ? notice : null,
    });
  }

  /** The first step: the facts of the employer, kept in the draft of the journey. */
  @Post('unit')
  @Public()
  @Page()
  saveUnit(@Context() context: PageContext, @Body() body: unknown, @Req() req: Request, @Res({ passthrough: true }) res: Response): PageAnswer {
    const view = this.view(context, req, res);
    const typed = typedOf(body);
    const answer = readUnit(typed, view.draft, view.law);
    if (answer.kind === 'elsewhere') return { redirectTo: answer.goTo };
    if (answer.kind === 'faults') return uploadPage({ ...view, unit: { typed, faults: answer.faults, choices: answer.choices } });
    if (!writeDraft(req, res, answer.draft)) return uploadPage({ ...view, unit: { typed, faults: [], choices: [] }, refusal: refusalSentence('levy.page.draft_full', {}, context.variant) });
    return { redirectTo: '/levy/roster#upload' };
  }

  /** The second step. A file that is not taken is told on this page; whatever is wrong with the request itself is not. */
  @Post()
  @Public()
  @Upload()
  @Page()
  async send(@Context() context: PageContext, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    const view = this.view(context, req, res);
    const key = visitorKeyOf(req, res) ?? VisitorKey.make();
    try {
      const { id, bytes } = await this.take(view, key, req);
      giveVisitorKey(req, res, key, this.settings.roster.retentionMinutes);
      return { redirectTo: rosterPath(bytes > SMALL_BYTES ? 'status' : await this.whereTo(id, key), id) };
    } catch (error) {
      if (!(error instanceof DomainError) || !isRefusal(error.code)) throw error;
      const status = statusOf(error.code);
      return { ...uploadPage({ ...view, refusal: refusalSentence(error.code, error.params, context.variant) }), status };
    }
  }

  /** Why a file was not taken, with the way to hand in another. */
  @Get('refused/:id')
  @Public()
  @Page()
  async refused(@Context() context: PageContext, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<PageAnswer> {
    const view = this.view(context, req, res);
    try {
      const { refusal } = await this.rosters.job(id, visitorKeyOf(req, res));
      if (refusal === null) return { redirectTo: rosterPath('status', id) };
      return uploadPage({ ...view, refusal: refusalSentence(refusal.code, refusal.params, context.variant) });
    } catch (error) {
      if (error instanceof DomainError && error.code === 'roster.not_found') return gonePage(context, view.limits.minutes);
      throw error;
    }
  }

  /** @returns id of the job, and how large the file was */
  private async take({ draft, context }: UploadView, key: VisitorKey, req: Request): Promise<{ readonly id: string; readonly bytes: number }> {
    const address = clientAddress(req);
    const { file } = await this.rosters.receive(key, context.language, (store) => readMultipart(
      req,
      { file: 'file', fileLimit: this.settings.roster.maxUploadBytes, fields: {} },
      // Asked once the hidden token is checked, and before a byte of the file is kept.
      async (incoming) => {
        await this.rosters.admit(address);
        return store(incoming);
      },
    ));
    const { id } = await this.rosters.start(file.stored, key, JSON.stringify(rawCaseOf(asRoster(draft))), address);
    return { id, bytes: file.bytes };
  }

  /** Most rosters are read within a moment: then there is no need to look at their progress first. */
  private async whereTo(id: string, key: VisitorKey): Promise<RosterPart> {
    for (let looked = 0; looked < LOOKS; looked++) {
      const { state } = await this.rosters.job(id, key);
      if (state === 'done') return 'result';
      if (state !== 'queued' && state !== 'running') return 'refused';
      await pause(LOOK_MS);
    }
    return 'status';
  }

  private view(context: PageContext, req: Request, res: Response): UploadView {
    const law = this.law.get();
    const { maxRows, maxUploadBytes, retentionMinutes } = this.settings.roster;
    return {
      context, law,
      draft: readDraft(req, res, law.simulator.today),
      limits: { rows: maxRows, megabytes: Math.floor(maxUploadBytes / BYTES_OF_MEGABYTE), minutes: retentionMinutes },
      unit: null, refusal: null, notice: null,
    };
  }
}

/** The people come from the file, whatever the journey was told before. */
const asRoster = (draft: LevyDraft): LevyDraft => ({ ...draft, disabled: 'roster' });
