import type { Language, TextVariant } from '../../kernel/texts.js';
import { parseDisplaySettings, DISPLAY_COOKIE, type DisplaySettings } from './display-settings.js';
import { undeclaredSite, type Site } from './site.js';

/** The session that a page is shown in. Times are seconds from now: clocks of visitors are often wrong. */
export type SessionView = {
  readonly secondsLeft: number;
  /** Seconds before the end at which the page warns. */
  readonly warnSeconds: number;
  /** Words of the display settings in the profile; empty where none were kept. */
  readonly display: string;
};

/** What a page needs to know of the request that it answers. Built once per request, given to every view. */
export type PageContext = {
  readonly language: Language;
  /** `easy` only where the reader asked for it and the page is Chinese. */
  readonly variant: TextVariant;
  /** Without the language prefix, with the query: `/levy?year=2024`. */
  readonly path: string;
  readonly display: DisplaySettings;
  readonly site: Site;
  /** Null for a stranger. */
  readonly session: SessionView | null;
  /** Value of the hidden field `_csrf` of every form that posts. Asking for it may set a cookie: ask only where a form is. */
  csrfToken(): string;
  /** The address of a page of ours in the language of this page: `/help` → `/en/help`. */
  href(path: string): string;
};

/** The part that the HTTP layer knows (`requestView` of src/platform/i18n). */
export type RequestFacts = {
  readonly language: Language;
  readonly path: string;
  csrfToken(): string;
};

export function pageContext(request: RequestFacts, cookies: Readonly<Record<string, string | undefined>>, site: Site = undeclaredSite): PageContext {
  const display = parseDisplaySettings(cookies[DISPLAY_COOKIE]);
  return {
    language: request.language,
    variant: request.language === 'zh' && display.easyRead ? 'easy' : request.language,
    path: request.path,
    display,
    site,
    session: null,
    csrfToken: () => request.csrfToken(),
    href: (path) => localPath(request.language, path),
  };
}

/** The page in a session: settings that were kept in the profile hold on every device. */
export function inSession(context: PageContext, session: SessionView | null): PageContext {
  if (session === null || session.display === '') return { ...context, session };
  const display = parseDisplaySettings(session.display);
  return { ...context, session, display, variant: context.language === 'zh' && display.easyRead ? 'easy' : context.language };
}

export function localPath(language: Language, path: string): string {
  if (language === 'zh') return path;
  return path === '/' ? '/en' : `/en${path}`;
}
