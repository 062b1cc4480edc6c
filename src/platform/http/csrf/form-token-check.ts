import type { IncomingMessage } from 'node:http';

/**
 * The hidden token of a multipart form stands inside the body, which the guard must not read. The guard leaves this check
 * on the request; the reader of the body settles it before it keeps a byte of the file.
 */
export type FormTokenCheck = {
  /** @throws DomainError `csrf.token_wrong` */
  verify(token: string): void;
  settled(): boolean;
};

const pending = new WeakMap<IncomingMessage, FormTokenCheck>();

export function leaveFormTokenCheck(req: IncomingMessage, verify: (token: string) => void): void {
  let done = false;
  pending.set(req, {
    verify: (token) => {
      verify(token);
      done = true;
    },
    settled: () => done,
  });
}

/** The open check of this request; null where none is needed (an API call with a bearer or without cookies). */
export const formTokenCheck = (req: IncomingMessage): FormTokenCheck | null => pending.get(req) ?? null;
