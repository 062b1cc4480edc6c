import type { NextFunction, Request, Response } from 'express';

export type FinishedRequest = {
  readonly method: string;
  /** The pattern of the route, never the address: that may hold an id or a search. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  /** False when the connection broke before the answer was out. */
  readonly answered: boolean;
};

const KNOWN_METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Tells each request once it is over. */
export const observeRequests = (tell: (request: FinishedRequest) => void) => (req: Request, res: Response, next: NextFunction): void => {
  const began = process.hrtime.bigint();
  res.once('close', () => tell({
    method: KNOWN_METHODS.has(req.method) ? req.method : 'OTHER',
    route: routeOf(req),
    status: res.statusCode,
    seconds: Number(process.hrtime.bigint() - began) / 1e9,
    answered: res.writableFinished,
  }));
  next();
};

function routeOf(req: Request): string {
  const path: unknown = (req.route as { readonly path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}
