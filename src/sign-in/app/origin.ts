import type { SessionKind, SignInMethod } from '../infra/session-store.js';

/** Where a sign-in comes from. */
export type Origin = {
  readonly kind: SessionKind;
  /** Address or network of the caller. Personal data: it is kept as a keyed digest only. */
  readonly network: string;
  /** The browser's lasting cookie; null where there is none that could be ours. */
  readonly deviceToken: string | null;
  /** Program and system in a few words. */
  readonly deviceName: string;
};

/** What a proof led to: a session, or the step that is still wanted. */
export type Entered =
  | {
    readonly kind: 'session';
    readonly accountId: string;
    readonly sessionId: string;
    /** For cookie or header; nowhere else afterwards. */
    readonly token: string;
    /** For the browser's lasting cookie; null for programs. */
    readonly deviceToken: string | null;
    /** The person has several memberships and has to choose one. */
    readonly mustChoose: boolean;
    readonly method: SignInMethod;
  }
  | { readonly kind: 'step'; readonly step: 'second_factor' | 'enrolment'; readonly ticket: string };
