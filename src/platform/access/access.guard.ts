import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { RouteTable } from './route-table.js';

/**
 * First of the guards: a closed route answers 401 before anything else is looked at. There is no sign-in yet, so nobody
 * can hold a permission and every `@Requires` route is shut.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly routes: RouteTable) {}

  /** @throws DomainError access.sign_in_required */
  canActivate(context: ExecutionContext): boolean {
    // A handler that the table does not know was mounted past the controllers; it stays shut as well.
    if (this.routes.of(context.getHandler())?.access.kind === 'public') return true;
    throw new DomainError('access.sign_in_required');
  }
}
