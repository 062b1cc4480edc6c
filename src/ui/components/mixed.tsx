import type { VNode } from 'preact';
import type { PageContext } from '../layout/page-context.js';

const CHINESE = /([\u3000-\u303f\u3400-\u9fff\uff00-\uffef]+)/;

/** Words that may hold Chinese names and titles of law: on an English page their language is told, so that they are read right. */
export function Mixed({ context, children }: { readonly context: PageContext; readonly children: string }): VNode {
  if (context.language === 'zh' || !CHINESE.test(children)) return <>{children}</>;
  return <>{children.split(CHINESE).map((part, index) => (index % 2 === 1 ? <span lang="zh-CN">{part}</span> : part))}</>;
}

/** Attributes of an element that holds Chinese only, whatever the language of the page. */
export const chinese = ({ language }: PageContext): { readonly lang?: string } => (language === 'zh' ? {} : { lang: 'zh-CN' });

/** Attributes of a field by what was typed into it: Chinese in a field of an English page is read as Chinese. */
export const langOfTyped = (context: PageContext, typed: string): { readonly attributes?: { readonly lang: string } } => (context.language === 'en' && CHINESE.test(typed) ? { attributes: { lang: 'zh-CN' } } : {});

/** A title cannot be of two languages: on an English page one that holds Chinese names gives way to a general one. */
export const titleOf = (context: PageContext, words: string, general: string): string => (context.language === 'en' && CHINESE.test(words) ? general : words);
