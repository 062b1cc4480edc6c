import { Body, Controller, Get, Inject, Optional, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Public, TheCaller, type Caller } from '../../platform/access/index.js';
import { Context, Page, type PageAnswer } from '../http/page.js';
import { DISPLAY_COOKIE, formatDisplaySettings, standardDisplay, type DisplaySettings } from '../layout/display-settings.js';
import type { PageContext } from '../layout/page-context.js';
import { DisplayProfiles } from './display-profiles.js';
import { DisplayForm } from './display-form.js';
import { displayPage } from './display-page.js';
import { ownPath } from './own-path.js';

const YEAR_MILLISECONDS = 365 * 24 * 3600 * 1000;

@Controller('display')
export class DisplayController {
  constructor(@Optional() @Inject(DisplayProfiles) private readonly profiles: DisplayProfiles | null) {}

  @Get()
  @Public()
  @Page()
  show(@Context() context: PageContext, @Query('from') from: string | undefined, @Query('saved') saved: string | undefined): PageAnswer {
    return displayPage(context, { from: ownPath(from), saved: saved === 'yes' });
  }

  /** Kept for a year in a cookie that holds choices only; standard settings leave no cookie at all. Who is signed in has them in the profile too. */
  @Post()
  @Public()
  @Page()
  async save(@Body() form: DisplayForm, @TheCaller() caller: Caller | null, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<PageAnswer> {
    const words = formatDisplaySettings(form.reset === undefined ? settingsOf(form) : standardDisplay);
    const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.secure } as const;
    if (words === '') response.clearCookie(DISPLAY_COOKIE, cookie);
    else response.cookie(DISPLAY_COOKIE, words, { ...cookie, maxAge: YEAR_MILLISECONDS });
    if (caller !== null && caller.accountId !== null) await this.profiles?.keep(caller, words);
    const from = ownPath(form.from);
    return { redirectTo: `/display?saved=yes${from === null ? '' : `&from=${encodeURIComponent(from)}`}` };
  }
}

function settingsOf(form: DisplayForm): DisplaySettings {
  const options = form.options === undefined ? [] : [form.options].flat();
  return {
    text: form.text ?? standardDisplay.text,
    contrast: form.contrast ?? standardDisplay.contrast,
    wideSpacing: options.includes('wide'),
    easyRead: options.includes('easy'),
    readAloud: options.includes('read'),
    reduceMotion: options.includes('still'),
  };
}
