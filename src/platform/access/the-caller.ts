import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Caller } from './caller.js';
import { callerOf } from './callers.js';

/** Parameter of a handler: the {@link Caller}; null where a stranger calls a public route. */
export const TheCaller = createParamDecorator((_: unknown, execution: ExecutionContext): Caller | null => callerOf(execution.switchToHttp().getRequest<Request>()));
