import 'reflect-metadata';
import { IS_PAGE, stray, UiModule, uiPages, unregistered } from '../../src/ui/index.js';

type Route = { readonly method: string; readonly path: string };

/** The page routes of a module's controllers, read from what their decorators left. */
function pageRoutes(module: object): Route[] {
  const controllers = (Reflect.getMetadata('controllers', module) ?? []) as (new (...args: never[]) => object)[];
  return controllers.flatMap((controller) => {
    const base = String(Reflect.getMetadata('path', controller));
    const prototype = controller.prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype)
      .map((name) => prototype[name])
      .filter((method): method is object => typeof method === 'function' && Reflect.getMetadata(IS_PAGE, method) === true)
      .map((method) => ({
        method: ['GET', 'POST'][Number(Reflect.getMetadata('method', method))] ?? 'other',
        path: `/${[base, String(Reflect.getMetadata('path', method))].map((part) => part.replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`,
      }));
  });
}

it('finds the pages', () => {
  expect(pageRoutes(UiModule).map(({ method, path }) => `${method} ${path}`).sort()).toEqual(['GET /', 'GET /accessibility', 'GET /api', 'GET /display', 'GET /help', 'POST /display']);
});

it('holds every page of the kit', () => {
  expect(unregistered(pageRoutes(UiModule), uiPages)).toEqual([]);
  expect(stray(pageRoutes(UiModule), uiPages)).toEqual([]);
});

it('notices a page without an entry, an entry without a page and an id that stands twice', () => {
  expect(unregistered([{ method: 'GET', path: '/new' }, { method: 'POST', path: '/other' }], uiPages)).toEqual(['/new']);
  const [home] = uiPages;
  expect(stray([{ method: 'GET', path: '/' }], [home!, { ...home!, path: '/gone' }])).toEqual(['/gone', 'home']);
});
