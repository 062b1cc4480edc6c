import { RouteTable } from '../../src/platform/access/index.js';
import { IS_PAGE, stray, unregistered } from '../../src/ui/index.js';
import { allPages } from '../browser/support/pages.js';
import { startTestApp, type TestApp } from '../support/app.js';

let service: TestApp;
beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());

/** The browser checks go through the lists of the rooms: what is in none of them is checked by nobody. */
it('every page of the service stands in the list of a room, and every entry of a list is a page', () => {
  const pages = service.app.nest.get(RouteTable).all.filter((route) => route.metadata<boolean>(IS_PAGE) === true);
  expect(pages.length).toBeGreaterThan(30);
  expect(unregistered(pages, allPages)).toEqual([]);
  expect(stray(pages, allPages)).toEqual([]);
});
