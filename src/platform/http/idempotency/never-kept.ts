import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Route } from '../../access/index.js';
import { isApiPath } from '../../i18n/index.js';
import { consumedBy, producedBy } from '../media.js';
import { JSON_TYPE } from '../media-types.js';

const NEVER_KEPT = Symbol('NEVER_KEPT');

/**
 * The route's answer holds a secret or an unmasked personal value, so that not even a sealed copy of it is kept, and the
 * route takes no idempotency key. `why` is for the reader.
 */
export const NeverKept = (why: string): CustomDecorator<symbol> => SetMetadata(NEVER_KEPT, why);

/**
 * Whether a route takes an idempotency key: the closed POSTs of the API, JSON in and out. A stranger has no name under which
 * a key could be kept; an upload and a download are read and written past the copy.
 */
export function takesIdempotencyKey(route: Route): boolean {
  return route.method === 'POST' && route.access.kind === 'permission' && isApiPath(route.path) && route.metadata(NEVER_KEPT) === undefined
    && isJson(consumedBy(route)) && isJson(producedBy(route));
}

const isJson = (types: readonly string[]): boolean => types.every((type) => type === JSON_TYPE || type === 'application/problem+json');
