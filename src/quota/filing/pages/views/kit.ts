import type { TextParams } from '../../../../kernel/domain-error.js';
import { say } from '../../../../kernel/texts.js';
import type { FormWords, PageContext } from '../../../../ui/index.js';
import { filingAskTexts, filingPageTexts, type FilingText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  t(key: FilingText, params?: TextParams): string;
  /** An address below a filing. */
  at(id: string, part?: string): string;
};

export const kitOf = (context: PageContext): Kit => ({
  context,
  t: (key, params = {}) => say(filingPageTexts, context.variant, key, params),
  at: (id, part) => context.href(part === undefined ? `/filings/${id}` : `/filings/${id}/${part}`),
});

/** The way back from every part of a filing. */
export const backTo = ({ t, at }: Kit, id: string): { readonly href: string; readonly text: string } => ({ href: at(id), text: t('back') });

/** How the forms of this room tell what is wrong. @param field where a refusal without a place of its own stands */
export const wordsOf = ({ context }: Kit, field: string): FormWords => ({
  fieldOf: (code) => (code === 'filing.submit.late_reason_required' ? 'lateReason' : field),
  asks: {
    ...Object.fromEntries((Object.keys(filingAskTexts.zh) as (keyof typeof filingAskTexts.zh)[]).map((key) => [key, say(filingAskTexts, context.variant, key)])),
    ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`m${at + 1}`, say(filingAskTexts, context.variant, 'staff')])),
  },
});
