import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { renewFormToken } from '../../platform/http/index.js';
import type { PageAnswer, PageContext } from '../../ui/index.js';
import type { Entered } from '../app/origin.js';
import { FIRST_PAGE, nextPath } from '../domain/next-path.js';
import { giveDeviceCookie, giveSessionCookie, giveTicketCookie, takeTicketCookie } from '../infra/cookies.js';
import type { Onward } from './forms.js';
import { readKept } from './kept-form.js';
import { continuePage } from './views/continue-page.js';
import { query, type OnwardState } from './views/parts.js';

/** A request and its answer, for what cookies need. */
export type Exchange = { readonly request: Request; readonly response: Response; readonly context: PageContext };

export const onwardOf = ({ next, kept }: Onward): OnwardState => ({ next: nextPath(next), kept: readKept(kept) === null ? null : (kept ?? null) });

/** What a page answers once somebody has got one step further with signing in. */
@Injectable()
export class Arrival {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** Name of the single sign-on for the sign-in page; null where there is none. */
  get single(): string | null {
    return this.settings.oidc.issuer === null ? null : this.settings.oidc.name;
  }

  get linkMinutes(): number {
    return this.settings.signIn.linkMinutes;
  }

  /** The next step, or into the service. */
  answer(exchange: Exchange, entered: Entered, onward: OnwardState, nextStep: (step: 'second_factor' | 'enrolment', ticket: string) => PageAnswer): PageAnswer {
    const { request, response } = exchange;
    if (entered.kind === 'step') {
      giveTicketCookie(request, response, entered.ticket);
      return nextStep(entered.step, entered.ticket);
    }
    this.open(exchange, entered);
    return this.inside(exchange, onward, entered.mustChoose);
  }

  /** The session's cookie, and a new form key: what was known of the old one before the sign-in is worth nothing after it. */
  open({ request, response }: Exchange, entered: Extract<Entered, { kind: 'session' }>): void {
    giveSessionCookie(request, response, entered.token);
    if (entered.deviceToken !== null) giveDeviceCookie(request, response, entered.deviceToken);
    takeTicketCookie(request, response);
    renewFormToken(request, response, entered.token);
  }

  inside({ context }: Exchange, onward: OnwardState, mustChoose: boolean): PageAnswer {
    const kept = readKept(onward.kept ?? undefined);
    if (mustChoose && kept === null) return { redirectTo: `/account/role${query({ next: onward.next })}` };
    if (kept !== null) return continuePage(context, kept, onward.next ?? FIRST_PAGE);
    return { redirectTo: onward.next ?? FIRST_PAGE };
  }
}
