import helmet from 'helmet';
import type { NextFunction, Request, Response } from 'express';
import type { Settings } from '../config/index.js';

type Middleware = (req: Request, res: Response, next: NextFunction) => void;

/** No inline script or style, nothing from elsewhere. Without `connect-src` the page's own scripts could not fetch. */
const CONTENT_SECURITY_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
};

const UNUSED_POWERS = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

export function securityHeaders({ server }: Settings): Middleware[] {
  const https = server.publicUrl?.startsWith('https:') ?? false;
  return [
    helmet({
      contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
      // `no-referrer`, the default, makes browsers send `Origin: null` with our own forms.
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
      // On plain http the header means nothing, and a browser that had kept it from elsewhere would lock visitors out.
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    }),
    (_req, res, next) => {
      res.setHeader('Permissions-Policy', UNUSED_POWERS);
      // Answers may hold what a person entered; the few that may be kept say so themselves.
      res.setHeader('Cache-Control', 'no-store');
      next();
    },
  ];
}
