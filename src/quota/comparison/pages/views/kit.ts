import { chinaDay } from '../../../../kernel/clock.js';
import type { TextParams } from '../../../../kernel/domain-error.js';
import { say } from '../../../../kernel/texts.js';
import type { FormWords, PageContext } from '../../../../ui/index.js';
import { monthRuns } from '../../domain/month-runs.js';
import { comparisonPageTexts, type ComparisonText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  t(key: ComparisonText, params?: TextParams): string;
  /** `1–3 月、5 月` */
  months(mask: number): string;
  day(at: Date): string;
};

const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

function monthWords(context: PageContext, mask: number): string {
  const name = (month: number): string => (context.language === 'zh' ? String(month) : ENGLISH[month - 1] ?? '');
  const unit = context.language === 'zh' ? ' 月' : '';
  return monthRuns(mask).map(([from, to]) => (from === to ? `${name(from)}${unit}` : `${name(from)}–${name(to)}${unit}`)).join(context.language === 'zh' ? '、' : ', ');
}

export function kitOf(context: PageContext): Kit {
  const t: Kit['t'] = (key, params = {}) => say(comparisonPageTexts, context.variant, key, params);
  return { context, t, months: (mask) => (mask === 0 ? t('none') : monthWords(context, mask)), day: chinaDay };
}

export const settleWords = ({ t }: Kit): FormWords => ({
  fieldOf: () => 'choice',
  asks: { choice: t('askChoice'), reason: t('askReason'), words: t('askWords'), ...Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`m${at + 1}`, t('askMonth', { month: at + 1 })])) },
});

export const lookWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'state', asks: { state: t('askState'), words: t('askWords') } });
