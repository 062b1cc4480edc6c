import type { TextVariant } from '../../../kernel/texts.js';
import type { StoredFinding, StoredGroup } from '../domain/compare-line.js';
import { papersFor, type PaperKind } from '../domain/papers.js';
import { findingWords } from './finding-words.js';

/** `months` a bit mask; `papers` what may help against the findings. */
export type Told = Pick<StoredGroup, 'months' | 'counted' | 'findings'> & { readonly papers: readonly PaperKind[] };

/**
 * Months about which the same is said. The employer is told nothing of values of law that we lack, and what differs only in
 * what the words do not say, such as the document of law behind it, reads alike.
 */
export function asTold(variant: TextVariant, groups: readonly StoredGroup[], own: boolean): readonly Told[] {
  const told = new Map<string, Told>();
  for (const { months, counted, findings: all } of groups) {
    const findings = all.filter(({ answer }: StoredFinding) => !own || answer !== 'unknown_parameter');
    const key = JSON.stringify([counted, findings.map((finding) => [finding.answer, findingWords(variant, finding)])]);
    told.set(key, { months: (told.get(key)?.months ?? 0) | months, counted, findings, papers: papersFor(all) });
  }
  return [...told.values()];
}
