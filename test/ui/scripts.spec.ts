import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { browserScript } from '../../scripts/browser-script.mjs';

/** The very script that browsers get, before it is made small. */
const script: string = browserScript(join(__dirname, '../../src/ui/scripts/main.ts'));

type Handler = (request: IncomingMessage, body: string, response: ServerResponse) => void;

let server: Server;
let base: string;
let handler: Handler;
let requests: { method: string; url: string; body: string }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      requests.push({ method: request.method ?? '', url: request.url ?? '', body });
      handler(request, body, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  requests = [];
  handler = (_request, _body, response) => response.end();
});

const windows: JSDOM[] = [];

afterEach(() => windows.splice(0).forEach(({ window }) => window.close()));

function page(html: string) {
  const dom = new JSDOM(`<!DOCTYPE html><html lang="zh-CN"><body><main>${html}</main></body></html>`, { url: `${base}/page`, runScripts: 'outside-only', pretendToBeVisual: true,
    // A broken connection, which one test wants, is nothing to print.
    virtualConsole: new VirtualConsole() });
  windows.push(dom);
  const { window } = dom;
  // jsdom has no fetch; the one of this process asks the real server.
  Object.assign(window, {
    AbortController,
    fetch: (url: string, init?: RequestInit) => fetch(new URL(url, window.location.href), init),
  });
  window.eval(script);
  const $ = <E extends HTMLElement = HTMLElement>(selector: string): E => {
    const element = window.document.querySelector<E>(selector);
    if (!element) throw new Error(`nothing is ${selector}`);
    return element;
  };
  const type = (selector: string, value: string): void => {
    const field = $<HTMLInputElement>(selector);
    field.value = value;
    field.dispatchEvent(new window.Event('input', { bubbles: true }));
  };
  const say = (selector: string, event: string, init: object = {}): void => {
    $(selector).dispatchEvent(new window.Event(event, { bubbles: true, cancelable: true, ...init }));
  };
  const press = (selector: string, key: string): void => {
    $(selector).dispatchEvent(new window.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  };
  return { window, document: window.document, $, type, say, press };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

const rest = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('live-levy', () => {
  const form = '<live-levy data-src="/live"><form><input name="staff" id="staff"><button>算</button></form><div data-live-result>旧</div><div role="status" data-live-status></div></live-levy>';

  it('asks once, after typing has stopped, and says the sum once without moving the focus', async () => {
    handler = (_request, body, response) => response.end(`<p>应缴 <strong data-announce>${new URLSearchParams(body).get('staff')} 人应缴 41,850.00 元</strong></p><script>document.title='x'</script>`);
    const { $, type, document } = page(form);
    $('#staff').focus();
    for (const value of ['3', '31']) type('#staff', value);
    await until(() => $('[data-live-status]').textContent !== '');
    expect(requests).toEqual([{ method: 'POST', url: '/live', body: 'staff=31' }]);
    expect($('[data-live-status]').textContent).toBe('31 人应缴 41,850.00 元');
    expect($('[data-live-result] strong').textContent).toBe('31 人应缴 41,850.00 元');
    expect(document.activeElement).toBe($('#staff'));
    expect(document.title).toBe('');
  });

  it('waits for the end of an IME composition', async () => {
    const { say, type } = page(form);
    say('#staff', 'compositionstart');
    type('#staff', 'san');
    await rest(1200);
    expect(requests).toEqual([]);
    say('#staff', 'compositionend');
    await until(() => requests.length === 1);
  });

  it('takes the old sum away when the server cannot work one out', async () => {
    handler = (_request, _body, response) => response.writeHead(422).end('<p>缺少必填项</p>');
    const { $, type } = page(form);
    type('#staff', 'x');
    await until(() => $('[data-live-result]').textContent === '');
    expect($('[data-live-status]').textContent).toBe('');
  });
});

describe('code-lookup', () => {
  const field = '<form><code-lookup data-src="/regions" data-name="region" data-found="找到 {n} 个" data-none="没有找到"><label for="q">地区</label><input id="q" name="q" type="text"><button>查找</button><div role="status" data-lookup-status></div></code-lookup></form>';

  beforeEach(() => {
    handler = (request, _body, response) => {
      const none = request.url?.includes(encodeURIComponent('无'));
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify({ items: none ? [] : [{ value: '370303', text: '山东省淄博市张店区' }, { value: '330500', text: '浙江省湖州市' }] }));
    };
  });

  it('is a combobox whose choice goes into the hidden field', async () => {
    const { $, type, press, document } = page(field);
    const input = $<HTMLInputElement>('#q');
    expect(input.getAttribute('role')).toBe('combobox');
    input.focus();
    type('#q', '张店');
    await until(() => input.getAttribute('aria-expanded') === 'true');
    expect(requests[0]?.url).toBe(`/regions?q=${encodeURIComponent('张店')}`);
    expect($('[data-lookup-status]').textContent).toBe('找到 2 个');
    press('#q', 'ArrowDown');
    expect(input.getAttribute('aria-activedescendant')).toBe('q-list-0');
    expect($('#q-list-0').getAttribute('aria-selected')).toBe('true');
    press('#q', 'ArrowUp');
    expect(input.getAttribute('aria-activedescendant')).toBe('q-list-1');
    press('#q', 'ArrowDown');
    press('#q', 'Enter');
    expect([input.value, $<HTMLInputElement>('[name=region]').value, input.getAttribute('aria-expanded')]).toEqual(['山东省淄博市张店区', '370303', 'false']);
    expect(document.activeElement).toBe(input);
  });

  it('drops the choice when the words change, and says when nothing is found', async () => {
    const { $, type, press } = page(field);
    $('#q').focus();
    type('#q', '张店');
    await until(() => $('#q').getAttribute('aria-expanded') === 'true');
    press('#q', 'ArrowDown');
    press('#q', 'Enter');
    type('#q', '无');
    expect($<HTMLInputElement>('[name=region]').value).toBe('');
    await until(() => $('[data-lookup-status]').textContent === '没有找到');
    expect($('#q').getAttribute('aria-expanded')).toBe('false');
  });

  it('closes with Escape and leaves the words', async () => {
    const { $, type, press } = page(field);
    $('#q').focus();
    type('#q', '湖州');
    await until(() => $('#q').getAttribute('aria-expanded') === 'true');
    press('#q', 'Escape');
    expect([$<HTMLInputElement>('#q').value, $('#q-list').hidden]).toEqual(['湖州', true]);
  });
});

describe('poll-status', () => {
  it('follows a job to its end and asks no more', async () => {
    const states = ['<p data-announce>正在解析，第 2 位</p>', '<p data-final data-announce>已完成</p><a href="/result">查看结果</a>'];
    handler = (_request, _body, response) => response.end(states[Math.min(requests.length, 2) - 1]);
    const { $ } = page('<poll-status data-src="/state" data-seconds="0.05"><div data-poll-result><a href="/page">刷新进度</a></div><div role="status" data-poll-status></div></poll-status>');
    await until(() => $('[data-poll-status]').textContent === '已完成');
    await rest(300);
    expect(requests).toHaveLength(2);
    expect($('[data-poll-result] a').getAttribute('href')).toBe('/result');
  });

  it('stops when the job is gone', async () => {
    handler = (_request, _body, response) => response.writeHead(404).end('<p>没有了</p>');
    const { $ } = page('<poll-status data-src="/state" data-seconds="0.05"><div data-poll-result>旧</div><div role="status" data-poll-status></div></poll-status>');
    await until(() => requests.length === 1);
    await rest(300);
    expect([requests.length, $('[data-poll-result]').textContent]).toEqual([1, '旧']);
  });
});

describe('upload-progress', () => {
  const form = '<upload-progress data-uploading="正在上传" data-percent="已上传 {n}%" data-failed="没有完成"><form method="post" action="/roster" enctype="multipart/form-data"><input type="hidden" name="_csrf" value="t"><input type="file" name="file"><button>上传</button></form><p role="status" data-upload-status></p></upload-progress>';

  function withFile(html: string) {
    const opened = page(html);
    const file = new opened.window.File(['x'.repeat(2000)], 'a.csv', { type: 'text/csv' });
    Object.defineProperty(opened.$('input[type=file]'), 'files', { value: Object.assign([file], { item: () => file }) });
    return opened;
  }

  it('leaves an empty form to the server', () => {
    const { window, $ } = page(form);
    const event = new window.Event('submit', { bubbles: true, cancelable: true });
    // jsdom cannot send forms; the test only asks whether the script stands in the way.
    $('form').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it('shows the page with faults that comes back, with its title', async () => {
    handler = (_request, _body, response) => {
      response.writeHead(422, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end('<!DOCTYPE html><title>错误：花名册</title><main><div class="govuk-error-summary" data-module="govuk-error-summary" tabindex="-1"><div role="alert">第 3 行</div></div></main>');
    };
    const { document, say } = withFile(form);
    say('form', 'submit');
    await until(() => document.title === '错误：花名册');
    expect(requests).toHaveLength(1);
    expect(requests[0]?.body).toContain('name="_csrf"');
    expect(document.querySelectorAll('main')).toHaveLength(1);
    expect(document.activeElement?.className).toBe('govuk-error-summary');
  });

  it('says what to do when the upload breaks, and then gets out of the way', async () => {
    handler = (request) => request.socket.destroy();
    const { $, say, window } = withFile(form);
    say('form', 'submit');
    await until(() => $('[data-upload-status]').textContent === '没有完成');
    const again = new window.Event('submit', { bubbles: true, cancelable: true });
    $('form').dispatchEvent(again);
    expect(again.defaultPrevented).toBe(false);
  });
});

describe('read-aloud', () => {
  it('adds no button where the device has no voice', () => {
    const { document } = page('<read-aloud data-start="朗读" data-stop="停"><p>文字</p></read-aloud>');
    expect(document.querySelector('button')).toBeNull();
  });
});

it('marks the page for the styles that wait for the script', () => {
  expect(page('').document.body.className).toBe('js-enabled govuk-frontend-supported');
});
