import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Calls that are counted apart from the rest, because they cost more or open more. */
export type LimitKind = 'signIn' | 'upload' | 'verify';

export const LIMIT_KIND = Symbol('LIMIT_KIND');

export const LimitedAs = (kind: LimitKind): CustomDecorator<symbol> => SetMetadata(LIMIT_KIND, kind);
