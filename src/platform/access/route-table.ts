import { RequestMethod, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ROUTE_ACCESS, type RouteAccess } from './decorators.js';
import { routePattern } from './route-pattern.js';

export type Route = {
  readonly method: string;
  /** As declared: `/api/v1/levy/rosters/:id`. */
  readonly path: string;
  readonly access: RouteAccess;
  /** `Controller.method`. */
  readonly handler: string;
  /** Reads what a decorator of the route, or of its controller, says. */
  metadata<T>(key: string | symbol): T | undefined;
};

type Method = (...args: never[]) => unknown;
type Declared = Omit<Route, 'access'> & { readonly access: RouteAccess | undefined; readonly method: string; readonly callback: Method };

// The names under which the framework keeps what @Controller and @Get say.
const PATH = 'path';
const METHOD = 'method';

/** Every route of the running application. A route that does not say who may call it stops the boot. */
@Injectable()
export class RouteTable implements OnModuleInit {
  private known: { readonly routes: readonly Route[]; readonly byCallback: ReadonlyMap<unknown, Route>; readonly patterns: readonly Pattern[]; readonly fixed: ReadonlyMap<string, readonly string[]> } | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    this.read();
  }

  get all(): readonly Route[] {
    return this.read().routes;
  }

  /** The route of a controller's method, as a guard meets it. */
  of(callback: unknown): Route | undefined {
    return this.read().byCallback.get(callback);
  }

  /** Methods under which a path can be called, `HEAD` with every `GET`; empty when there is no such path. */
  methodsOf(path: string): readonly string[] {
    const { fixed, patterns } = this.read();
    return fixed.get(path) ?? methodsUnder(patterns, path);
  }

  private read(): NonNullable<RouteTable['known']> {
    if (this.known) return this.known;
    const declared = this.discovery.getControllers().flatMap((wrapper) => (wrapper.instance ? this.routesOf(wrapper.instance as object) : []));
    const open = declared.filter((route) => route.access === undefined);
    if (open.length > 0) throw new Error(`Routes closed by default: ${open.map((route) => `${route.handler} (${route.method} ${route.path})`).join(', ')} says neither @Public() nor @Requires(permission).`);
    const routes = (declared as (Route & Declared)[]).sort((a, b) => compare(`${a.path} ${a.method}`, `${b.path} ${b.method}`));
    const patterns = routes.map((route) => [routePattern(route.path), route] as const);
    this.known = {
      routes,
      byCallback: new Map<unknown, Route>(routes.map((route) => [route.callback, route])),
      patterns,
      // Most calls are for paths without a variable part: they need not be held against every pattern.
      fixed: new Map(routes.filter(({ path }) => !/[:*]/.test(path)).map(({ path }) => [path, methodsUnder(patterns, path)])),
    };
    return this.known;
  }

  private routesOf(controller: object): Declared[] {
    const type = controller.constructor as new (...args: never[]) => unknown;
    const prototype = Object.getPrototypeOf(controller) as Record<string, Method>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const callback = prototype[name];
      if (!callback) return [];
      const method = Reflect.getMetadata(METHOD, callback) as RequestMethod | undefined;
      if (method === undefined) return [];
      const metadata = <T>(key: string | symbol): T | undefined => (Reflect.getMetadata(key, callback) ?? Reflect.getMetadata(key, type)) as T | undefined;
      return pathsOf(type).flatMap((base) => pathsOf(callback).map((path) => ({
        method: RequestMethod[method] ?? 'ALL',
        path: join(base, path),
        access: metadata<RouteAccess>(ROUTE_ACCESS),
        handler: `${type.name}.${name}`,
        metadata,
        callback,
      })));
    });
  }
}

type Pattern = readonly [RegExp, Route];

function methodsUnder(patterns: readonly Pattern[], path: string): readonly string[] {
  const methods = patterns.filter(([pattern]) => pattern.test(path)).map(([, route]) => route.method);
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))].sort();
}

const pathsOf = (target: object): readonly string[] => {
  const path = Reflect.getMetadata(PATH, target) as string | readonly string[] | undefined;
  return typeof path === 'string' ? [path] : (path ?? ['']);
};

const join = (base: string, path: string): string => `/${[base, path].map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '').join('/')}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
