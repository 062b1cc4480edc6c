import { DomainError } from '../../../kernel/domain-error.js';
import { say } from '../../../kernel/texts.js';
import type { FormFault, PageAnswer, PageContext, PageView } from '../../../ui/index.js';
import { rightsPageTexts, type RightsText } from '../texts.js';

export type RightsWords = (key: RightsText, params?: Readonly<Record<string, string | number>>) => string;

export const wordsOf = (context: PageContext): RightsWords => (key, params = {}) => say(rightsPageTexts, context.variant, key, params);

/** A page with a form: what was typed, what is wrong with it, what was done. */
export type FormPageState<F> = { readonly typed: F; readonly faults: readonly FormFault[]; readonly done: string | null };

/** An instant in China's time, to the minute. */
export const instantText = (instant: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(instant);

/** An account without a file is told where to go; it has done nothing wrong. */
export async function withFile(context: PageContext, title: RightsText, work: () => Promise<PageAnswer>): Promise<PageAnswer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'rights.file.not_found') return withoutFilePage(context, title);
    throw error;
  }
}

function withoutFilePage(context: PageContext, title: RightsText): PageView {
  const t = wordsOf(context);
  return { title: t(title), noIndex: true, content: <><h1 class="govuk-heading-l">{t(title)}</h1><p class="govuk-body">{t('noFile')}</p></> };
}
