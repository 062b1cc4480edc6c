import type { VNode } from 'preact';
import { formatYuan, type Fen } from '../../../../kernel/money.js';
import { Mixed } from '../../../../ui/index.js';
import { findingWords, type LineNote, type StoredGroup } from '../../../comparison/index.js';
import { groupedYuan } from '../../../levy/index.js';
import type { ShownLine } from '../../app/read-review.query.js';
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

/** Why a line needs a look, in words and on few lines. */
export function Doubts({ kit, line: { compared, contested } }: { readonly kit: Kit; readonly line: ShownLine }): VNode {
  const { context, t, months } = kit;
  const words = [
    ...(compared === null ? [t('notCompared')] : asTold(kit, compared.groups).map((told) => kit.says(t(told.verdict, { months: months(told.months) }), kit.list(...told.reasons)))),
    ...(compared?.notes ?? []).map((note) => noteWords(kit, note)), ...contestWords(kit, contested),
  ];
  return <ul class="govuk-list govuk-list--bullet">{words.map((one) => <li><Mixed context={context}>{one}</Mixed></li>)}</ul>;
}
