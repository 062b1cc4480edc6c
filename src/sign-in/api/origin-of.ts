import type { Request } from 'express';
import { clientAddress } from '../../platform/http/index.js';
import type { Origin } from '../app/origin.js';
import { deviceName } from '../domain/device-name.js';
import { deviceCookieOf } from '../infra/cookies.js';

export const originOf = (request: Request, kind: Origin['kind']): Origin => ({
  kind,
  network: clientAddress(request),
  deviceToken: deviceCookieOf(request) ?? null,
  deviceName: deviceName(request.headers['user-agent']),
});
