import { say } from '../../../kernel/texts.js';
import type { PageContext, PageView } from '../../../ui/index.js';
import { rightsPageTexts, type RightsText } from '../texts.js';

export type RightsWords = (key: RightsText, params?: Readonly<Record<string, string | number>>) => string;

export const wordsOf = (context: PageContext): RightsWords => (key, params = {}) => say(rightsPageTexts, context.variant, key, params);

/** An instant in China's time, to the minute. */
export const instantText = (instant: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(instant);

/** An account that is connected with no file: what to do about it. */
export function withoutFilePage(context: PageContext, title: RightsText): PageView {
  const t = wordsOf(context);
  return { title: t(title), noIndex: true, content: <><h1 class="govuk-heading-l">{t(title)}</h1><p class="govuk-body">{t('noFile')}</p></> };
}
