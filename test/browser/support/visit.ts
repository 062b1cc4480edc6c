import { randomInt } from 'node:crypto';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type CDPSession, type Page, type Request, type Response } from 'playwright-core';
import { DISPLAY_COOKIE } from '../../../src/ui/layout/display-settings.js';

export type VisitOptions = {
  readonly language: 'zh' | 'en';
  /** False: a browser with JavaScript switched off. */
  readonly script: boolean;
  /** Words of the display cookie: `easy`, `xlarge.dark`. */
  readonly display: string;
  readonly width: number;
};

export const ordinary: VisitOptions = { language: 'zh', script: true, display: '', width: 1280 };

export type Loaded = {
  readonly url: string;
  /** document, stylesheet, script, image, font, xhr, fetch… */
  readonly kind: string;
  readonly status: number;
  /** Bytes as sent, with headers; 0 from the browser's own cache. */
  readonly bytes: number;
};

/** One visitor with one tab and no cookies, and what its browser loaded and complained about. */
export type Visit = {
  readonly options: VisitOptions;
  readonly origin: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Of the browser's debugging protocol, for what has no other door. */
  readonly debug: CDPSession;
  /** Everything loaded so far, in order. */
  loaded(): Promise<readonly Loaded[]>;
  /** The last document that the server sent, as sent. */
  document(): Response;
  /** Errors on the console, refusals of the content security policy and errors of scripts. */
  complaints(): readonly string[];
  /** The next visitor at the same machine: no cookies and nothing stored; files may still be in memory. */
  anew(): Promise<void>;
  close(): Promise<void>;
};

let connected: Promise<Browser> | null = null;

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`no ${name}: run with jest.browser.config.mjs`);
  return value;
}

export const serviceOrigin = (): string => needed('BROWSER_TEST_ORIGIN');

/** The one browser of the run. Say {@link leaveBrowser} in `afterAll`. */
const theBrowser = (): Promise<Browser> => (connected ??= chromium.connect(needed('BROWSER_TEST_ENDPOINT')));

export async function leaveBrowser(): Promise<void> {
  const browser = await connected;
  connected = null;
  await browser?.close();
}

/**
 * Every visitor comes from a network of its own, as the proxy in front tells it, so that nobody has to wait for what others
 * have mistyped before.
 */
const fromSomewhere = (): Readonly<Record<string, string>> => ({ 'X-Forwarded-For': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` });

/** What Chromium writes for every answer that is not a success; the answer itself is looked at elsewhere. */
const ORDINARY_REFUSAL = /^Failed to load resource: the server responded with a status of 4\d\d/;

export async function startVisit(options: VisitOptions): Promise<Visit> {
  const origin = serviceOrigin();
  const settings: BrowserContextOptions = { javaScriptEnabled: options.script, viewport: { width: options.width, height: options.width < 500 ? 640 : 900 }, locale: options.language === 'zh' ? 'zh-CN' : 'en-GB', extraHTTPHeaders: fromSomewhere() };
  const context = await (await theBrowser()).newContext(settings);
  context.setDefaultTimeout(60_000);
  const setDisplay = async (): Promise<void> => { if (options.display !== '') await context.addCookies([{ name: DISPLAY_COOKIE, value: options.display, url: origin }]); };
  await setDisplay();
  const page = await context.newPage();
  let loads: Promise<Loaded | null>[] = [];
  let complaints: string[] = [];
  let document: Response | null = null;
  page.on('requestfinished', (request) => loads.push(measured(request)));
  page.on('requestfailed', (request) => { if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`${request.method()} ${request.url()}: ${request.failure()?.errorText}`); });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
    const sentOn = response.status() >= 300 && response.status() < 400;
    if (response.request().isNavigationRequest() && !sentOn) document = response;
  });
  page.on('console', (message) => { if (message.type() === 'error' && !ORDINARY_REFUSAL.test(message.text())) complaints.push(message.text()); });
  // Whoever listens from the start is asked for files; a listener that comes right before the key is pressed may come too late.
  page.on('filechooser', () => undefined);
  page.on('pageerror', (error) => complaints.push(String(error)));
  const debug = await context.newCDPSession(page);
  return {
    options, origin, context, page, debug,
    loaded: async () => (await Promise.all(loads)).filter((load) => load !== null),
    document: () => {
      if (!document) throw new Error('nothing was opened yet');
      return document;
    },
    complaints: () => complaints,
    anew: async () => {
      await page.goto('about:blank');
      await debug.send('Storage.clearDataForOrigin', { origin, storageTypes: 'local_storage,indexeddb,cache_storage,service_workers' });
      await context.clearCookies();
      await context.setExtraHTTPHeaders(fromSomewhere());
      await setDisplay();
      loads = [];
      complaints = [];
      document = null;
    },
    close: () => context.close(),
  };
}

async function measured(request: Request): Promise<Loaded | null> {
  const response = await request.response().catch(() => null);
  if (!response) return null;
  const sizes = await request.sizes().catch(() => ({ responseBodySize: 0, responseHeadersSize: 0 }));
  return { url: request.url(), kind: request.resourceType(), status: response.status(), bytes: sizes.responseBodySize + sizes.responseHeadersSize };
}
