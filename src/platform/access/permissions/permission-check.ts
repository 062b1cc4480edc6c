import { Injectable, SetMetadata, type CustomDecorator, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { RouteTable } from '../route-table.js';
import { PermissionBook } from './permission-book.js';
import { PermissionsError, type PermissionFault } from './permissions-error.js';

const COMMAND_PERMISSIONS = Symbol('COMMAND_PERMISSIONS');

/** On a provider that looks into `caller.permissions` itself, for what no route alone decides: the permissions it asks for. */
export const AsksFor = (...permissions: readonly string[]): CustomDecorator<symbol> => SetMetadata(COMMAND_PERMISSIONS, permissions);

/** Routes and config/permissions.yaml must agree word for word: a misspelt permission would shut out everybody, silently. */
@Injectable()
export class PermissionCheck implements OnModuleInit {
  constructor(
    private readonly book: PermissionBook,
    private readonly routes: RouteTable,
    private readonly discovery: DiscoveryService,
  ) {}

  /** @throws PermissionsError */
  onModuleInit(): void {
    const faults = disagreements(this.book, this.asked());
    if (faults.length > 0) throw new PermissionsError(faults);
  }

  private asked(): ReadonlyMap<string, string> {
    const byRoute = this.routes.all.flatMap(({ access, handler }) => (access.kind === 'permission' ? [[access.permission, handler] as const] : []));
    const byCommand = this.discovery.getProviders().flatMap(({ metatype }) => {
      const permissions = (metatype ? Reflect.getMetadata(COMMAND_PERMISSIONS, metatype) : undefined) as readonly string[] | undefined;
      return (permissions ?? []).map((permission) => [permission, metatype?.name ?? ''] as const);
    });
    return new Map([...byCommand, ...byRoute]);
  }
}

/** @param asked permission → who asks for it */
export function disagreements(book: PermissionBook, asked: ReadonlyMap<string, string>): PermissionFault[] {
  const named = new Set(book.named.map(({ permission }) => permission));
  const unheld = [...asked].filter(([permission]) => !named.has(permission));
  const unasked = book.named.filter(({ permission }) => !asked.has(permission));
  return [
    ...unasked.map(({ permission, line }) => ({ line, zh: `没有地址或命令用到权限 ${permission}`, en: `no route or command asks for ${permission}` })),
    ...unheld.map(([permission, who]) => ({ line: null, zh: `没有写 ${permission}，而 ${who} 要求它`, en: `${permission} stands nowhere, and ${who} asks for it` })),
  ];
}
