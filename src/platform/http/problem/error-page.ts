import type { Request } from 'express';
import { LANGUAGE_TAGS } from '../../i18n/index.js';
import type { RequestView } from '../request-view.js';
import type { Problem } from './problem.js';

/** Injection token of the one that shows a refusal to a person who reads pages. Without it a plain page is sent. */
export const ERROR_PAGE_RENDERER = Symbol('ERROR_PAGE_RENDERER');

export type ErrorPageRenderer = {
  /** The whole HTML document. @param request of whoever is refused, who may be signed in all the same */
  render(problem: Problem, view: RequestView, request: Request): string;
};

const HOME = { zh: '回到首页', en: 'Go to the home page' } as const;
const NUMBER = { zh: '编号', en: 'Number' } as const;

/** Readable without style or script, for when the page kit is missing or fails itself. */
export const plainErrorPage = {
  render: (problem: Problem, { language }: RequestView): string => `<!DOCTYPE html>
<html lang="${LANGUAGE_TAGS[language]}"><head><meta charset="utf-8"><title>${escape(problem.title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>${escape(problem.title)}</h1><p>${NUMBER[language]}: ${escape(problem.correlationId)}</p><p><a href="${language === 'en' ? '/en' : '/'}">${HOME[language]}</a></p></main></body></html>
`,
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
