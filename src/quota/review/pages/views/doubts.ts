import { formatYuan, type Fen } from '../../../../kernel/money.js';
import { findingWords, type LineNote, type StoredGroup } from '../../../comparison/index.js';
import { groupedYuan } from '../../../levy/index.js';
import type { Contested } from '../../domain/line-decision.js';
import type { Kit } from './kit.js';

export type Told = { readonly verdict: 'groupRefused' | 'groupProvisional' | 'groupCounted'; readonly months: number; readonly reasons: readonly string[] };

/** Months of which the same is said stand together: what differs only in the document of law behind it reads alike. */
export function asTold({ context, t }: Kit, groups: readonly StoredGroup[]): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { counted, provisional, months, findings } of groups.filter((group) => group.findings.length > 0)) {
    const verdict = !counted ? 'groupRefused' : provisional ? 'groupProvisional' : 'groupCounted';
    const reasons = findings.map((finding) => `${findingWords(context.variant, finding)}${finding.answer === 'unknown_parameter' ? t('parameterNote') : ''}`);
    const key = JSON.stringify([verdict, reasons]);
    told.set(key, { verdict, months: (told.get(key)?.months ?? 0) | months, reasons });
  }
  return [...told.values()];
}

const fenText = (text: string): string => groupedYuan(formatYuan(BigInt(text) as Fen));

export function noteWords({ t }: Kit, note: LineNote): string {
  switch (note.code) {
    case 'number_differs': return t('note_number_differs');
    case 'grade_differs': return t('note_grade_differs', { declared: note.declared, registered: note.registered });
    case 'wage_differs': return t('note_wage_differs', { declared: fenText(note.declared), registered: fenText(note.registered) });
  }
}

export const contestWords = ({ t, months }: Kit, { open, lost }: Contested): readonly string[] => [
  ...(open === 0 ? [] : [t('contestedOpen', { months: months(open) })]), ...(lost === 0 ? [] : [t('contestedLost', { months: months(lost) })]),
];
