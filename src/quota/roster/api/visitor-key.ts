import type { Request, Response } from 'express';
import { requestView } from '../../../platform/http/index.js';
import { VisitorKey } from '../infra/visitor-key.js';

/** Where API clients that keep no cookies send the key. */
export const KEY_HEADER = 'Roster-Key';

/** `__Host-` cookies exist on https only; on plain http the name without it is the best there is. */
const cookieName = (req: Request): string => (req.secure ? '__Host-zj-roster' : 'zj-roster');

/** The key that came with a request; the header wins over the cookie. Null where there is none that could be a key. */
export function visitorKeyOf(req: Request, res: Response): VisitorKey | null {
  const header = req.get(KEY_HEADER);
  return VisitorKey.read(header ?? requestView(req, res).cookies[cookieName(req)]);
}

/** Gives the visitor the key, for as long as anything is kept under it. */
export function giveVisitorKey(req: Request, res: Response, key: VisitorKey, minutes: number): void {
  res.cookie(cookieName(req), key.reveal(), { httpOnly: true, sameSite: 'lax', secure: req.secure, path: '/', maxAge: minutes * 60_000 });
}

export function takeVisitorKeyBack(req: Request, res: Response): void {
  res.clearCookie(cookieName(req), { httpOnly: true, sameSite: 'lax', secure: req.secure, path: '/' });
}
