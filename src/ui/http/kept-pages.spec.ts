import type { Clock } from '../../kernel/clock.js';
import { systemClock } from '../../kernel/clock.js';
import { parseDisplaySettings } from '../layout/display-settings.js';
import { pageContext, type PageContext } from '../layout/page-context.js';
import { KeptPages } from './kept-pages.js';

let now = 0;
const clock: Clock = { now: () => new Date(now), today: systemClock.today };
const context = (path: string, language: 'zh' | 'en', display: string): PageContext => pageContext({ language, path, csrfToken: () => '' }, { 'zj-display': display });

beforeEach(() => { now = 1_000_000; });

describe('KeptPages', () => {
  it('gives back what was kept for the same address, language and display settings, and nothing else', () => {
    const pages = new KeptPages(clock);
    pages.keep(context('/help?a=1', 'zh', 'large'), 'kept');
    expect(pages.find(context('/help?a=1', 'zh', 'large'))?.html).toBe('kept');
    expect(parseDisplaySettings('large')).not.toEqual(parseDisplaySettings('easy'));
    for (const other of [context('/help', 'zh', 'large'), context('/help?a=1', 'en', 'large'), context('/help?a=1', 'zh', ''), context('/help?a=1', 'zh', 'large.easy')]) expect(pages.find(other)).toBeNull();
  });

  it('forgets after a minute', () => {
    const pages = new KeptPages(clock);
    pages.keep(context('/', 'zh', ''), 'kept');
    now += 59_999;
    expect(pages.find(context('/', 'zh', ''))).not.toBeNull();
    now += 1;
    expect(pages.find(context('/', 'zh', ''))).toBeNull();
  });

  it('shares packed copies between readers', () => {
    const pages = new KeptPages(clock);
    pages.keep(context('/', 'zh', ''), 'kept').packed.set('br', Buffer.from('packed'));
    expect(pages.find(context('/', 'zh', ''))?.packed.get('br')?.toString()).toBe('packed');
  });

  it('holds a bounded number of pages and no endless address', () => {
    const pages = new KeptPages(clock);
    for (let page = 0; page < 2_000; page++) pages.keep(context(`/?${page}`, 'zh', ''), 'x');
    const held = Array.from({ length: 2_000 }, (_, page) => pages.find(context(`/?${page}`, 'zh', ''))).filter((page) => page !== null);
    expect(held.length).toBeGreaterThan(0);
    expect(held.length).toBeLessThanOrEqual(500);
    pages.keep(context(`/?${'y'.repeat(400)}`, 'zh', ''), 'x');
    expect(pages.find(context(`/?${'y'.repeat(400)}`, 'zh', ''))).toBeNull();
  });
});
