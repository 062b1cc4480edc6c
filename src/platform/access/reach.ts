import { SetMetadata, type CustomDecorator, type Type } from '@nestjs/common';
import type { Caller } from './caller.js';

/**
 * Whether the thing that an address names lies in the caller's scope. It is asked before a byte of the body is read, so
 * that a stranger to the data learns nothing from what is said about the body. The command applies the scope once more.
 */
export abstract class Reach {
  /** @throws DomainError `….not_found`, the same for what is missing and for what lies outside */
  abstract demand(caller: Caller, params: Readonly<Record<string, string>>): Promise<void>;
}

export const REACH = Symbol('REACH');

/** On a closed route whose address names a thing: the class, a provider of the room, that knows its scope. */
export const Within = (reach: Type<Reach>): CustomDecorator<symbol> => SetMetadata(REACH, reach);
