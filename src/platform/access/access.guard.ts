import { Injectable, type CanActivate, type ExecutionContext, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import { Callers } from './callers.js';
import { REACH, type Reach } from './reach.js';
import { RouteTable, type Route } from './route-table.js';

/**
 * First of the guards, in the order of security.md: credentials (401), permission (403), scope of what the address names
 * (404). Rate, origin, media type and body come after it.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly routes: RouteTable,
    private readonly callers: Callers,
    private readonly modules: ModuleRef,
  ) {}

  /** @throws DomainError access.sign_in_required and its like, access.forbidden, `….not_found` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const route = this.routes.of(context.getHandler());
    if (route?.access.kind === 'public') await this.callers.greet(request);
    else await this.admit(request, route);
    return true;
  }

  private async admit(request: Request, route: Route | undefined): Promise<void> {
    const caller = await this.callers.demand(request);
    // A handler that the table does not know was mounted past the controllers; it stays shut.
    if (route?.access.kind !== 'permission' || !caller.permissions.has(route.access.permission)) throw new DomainError('access.forbidden');
    const reach = route.metadata<Type<Reach>>(REACH);
    if (reach) await this.modules.get(reach, { strict: false }).demand(caller, request.params as Readonly<Record<string, string>>);
  }
}
