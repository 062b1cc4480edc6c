import type { Request, Response } from 'express';
import type { LocalDate } from '../../../../kernel/local-date.js';
import { requestView } from '../../../../platform/http/index.js';
import { decodeDraft, encodeDraft } from './draft-codec.js';
import type { LevyDraft } from './draft.js';

export const DRAFT_COOKIE = 'zj-levy';

const DAY_MILLISECONDS = 86_400_000;

/** Never fails: what no draft of ours could be is an empty one. */
export const readDraft = (req: Request, res: Response, today: LocalDate): LevyDraft => decodeDraft(requestView(req, res).cookies[DRAFT_COOKIE], today);

/** @returns false where the draft does not fit into a cookie; the one before stays then. */
export function writeDraft(req: Request, res: Response, draft: LevyDraft): boolean {
  const value = encodeDraft(draft);
  if (value === null) return false;
  res.cookie(DRAFT_COOKIE, value, { ...attributes(req), maxAge: DAY_MILLISECONDS });
  return true;
}

export const clearDraft = (req: Request, res: Response): void => void res.clearCookie(DRAFT_COOKIE, attributes(req));

/** Out of reach of scripts and of other sites; on https it never travels in the clear. */
const attributes = (req: Request): { readonly httpOnly: true; readonly sameSite: 'lax'; readonly secure: boolean; readonly path: '/' } =>
  ({ httpOnly: true, sameSite: 'lax', secure: req.secure, path: '/' });
