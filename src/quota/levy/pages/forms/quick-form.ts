import { parseRegionCode } from '../../../../kernel/region-code.js';
import type { RegionRegister } from '../../../../policy/index.js';
import type { LevyDraft } from '../draft/draft.js';
import { MOST_MATCHES, regionStep } from '../steps/region-step.js';
import type { Law, StepAnswer } from '../steps/step.js';
import { steps } from '../steps/steps.js';
import { faultAt, type FormFault } from './faults.js';
import { plainNumber } from './typed-number.js';
import { textOf, type Typed } from './typed.js';

/** Answers of the steps that the one page leaves as they are: they hold more than its boxes can show. */
export const keepsStaff = ({ headcount }: LevyDraft): boolean => headcount !== undefined && 'monthly' in headcount;
export const keepsPeople = ({ disabled, people }: LevyDraft): boolean => disabled === 'people' && (people?.length ?? 0) > 0;

export type QuickAnswer = { readonly draft: LevyDraft } | { readonly faults: readonly FormFault[] };

/**
 * The form on one page is the same questions read by the same steps, one after the other; the faults of all are shown
 * together. An answer of kind `elsewhere` (no quota, several places) is a fault here or a way out.
 */
export function readQuick(typed: Typed, draft: LevyDraft, law: Law): QuickAnswer | { readonly goTo: string } {
  let current = draft;
  const parts: readonly (() => StepAnswer)[] = [
    () => readRegion(typed, current, law),
    () => rename(steps.year.read({ year: 'other', otherYear: textOf(typed, 'year') }, current, law), { otherYear: 'year' }),
    () => steps.kind.read({ kind: textOf(typed, 'kind') }, current, law),
    ...(keepsStaff(draft) ? [] : [() => steps.staff.read({ how: 'average', average: textOf(typed, 'average') }, current, law)]),
    () => steps.wages.read(typed, current, law),
    ...(keepsPeople(draft) ? [] : [() => readDisabled(typed, current, law)]),
    () => steps.paid.read({ ...steps.paid.typedFrom(draft), alreadyPaid: textOf(typed, 'alreadyPaid') }, current, law),
  ];
  const faults: FormFault[] = [];
  for (const part of parts) {
    const answer = part();
    if (answer.kind === 'faults') faults.push(...answer.faults);
    else if (answer.kind === 'saved') current = answer.draft;
    else return { goTo: answer.goTo };
  }
  return faults.length > 0 ? { faults } : { draft: current };
}

/** Nobody is entered as 0. */
function readDisabled(typed: Typed, draft: LevyDraft, law: Law): StepAnswer {
  const count = textOf(typed, 'arrangedCount');
  return /^0+(?:\.0+)?$/.test(plainNumber(count)) ? steps.disabled.read({ disabled: 'nobody' }, draft, law) : steps.disabled.read({ disabled: 'number', arrangedCount: count }, draft, law);
}

/** A code, or words that fit one place; several are a choice among radios of the same page. */
function readRegion(typed: Typed, draft: LevyDraft, law: Law): StepAnswer {
  const query = textOf(typed, 'q');
  const chosen = textOf(typed, 'region') || onlyMatch(query, law.regions);
  const answer = regionStep.read({ q: query, region: chosen }, draft, law);
  if (answer.kind !== 'elsewhere') return answer;
  return { kind: 'faults', faults: [faultAt({ field: 'region', label: 'region' }, 'levy.page.region_several', { query })] };
}

function onlyMatch(query: string, regions: RegionRegister): string {
  const code = parseRegionCode(plainNumber(query));
  if (code.ok && regions.has(code.value)) return code.value;
  const found = query === '' ? [] : regions.search(query, MOST_MATCHES);
  const named = found.filter(({ name, code: at }) => name === query || regions.fullName(at).replaceAll(' ', '') === query.replace(/\s/g, ''));
  const only = found.length === 1 ? found[0] : named.length === 1 ? named[0] : undefined;
  return only?.code ?? '';
}

function rename(answer: StepAnswer, names: Readonly<Record<string, string>>): StepAnswer {
  if (answer.kind !== 'faults') return answer;
  return { kind: 'faults', faults: answer.faults.map((fault) => ({ ...fault, field: names[fault.field] ?? fault.field })) };
}
