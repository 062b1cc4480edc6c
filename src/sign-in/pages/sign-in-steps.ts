import { Injectable } from '@nestjs/common';
import type { PageAnswer } from '../../ui/index.js';

import { ContinueEnrolment } from '../app/continue-enrolment.command.js';
import type { Entered } from '../app/origin.js';
import { Arrival, type Exchange } from './arrival.js';
import { enrolmentPage } from './views/authenticator-pages.js';
import { secondFactorPage } from './views/code-pages.js';
import { query, type OnwardState } from './views/parts.js';

/**
 * What is shown after a first proof. What was typed into another page's form travels in hidden fields, so then the next
 * step is this very answer; else the browser is sent on.
 */
@Injectable()
export class SignInSteps {
  constructor(
    private readonly arrival: Arrival,
    private readonly enrolment: ContinueEnrolment,
  ) {}

  async after(exchange: Exchange, entered: Entered, onward: OnwardState): Promise<PageAnswer> {
    const step = entered.kind === 'step' ? entered : null;
    const shown = step?.step === 'enrolment' && onward.kept !== null ? await this.enrolment.begin(step.ticket) : null;
    return this.arrival.answer(exchange, entered, onward, (wanted) => {
      if (onward.kept === null) return { redirectTo: `${wanted === 'enrolment' ? '/sign-in/authenticator' : '/sign-in/second-factor'}${query({ next: onward.next })}` };
      return shown === null ? secondFactorPage(exchange.context, { ...onward, faults: [] }) : enrolmentPage(exchange.context, { ...onward, enrolment: shown, at: 'sign-in', faults: [] });
    });
  }
}
