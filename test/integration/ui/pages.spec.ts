import type { RouteTable as Table } from '../../../src/platform/access/index.js';
import { RouteTable } from '../../../src/platform/access/index.js';
import { IS_PAGE, uiPages } from '../../../src/ui/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';

const HTML = { Accept: 'text/html' };

describe('pages of the kit', () => {
  let service: TestApp;
  let own: Record<string, string>;
  beforeAll(async () => {
    service = await startTestApp();
    own = { ...HTML, Origin: service.origin, Host: `127.0.0.1:${service.port}`, 'Sec-Fetch-Site': 'same-origin' };
  });
  afterAll(() => service.close());

  const pages = (table: Table): string[] => table.all.filter((route) => route.method === 'GET' && route.metadata<boolean>(IS_PAGE)).map(({ path }) => path);

  it('are all in the registry', () => {
    const paths = pages(service.app.nest.get(RouteTable));
    expect(uiPages.filter(({ path }) => !paths.includes(path))).toEqual([]);
  });

  it.each(uiPages.map(({ path }) => path))('%s: in both languages, whole, kept by no cache, in the language of its address', async (path) => {
    for (const [prefix, lang] of [['', 'zh-CN'], ['/en', 'en']] as const) {
      const { text } = await service.http().get(prefix + (path === '/' ? prefix && '' : path) || '/').set({ ...HTML, 'Accept-Language': path === '/api' && lang === 'en' ? 'en' : 'zh' })
        .expect(200).expect('Content-Type', 'text/html; charset=utf-8').expect('Cache-Control', 'no-store');
      expect(text).toMatch(new RegExp(`^<!DOCTYPE html>\\s*<html lang="${lang}"`));
      expect(text.trimEnd().endsWith('</html>')).toBe(true);
    }
  });

  it.each(uiPages.filter(({ path }) => path !== '/display').map(({ path }) => path))('%s leaves no cookie', async (path) => {
    const { headers } = await service.http().get(path).set(HTML).expect(200);
    expect(headers['set-cookie']).toBeUndefined();
  });

  describe('display settings', () => {
    const token = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

    it('are kept in a cookie, applied by the server, told and taken back', async () => {
      const visitor = service.visitor();
      const form = await visitor.get('/display?from=%2Fhelp').set(HTML).expect(200);
      const body = new URLSearchParams([['_csrf', token(form.text)], ['from', '/help'], ['text', 'xlarge'], ['contrast', 'dark'], ['options', 'wide'], ['options', 'still']]);
      const saved = await visitor.post('/display').set(own).type('form').send(body.toString()).expect(303).expect('Location', '/display?saved=yes&from=%2Fhelp');
      const cookie = String(saved.headers['set-cookie']);
      expect(cookie).toMatch(/zj-display=xlarge\.dark\.wide\.still; Max-Age=31536000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax/);
      const help = await visitor.get('/help').set(HTML).expect(200);
      expect(help.text).toContain('class="govuk-template zj-text-xlarge zj-contrast-dark zj-spacing-wide zj-motion-off"');
      const told = await visitor.get('/display?saved=yes&from=%2Fhelp').set(HTML).expect(200);
      expect(told.text).toMatch(/role="alert"[\s\S]*href="\/help"/);
      await visitor.post('/en/display').set(own).type('form').send({ _csrf: token(told.text), reset: 'yes' }).expect(303).expect('Location', '/en/display?saved=yes');
      expect((await visitor.get('/help').set(HTML)).text).toContain('class="govuk-template"');
    });

    it('apply to refusals too', async () => {
      const { text } = await service.http().get('/nothing-here').set({ ...HTML, Cookie: 'zj-display=large' }).expect(404);
      expect(text).toContain('class="govuk-template zj-text-large"');
      expect(text).toMatch(/<title>错误：/);
    });

    it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])('never lead to %s', async (from) => {
      const { text } = await service.http().get(`/display?saved=yes&from=${encodeURIComponent(from)}`).set(HTML).expect(200);
      expect(text).not.toMatch(/(?:href|action)="(?![/#](?![/\\]))/);
      expect(text).not.toContain('name="from"');
    });

    it.each([
      ['a value that is not offered', { text: 'huge' }, 422],
      ['a field that is not known', { colour: 'pink' }, 422],
      ['two sizes at once', 'text=large&text=xlarge', 422],
      ['no token', null, 403],
    ])('refuse %s with a page', async (_name, fields, status) => {
      const visitor = service.visitor();
      const csrf = token((await visitor.get('/display').set(HTML)).text);
      const body = fields === null ? 'text=large' : typeof fields === 'string' ? `${fields}&_csrf=${encodeURIComponent(csrf)}` : new URLSearchParams({ ...fields, _csrf: csrf } as Record<string, string>).toString();
      const { text } = await visitor.post('/display').set(own).type('form').send(body).expect(status);
      expect(text).toMatch(/<title>错误：/);
    });

    it('survive a cookie that somebody made up', async () => {
      const { text } = await service.http().get('/').set({ ...HTML, Cookie: `zj-display=${'x'.repeat(3000)}.large"><script>` }).expect(200);
      expect(text).toContain('<html lang="zh-CN" class="govuk-template">');
    });
  });
});
