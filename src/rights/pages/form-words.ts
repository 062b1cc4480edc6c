import type { FormWords, PageContext } from '../../ui/index.js';
import { wordsOf } from './views/parts.js';

export function consentWords(context: PageContext): FormWords {
  const t = wordsOf(context);
  return { fieldOf: (code) => (code === 'rights.consent.period' ? 'until' : 'purpose'), asks: { purpose: t('askPurpose'), recipient: t('askRecipient'), what: t('askWhat'), until: t('askUntil') } };
}

export function requestWords(context: PageContext): FormWords {
  const t = wordsOf(context);
  return { fieldOf: () => 'kind', asks: { kind: t('askKind'), wish: t('askWish') } };
}

export const answerWords = (context: PageContext): FormWords => ({ fieldOf: () => 'answer', asks: { answer: wordsOf(context)('askAnswer') } });
