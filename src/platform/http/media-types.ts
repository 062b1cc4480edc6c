import type { IncomingMessage } from 'node:http';

export const MULTIPART = 'multipart/form-data';
export const FORM = 'application/x-www-form-urlencoded';
export const JSON_TYPE = 'application/json';

/** `application/json` of `application/json; charset=utf-8`; empty where the sender says nothing. */
export const mediaTypeOf = (req: IncomingMessage): string => (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
