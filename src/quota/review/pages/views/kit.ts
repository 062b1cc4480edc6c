import { chinaDay } from '../../../../kernel/clock.js';
import type { TextParams } from '../../../../kernel/domain-error.js';
import { formatYuan, type Fen } from '../../../../kernel/money.js';
import type { RegionCode } from '../../../../kernel/region-code.js';
import { say } from '../../../../kernel/texts.js';
import type { RegionRegister } from '../../../../policy/index.js';
import { askPlace, type FormWords, type PageContext } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import { reviewAskTexts, reviewPageTexts, type ReviewText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  t(key: ReviewText, params?: TextParams): string;
  /** An address below a review. */
  at(id: string, part?: string): string;
  /** An address below a filing, which its employer sees too. */
  filing(id: string, part?: string): string;
  place(code: RegionCode): string;
  yuan(sum: Fen | null): string;
  day(at: Date | null): string;
  /** Months of a mask by their numbers: `1–3、7`. */
  months(mask: number): string;
  /** `甲：乙`, in the signs of the language. */
  says(what: string, words: string): string;
  /** `甲（乙）` */
  note(what: string, words: string): string;
  /** `甲，乙` of what is there. */
  list(...parts: readonly (string | false | null)[]): string;
};

export const kitOf = (context: PageContext, regions: RegionRegister): Kit => {
  const t: Kit['t'] = (key, params = {}) => say(reviewPageTexts, context.variant, key, params);
  const isChinese = context.language === 'zh';
  const below = (root: string) => (id: string, part?: string): string => context.href(part === undefined ? `${root}/${id}` : `${root}/${id}/${part}`);
  return {
    context, t, at: below('/reviews'), filing: below('/filings'), place: (code) => regions.fullName(code),
    yuan: (sum) => (sum === null ? t('dash') : t('yuan', { sum: groupedYuan(formatYuan(sum)) })),
    day: (at) => (at === null ? t('dash') : chinaDay(at)),
    months: (mask) => rangesOf(mask).map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(isChinese ? '、' : ', ') + (mask === 0 ? t('none') : isChinese ? ' 月' : ''),
    says: (what, words) => `${what}${isChinese ? '：' : ': '}${words}`,
    note: (what, words) => (isChinese ? `${what}（${words}）` : `${what} (${words})`),
    list: (...parts) => parts.filter((part) => part !== false && part !== null).join(isChinese ? '，' : ', '),
  };
};

function rangesOf(mask: number): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  for (let month = 1; month <= 12; month++) {
    if ((mask & (1 << (month - 1))) === 0) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else ranges.push([month, month]);
  }
  return ranges;
}

export type AskedField = keyof typeof reviewAskTexts.zh;

/** How the forms of this room tell what is wrong. @param field where a refusal without a place of its own stands */
export const wordsOf = ({ context }: Kit, field: string): FormWords => ({
  fieldOf: (code) => FIELD_OF[code] ?? field,
  asks: { ...Object.fromEntries((Object.keys(reviewAskTexts.zh) as AskedField[]).map((key) => [key, say(reviewAskTexts, context.variant, key)])), dueOn: say(reviewAskTexts, context.variant, 'due'), region: askPlace(context) },
});

const FIELD_OF: Readonly<Record<string, string>> = {
  'policy.place.unknown': 'region', 'policy.place.several': 'region', 'policy.place.many': 'region',
  'review.line.reason_refuses': 'reason', 'review.line.reason_accepts': 'reason', 'review.line.words_required': 'words', 'review.row.without_choice': 'choice', 'review.return.words_required': 'remark', 'review.return.due_required': 'dueOn', 'review.return.due_passed': 'dueOn', 'review.objection.due_required': 'dueOn',
  'review.objection.due_passed': 'dueOn', 'review.paper.kind': 'file', 'review.paper.not_needed': 'need', 'review.paper.too_many': 'file',
};
