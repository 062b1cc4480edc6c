import { HtmlValidate } from 'html-validate';
import { JSDOM } from 'jsdom';
import { accessibilityPage } from '../../src/ui/pages/accessibility-page.js';
import { apiOperationsPage, apiPage, apiShapesPage } from '../../src/ui/pages/api-page.js';
import type { ApiDocument } from '../../src/ui/pages/api-shapes.js';
import { displayPage } from '../../src/ui/pages/display-page.js';
import { errorPage } from '../../src/ui/pages/error-page.js';
import { helpPage } from '../../src/ui/pages/help-page.js';
import { homePage } from '../../src/ui/pages/home-page.js';
import { pageContext, renderPage, type PageContext, type PageView } from '../../src/ui/index.js';
import { undeclaredSite } from '../../src/ui/layout/site.js';

const document: ApiDocument = {
  paths: {
    '/api/v1/things/{id}': {
      post: {
        operationId: 'makeThing',
        summary: 'Makes a thing <b>',
        security: [],
        parameters: [{ name: 'id', required: true, schema: { type: 'string' }, description: '编号' }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
        responses: { 200: { description: 'Made', content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Thing' } } } } } },
      },
    },
  },
  components: { schemas: { Thing: { required: ['name'], properties: { name: { type: 'string', description: 'Name' }, kind: { enum: ['a', 'b'] } } } } },
};

const pages: readonly (readonly [name: string, path: string, make: (context: PageContext) => PageView])[] = [
  ['home', '/', homePage],
  ['help', '/help', helpPage],
  ['accessibility', '/accessibility', accessibilityPage],
  ['api', '/api', (context) => apiPage(context, document)],
  ['operations of the api', '/api', (context) => apiOperationsPage(context, document)],
  ['shapes of the api', '/api', (context) => apiShapesPage(context, document)],
  ['display', '/display', (context) => displayPage(context, { from: null, saved: false })],
  ['display, saved', '/display?saved=yes&from=%2Fhelp', (context) => displayPage(context, { from: '/help', saved: true })],
  ['not found', '/nowhere', ({ language }) => errorPage(language, { status: 404, title: 'x', errors: [], correlationId: 'c' })],
  ['gone', '/sign-in/reset', ({ language }) => errorPage(language, { status: 410, title: 'x', errors: [], correlationId: 'c' })],
  ['refused', '/display', ({ language }) => errorPage(language, { status: 422, title: 'x', errors: [{ message: 'y' }], correlationId: 'c' })],
  ['broken', '/', ({ language }) => errorPage(language, { status: 500, title: 'x', errors: [], correlationId: '' })],
];

const context = (language: 'zh' | 'en', path: string, cookie = '') => pageContext({ language, path, csrfToken: () => 'token' }, { 'zj-display': cookie });

const cases = pages.flatMap(([name, path, make]) => (['zh', 'en'] as const).map((language) => ({ name, language, path, html: renderPage(context(language, path), make(context(language, path))) })));

const dom = (html: string) => new JSDOM(html).window.document;

// Rules of taste that our markup decides otherwise, each with its reason.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  elements: ['html5', { 'live-levy': { flow: true }, 'read-aloud': { flow: true } }],
  rules: {
    // govuk-frontend: a link that looks like a button is announced as one.
    'prefer-native-element': 'off',
    'no-redundant-role': 'off',
    // Boolean attributes and void elements as preact writes them.
    'attribute-boolean-style': 'off',
    'void-style': 'off',
    'long-title': 'off',
    // A raw > in text is valid HTML.
    'no-raw-characters': 'off',
    // Tick boxes of one group share their name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    'tel-non-breaking': 'off',
  },
});

describe.each(cases)('$name ($language)', ({ html, language, path }) => {
  const page = dom(html);

  it('is valid HTML', async () => {
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}: ${message} (${line})`))).toEqual([]);
  });

  it('says its language, has one h1 and skips no heading level', () => {
    expect(page.documentElement.lang).toBe(language === 'zh' ? 'zh-CN' : 'en');
    const levels = [...page.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) => Number(localName.slice(1)));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.every((level, index) => index === 0 || level <= levels[index - 1]! + 1)).toBe(true);
  });

  it('has no inline script or style, and nothing that nobody can refuse or reach', () => {
    expect(page.querySelectorAll('script:not([src]), style, [style], [accesskey], [onclick], meta[http-equiv], [autoplay], [tabindex]:not([tabindex="0"]):not([tabindex="-1"])')).toHaveLength(0);
  });

  it('keeps the help block in the same place, and the language link on the same page', () => {
    const blocks = [...page.body.children].map(({ localName, className }) => className || localName);
    expect(blocks.slice(-2)).toEqual(['zj-help', 'zj-footer']);
    const other = page.querySelector('.zj-tools a[hreflang]');
    expect(other?.getAttribute('href')).toBe(language === 'zh' ? `/en${path === '/' ? '' : path}` : path);
    expect([...page.querySelectorAll('link[rel=alternate]')].map((link) => link.getAttribute('href'))).toEqual([path, `/en${path === '/' ? '' : path}`]);
  });

  it('leads to the statement, to complaints and to paper in two steps', () => {
    const hrefs = [...page.querySelectorAll('.zj-footer a')].map((link) => link.getAttribute('href'));
    const prefix = language === 'en' ? '/en' : '';
    expect(hrefs).toEqual(expect.arrayContaining([`${prefix}/accessibility`, `${prefix}/accessibility#complaints`, `${prefix}/help#paper`]));
  });

  it('marks other languages inside the text', () => {
    const foreign = language === 'zh' ? /[A-Za-z]{4,} [A-Za-z]{3,} [A-Za-z]{3,}/ : /[\u4e00-\u9fff]/;
    const walker = page.createTreeWalker(page.body, 4);
    const untagged: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const lang = node.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
      const isOwn = lang === page.documentElement.lang;
      if (isOwn && foreign.test(node.textContent ?? '')) untagged.push(node.textContent ?? '');
    }
    expect(untagged).toEqual([]);
  });
});

it('gives every page its own title, with 错误： before that of a page with faults', () => {
  const titles = cases.filter(({ name }) => name !== 'display, saved').map(({ html }) => dom(html).title);
  expect(new Set(titles).size).toBe(titles.length);
  const faults = cases.filter(({ name, language }) => language === 'zh' && ['not found', 'refused', 'broken'].includes(name));
  expect(faults.every(({ html }) => dom(html).title.startsWith('错误：'))).toBe(true);
});

it('puts the display settings on html, where styles find them without a script', () => {
  const html = renderPage(context('zh', '/', 'xlarge.dark.wide.still'), homePage(context('zh', '/')));
  expect(dom(html).documentElement.className).toBe('govuk-template zj-text-xlarge zj-contrast-dark zj-spacing-wide zj-motion-off');
});

it('reads aloud only where it was asked for', () => {
  const [quiet, loud] = ['', 'read'].map((cookie) => renderPage(context('zh', '/help', cookie), helpPage(context('zh', '/help', cookie))));
  expect(quiet).not.toContain('<read-aloud');
  expect(loud).toContain('<read-aloud lang="zh-CN"');
});

it('shows easy-read words on Chinese pages only', () => {
  expect(homePage(context('zh', '/', 'easy')).title).toBe('帮单位算钱，帮人找工作');
  expect(homePage(context('en', '/', 'easy')).title).toBe('Work out the levy, find the right person');
});

it('asks for no form token where no form is, so that reading leaves no cookie', () => {
  const asking = pages.filter(([, path, make]) => {
    let asked = false;
    const view = pageContext({ language: 'zh', path, csrfToken: () => { asked = true; return 'token'; } }, {});
    renderPage(view, make(view));
    return asked;
  });
  expect(asking.map(([name]) => name)).toEqual(['display', 'display, saved']);
});

it('says what the deploying body says of itself, and that nobody has said it', () => {
  const site = { ...undeclaredSite, organiser: '示例市残疾人联合会', phone: '000-0000 0000', icp: '示备00000000号' };
  const declared = pageContext({ language: 'zh', path: '/help', csrfToken: () => '' }, {}, site);
  const page = dom(renderPage(declared, helpPage(declared)));
  expect(page.querySelector('.zj-help a')?.getAttribute('href')).toBe('tel:00000000000');
  expect(page.querySelector('.zj-footer')?.textContent).toContain('主办单位：示例市残疾人联合会');
  expect(page.querySelector('.zj-footer')?.textContent).toContain('示备00000000号');
  expect(page.querySelector('.zj-help')?.textContent).toContain('由部署单位填写');
});

it('escapes what a description of the API says', () => {
  const view = context('en', '/api');
  const page = dom(renderPage(view, apiPage(view, document)));
  expect(page.querySelector('main b')).toBeNull();
  expect(page.querySelector('main')?.textContent).toContain('Makes a thing <b>');
  const [operations, shapes] = [dom(renderPage(view, apiOperationsPage(view, document))), dom(renderPage(view, apiShapesPage(view, document)))];
  const leads = (part: string, to: typeof page): boolean[] => [page, operations, shapes].flatMap((from) => [...from.querySelectorAll(`main a[href^="?part=${part}#"]`)]).map((link) => to.querySelector(link.getAttribute('href')!.replace(/^[^#]*/, '')) !== null);
  expect(leads('operations', operations).concat(leads('shapes', shapes)).every((found) => found)).toBe(true);
  expect(leads('operations', operations).length).toBeGreaterThan(0);
});
