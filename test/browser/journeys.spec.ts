import type { Visitor } from '../../src/ui/page-registry.js';
import { difference } from './support/golden.js';
import { changeJourney, filingJourney, levyJourney, signInJourney, type Journey } from './support/journeys.js';
import { keyboardVisitor } from './support/keyboard-visitor.js';
import { leaveBrowser, ordinary, startVisit, type Visit, type VisitOptions } from './support/visit.js';
import { mouseVisitor } from './support/visitors.js';

type Passed = { readonly name: string; readonly path: string; readonly snapshot: string };

let visits: Visit[] = [];

afterEach(async () => {
  await Promise.all(visits.map((visit) => visit.close()));
  visits = [];
});
afterAll(leaveBrowser);

async function pass(options: VisitOptions, visitor: (visit: Visit) => Visitor, journeys: readonly Journey[], prepare = async (_: Visit): Promise<void> => undefined): Promise<readonly Passed[]> {
  const visit = await startVisit(options);
  visits.push(visit);
  await prepare(visit);
  const passed: Passed[] = [];
  const seen = async (name: string): Promise<string> => {
    const widest = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    if (widest > options.width) throw new Error(`${name} is ${widest} px wide`);
    const path = new URL(visit.page.url()).pathname;
    passed.push({ name, path, snapshot: await visit.page.locator('body').ariaSnapshot() });
    return path.replace(/^\/en(?=\/)/, '');
  };
  for (const journey of journeys) await journey(visitor(visit), seen);
  return passed;
}

/** The first words of a page, and the whole of it. */
const at = (passed: readonly Passed[], name: string): Passed => {
  const found = passed.findLast((page) => page.name === name);
  if (!found) throw new Error(`did not pass ${name}`);
  return found;
};
const headingOf = ({ snapshot }: Passed): string => /heading "([^"]*)" \[level=1\]/.exec(snapshot)?.[1] ?? '';
const mainOf = ({ snapshot }: Passed): string => /- main:\n([\s\S]*?)\n- region/.exec(snapshot)?.[1] ?? snapshot;
/** White space in names depends on what CSS makes a block. */
const words = (snapshot: string): string[] => snapshot.split('\n').map((line) => line.replace(/\s+/g, '')).filter((line) => line !== '');

const plain: VisitOptions = { ...ordinary, script: false };

describe('levy journey ·', () => {
  // 200 staff at 1.5 % less 0.83 arranged is 2.17 people short, at 100,000 yuan, 90 % of it below a ratio of 1 %.
  const kinds: readonly (readonly [string, VisitOptions, (visit: Visit) => Visitor, string])[] = [
    ['B4 without JavaScript', plain, mouseVisitor, '实缴 195,300.00 元'],
    ['B6 by keyboard alone', ordinary, keyboardVisitor, '实缴 195,300.00 元'],
    ['B6 by keyboard alone, without JavaScript, at 320 px, in 特大', { language: 'zh', script: false, display: 'xlarge', width: 320 }, keyboardVisitor, '实缴 195,300.00 元'],
    ['B6 by keyboard alone, in English', { ...ordinary, language: 'en' }, keyboardVisitor, '195,300.00'],
  ];
  it.each(kinds)('%s', async (_name, options, visitor, sum) => {
    const passed = await pass(options, visitor, [levyJourney]);
    expect(headingOf(at(passed, 'statement'))).toContain(sum);
    expect(visits.flatMap((visit) => visit.complaints())).toEqual([]);
  });

  it('B5 with the styles blocked the same words in the same order', async () => {
    const styled = await pass(plain, mouseVisitor, [levyJourney]);
    const bare = await pass(plain, mouseVisitor, [levyJourney], async ({ page }) => { await page.route('**/*.css', (route) => route.abort('blockedbyclient')); });
    expect(bare.map(({ name }) => name)).toEqual(styled.map(({ name }) => name));
    for (const [index, { name, snapshot }] of bare.entries()) expect([name, difference(words(styled[index]?.snapshot ?? ''), words(snapshot))]).toEqual([name, []]);
  });

  it('B15 answers are checked before the sum, the sum says that it is a trial, every answer can be changed and all be taken back', async () => {
    const passed = await pass(ordinary, mouseVisitor, [levyJourney, changeJourney]);
    expect(passed.map(({ path }) => path).filter((path) => path === '/levy/check' || path === '/levy/statement')).toEqual(['/levy/check', '/levy/statement', '/levy/check', '/levy/statement']);
    for (const step of ['region', 'year', 'kind', 'registered', 'staff', 'seasonal', 'wages', 'disabled', 'paid']) expect(at(passed, 'check').snapshot).toContain(`/levy/${step}?to=check`);
    expect(headingOf(at(passed, 'statement'))).toBe('实缴 232,650.00 元');
    expect(mainOf(at(passed, 'statement'))).toContain('本结果为试算，以税务机关核定为准。');
    expect(mainOf(at(passed, 'start'))).toContain('已完成');
    expect(mainOf(at(passed, 'start, cleared'))).not.toContain('已完成');
  });
});

describe('sign-in journey ·', () => {
  const kinds: readonly (readonly [string, VisitOptions, (visit: Visit) => Visitor, readonly string[]])[] = [
    ['B4, B18 without JavaScript', plain, mouseVisitor, ['登录', '我的账号', '登录已结束，请重新登录', '继续刚才的操作', '我的账号', '登录']],
    ['B6, B18 by keyboard alone', ordinary, keyboardVisitor, ['登录', '我的账号', '登录已结束，请重新登录', '继续刚才的操作', '我的账号', '登录']],
    ['B6 by keyboard alone, without JavaScript, at 320 px, in 特大', { language: 'zh', script: false, display: 'xlarge', width: 320 }, keyboardVisitor, ['登录', '我的账号', '登录已结束，请重新登录', '继续刚才的操作', '我的账号', '登录']],
    ['B6 by keyboard alone, in English', { ...ordinary, language: 'en' }, keyboardVisitor, ['Sign in', 'My account', 'Your session has ended: sign in again', 'Go on where you were', 'My account', 'Sign in']],
  ];
  it.each(kinds)('%s', async (_name, options, visitor, headings) => {
    const passed = await pass(options, visitor, [signInJourney]);
    expect(passed.map(headingOf)).toEqual(headings);
    expect(mainOf(at(passed, 'saved'))).toContain(options.language === 'zh' ? '已经保存。' : 'Saved.');
    expect(visits.flatMap((visit) => visit.complaints())).toEqual([]);
  });
});

describe('filing journey ·', () => {
  const headings = ['年审申报', '2025 年度年审申报', '单位情况', '单位情况', '残疾人职工名单', '花名册检查结果', '花名册检查结果', '残疾人职工名单', expect.stringContaining('元'), '承诺', '提交前核对', '申报已提交'];
  const english = ['Annual review', 'Annual review of 2025', 'Facts of the employer', 'Facts of the employer', 'Disabled employees', 'Result of the roster check', 'Result of the roster check', 'Disabled employees', expect.stringContaining('yuan'), 'Statement of truth', 'Check before you submit', 'The filing is handed in'];
  const kinds: readonly (readonly [string, string, VisitOptions, (visit: Visit) => Visitor, readonly unknown[]])[] = [
    ['B4 without JavaScript', 'filing.walker.1', plain, mouseVisitor, headings],
    ['B6 by keyboard alone', 'filing.walker.2', ordinary, keyboardVisitor, headings],
    ['B6 by keyboard alone, without JavaScript, at 320 px, in 特大', 'filing.walker.3', { language: 'zh', script: false, display: 'xlarge', width: 320 }, keyboardVisitor, headings],
    ['B6 by keyboard alone, in English', 'filing.walker.4', { ...ordinary, language: 'en' }, keyboardVisitor, english],
  ];
  it.each(kinds)('%s', async (_name, clerk, options, visitor, expected) => {
    const passed = await pass(options, visitor, [filingJourney(clerk)]);
    expect(passed.map(headingOf)).toEqual(expected);
    expect(mainOf(at(passed, 'submitted'))).toMatch(/370322-2026-[0-9A-F]{5}-[0-9A-F]{5}/);
    expect(mainOf(at(passed, 'submitted'))).toContain(options.language === 'zh' ? '正式申报还要在全国联网认证平台办理' : 'still to be made on the national platform');
    expect(visits.flatMap((visit) => visit.complaints())).toEqual([]);
  });
});
