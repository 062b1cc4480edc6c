import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { addressOf } from '../../i18n/index.js';
import { TOKEN_FIELD } from '../body/body.interceptor.js';
import { parseForm, readText } from '../body/read-body.js';
import { verifyFormToken } from '../csrf/visitor-token.js';
import { FORM, mediaTypeOf } from '../media-types.js';
import type { RequestView } from '../request-view.js';

/** Injection token of the one that asks for a new sign-in without losing what was typed. */
export const TURNED_AWAY_FORM = Symbol('TURNED_AWAY_FORM');

/** A form that was sent after its session had ended. */
export type TurnedAwayForm = {
  /** Where it was sent to, without language, with the query. */
  readonly path: string;
  /** In their order; a name that was sent twice stands twice. */
  readonly fields: readonly (readonly [string, string])[];
};

export type TurnedAwayFormRenderer = {
  /** The whole HTML document: the sign-in, holding the form. */
  render(form: TurnedAwayForm, view: RequestView): string;
};

/** Whether it is a page's form at all: an upload is not kept, its file would have to be sent again anyway. */
export const isForm = (req: Request): boolean => req.method === 'POST' && mediaTypeOf(req) === FORM;

/**
 * Reads the form of a person whose session had ended; null where it did not come from a page of ours. Its token must be
 * right: another site could else have its own form kept for the person to send after the sign-in.
 */
export async function readTurnedAwayForm(req: Request, limit: number): Promise<TurnedAwayForm | null> {
  const { [TOKEN_FIELD]: token, ...fields } = parseForm(await readText(req, limit));
  if (typeof token !== 'string' || !isOurs(req, token)) return null;
  const { path, search } = addressOf(req);
  return { path: path + search, fields: Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)) };
}

function isOurs(req: Request, token: string): boolean {
  try {
    verifyFormToken(req, token);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
