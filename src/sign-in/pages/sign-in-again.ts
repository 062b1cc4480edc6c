import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import type { RequestView, TurnedAwayForm, TurnedAwayFormRenderer } from '../../platform/http/index.js';
import { pageContext, renderPage } from '../../ui/index.js';
import { Arrival } from './arrival.js';
import { writeKept } from './kept-form.js';
import { signInPage } from './views/sign-in-page.js';

/** Never written into a page, not even into one that only the person sees: it has to be typed again. */
const SECRET = /password|passwd|current|secret|^code$/i;

/** The sign-in that comes in place of a form's answer when the session has ended: what was typed is in it. */
@Injectable()
export class SignInAgain implements TurnedAwayFormRenderer {
  constructor(
    private readonly arrival: Arrival,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  render({ path, fields }: TurnedAwayForm, view: RequestView): string {
    const context = pageContext(view, view.cookies, this.settings.site);
    const kept = writeKept({ path, fields: fields.filter(([name]) => !SECRET.test(name)) });
    return renderPage(context, { ...signInPage(context, { next: null, kept, contact: '', faults: [], after: 'ended', single: this.arrival.single }), status: 401 });
  }
}
