import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** What a route asks of the caller. */
export type RouteAccess = { readonly kind: 'public' } | { readonly kind: 'permission'; readonly permission: string };

export const ROUTE_ACCESS = Symbol('ROUTE_ACCESS');

/** Anyone may call the route, without credentials. */
export const Public = (): CustomDecorator<symbol> => SetMetadata(ROUTE_ACCESS, { kind: 'public' } satisfies RouteAccess);

/** Only a signed-in caller who holds the permission, such as `posts.publish`, in the scope of the data. */
export const Requires = (permission: string): CustomDecorator<symbol> =>
  SetMetadata(ROUTE_ACCESS, { kind: 'permission', permission } satisfies RouteAccess);
