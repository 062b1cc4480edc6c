import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { serviceUrl, SETTINGS, type Settings } from '../../platform/config/index.js';
import { sessionEnd, type SessionEnd, type SessionTimes } from '../domain/session-limits.js';

const MINUTE_MS = 60_000;

/** What the settings say of sign-in: how long things hold, and whose word counts. */
@Injectable()
export class Times {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  officeCodeEnd(): Date {
    return this.in(this.settings.signIn.officeCodeHours * 60);
  }

  linkEnd(): Date {
    return this.in(this.settings.signIn.linkMinutes);
  }

  /** Address of the service for links in messages. */
  get publicUrl(): string {
    return serviceUrl(this.settings);
  }

  /** The provider asks for two factors itself. */
  get singleSignOnSuffices(): boolean {
    return this.settings.oidc.coversSecondFactor;
  }

  get linkMinutes(): number {
    return this.settings.signIn.linkMinutes;
  }

  get officeCodeHours(): number {
    return this.settings.signIn.officeCodeHours;
  }

  /** @param staff whether the session acts in a role of staff */
  sessionEnd(times: SessionTimes, staff: boolean): SessionEnd {
    const { publicIdleMinutes, staffIdleMinutes, sessionHours } = this.settings.signIn;
    return sessionEnd(times, { idleMinutes: staff ? staffIdleMinutes : publicIdleMinutes, absoluteMinutes: sessionHours * 60 });
  }

  /** From when a page warns of the end. */
  warning(end: SessionEnd): Date {
    return new Date(end.at.getTime() - this.settings.signIn.warnMinutes * MINUTE_MS);
  }

  private in(minutes: number): Date {
    return new Date(this.now().getTime() + minutes * MINUTE_MS);
  }
}
