/** When a session ends by itself. Instants of the service's clock. */
export type SessionTimes = {
  readonly openedAt: Date;
  /** Last call that was noted; at most `NOTED_EVERY_SECONDS` older than the last call. */
  readonly seenAt: Date;
};

export type SessionLimits = { readonly idleMinutes: number; readonly absoluteMinutes: number };

export type SessionEnd = { readonly at: Date; readonly because: 'idle' | 'absolute' };

/** A call is noted at most so often: a write with every page would cost more than the page. */
export const NOTED_EVERY_SECONDS = 60;

const MINUTE_MS = 60_000;

/** The idle time counts from the last call that may have gone unnoted, so nobody loses a second of what was promised. */
export function sessionEnd({ openedAt, seenAt }: SessionTimes, { idleMinutes, absoluteMinutes }: SessionLimits): SessionEnd {
  const idle = seenAt.getTime() + idleMinutes * MINUTE_MS + NOTED_EVERY_SECONDS * 1000;
  const absolute = openedAt.getTime() + absoluteMinutes * MINUTE_MS;
  return idle < absolute ? { at: new Date(idle), because: 'idle' } : { at: new Date(absolute), because: 'absolute' };
}

export const isNotedAgain = (seenAt: Date, now: Date): boolean => now.getTime() - seenAt.getTime() >= NOTED_EVERY_SECONDS * 1000;
