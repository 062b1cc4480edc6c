import type { NextFunction, Request, Response } from 'express';
import { isWellFormedCorrelationId, newCorrelationId, withCorrelation } from '../logging/index.js';

const HEADER = 'X-Correlation-Id';

type Trust = (address: string | undefined, hop: number) => boolean;

/** One id for everything that a request causes. A trusted proxy may give it; a stranger's would let them write into our logs. */
export function correlationMiddleware(req: Request, res: Response, next: NextFunction): void {
  const given = req.headers['x-correlation-id'];
  const trusted = (req.app.get('trust proxy fn') as Trust)(req.socket.remoteAddress, 0);
  const id = trusted && typeof given === 'string' && isWellFormedCorrelationId(given) ? given : newCorrelationId();
  res.setHeader(HEADER, id);
  withCorrelation(id, next);
}
