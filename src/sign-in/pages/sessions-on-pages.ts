import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { SessionViews, type SessionView } from '../../ui/index.js';
import { profileDisplayOf, sessionEndOf } from '../app/session-callers.js';
import { Times } from '../app/times.js';

const SECOND_MS = 1_000;

/** What every page shows of the session that it is seen in. */
@Injectable()
export class SessionsOnPages extends SessionViews {
  constructor(private readonly times: Times) {
    super();
  }

  of(request: Request): SessionView | null {
    const end = sessionEndOf(request);
    if (end === undefined) return null;
    return {
      display: profileDisplayOf(request),
      secondsLeft: Math.floor((end.at.getTime() - this.times.now().getTime()) / SECOND_MS),
      warnSeconds: Math.floor((end.at.getTime() - this.times.warning(end).getTime()) / SECOND_MS),
    };
  }
}
