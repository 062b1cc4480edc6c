import type { Reference } from '../../../../policy/index.js';
import type { LevyResult } from '../../domain/result.js';

/** 财税〔2015〕72号 of a long title; the title itself where it carries no number. */
export function shortTitle(title: string): string {
  return /（([^（）]*(?:〔\d{4}〕\s*\d+\s*号|第\s*\d+\s*号))[^（）]*）\s*$/.exec(title)?.[1] ?? title;
}

/** Every document that a result rests on, once, in the order of the steps. */
export function documentsOf({ statement = [], notApplied = [] }: LevyResult): readonly Reference[] {
  const byTitle = new Map<string, Reference>();
  for (const { rule } of [...statement, ...notApplied]) {
    if (rule?.reference && !byTitle.has(rule.reference.title)) byTitle.set(rule.reference.title, rule.reference);
  }
  return [...byTitle.values()];
}
