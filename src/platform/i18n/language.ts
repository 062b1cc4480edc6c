import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import type { Language } from '../../kernel/texts.js';

export const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>;

type Address = {
  readonly language: Language;
  /** Path without `/en` and without query. */
  readonly path: string;
  /** `?a=b`, or empty. */
  readonly search: string;
};

const addresses = new WeakMap<IncomingMessage, Address>();
const ENGLISH = /^\/en(?=\/|$)/;
const API = /^\/api\/./i;

/** The API; everything else is read by people, the page `/api` about it too. */
export const isApiPath = (path: string): boolean => API.test(path);

/**
 * `/en/levy` is the same page as `/levy` in English: the prefix is taken off before routing, without a redirect.
 * The API answers in the language of `Accept-Language`; a page never does, so that one address is one language.
 */
export function languageMiddleware(req: Request, res: Response, next: NextFunction): void {
  const [raw = '/', query] = req.url.split(/\?(.*)/s);
  const english = ENGLISH.test(raw);
  const path = english ? raw.replace(ENGLISH, '') || '/' : raw;
  const search = query === undefined ? '' : `?${query}`;
  const language = english || (isApiPath(path) && prefersEnglish(req.headers['accept-language'])) ? 'en' : 'zh';
  addresses.set(req, { language, path, search });
  req.url = path + search;
  res.setHeader('Content-Language', LANGUAGE_TAGS[language]);
  if (isApiPath(path)) res.vary('Accept-Language');
  next();
}

/** Chinese where the request never reached the middleware, as a request line that no parser understood. */
export const addressOf = (req: IncomingMessage): Address => addresses.get(req) ?? { language: 'zh', path: '/', search: '' };

export const languageOf = (req: IncomingMessage): Language => addressOf(req).language;

const MAX_RANGES = 20;

/** RFC 9110 §12.5.4: whether the header weighs English above Chinese. Without a wish, Chinese. */
export function prefersEnglish(header: string | undefined): boolean {
  let english = 0;
  let chinese = 0;
  for (const range of (header ?? '').split(',', MAX_RANGES)) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const weight = parameters.map((parameter) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find((q) => q !== undefined);
    const q = weight === undefined ? 1 : Math.min(1, Number(weight));
    if (/^en(?:-|$)/.test(tag)) english = Math.max(english, q);
    if (/^zh(?:-|$)/.test(tag)) chinese = Math.max(chinese, q);
  }
  return english > chinese;
}
