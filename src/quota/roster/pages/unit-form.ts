import {
  faultAt, steps, textOf, type FormFault, type Law, type LevyDraft, type StepAnswer, type Typed,
} from '../../levy/index.js';
import { findPlace, type FoundPlace, type Region } from '../../../policy/index.js';

/** What the short form of the roster page leaves as it is: it holds more than one box can show. */
export const keepsStaff = ({ headcount }: LevyDraft): boolean => headcount !== undefined && 'monthly' in headcount;
export const keepsWages = ({ averageWage }: LevyDraft): boolean => averageWage !== undefined;

/** The facts that a roster needs beside itself, in the order of the form. */
export const UNIT_FACTS = ['region', 'year', 'kind', 'staff', 'wages'] as const;
export type UnitFact = (typeof UNIT_FACTS)[number];

export function missingFacts({ region, baseYear, employerKind, headcount, totalWages, averageWage }: LevyDraft): readonly UnitFact[] {
  const known: Readonly<Record<UnitFact, boolean>> = {
    region: region !== undefined, year: baseYear !== undefined, kind: employerKind !== undefined, staff: headcount !== undefined,
    wages: totalWages !== undefined || averageWage !== undefined,
  };
  return UNIT_FACTS.filter((fact) => !known[fact]);
}

/** What stands in the boxes: as the draft has it. */
export function typedUnit({ region, baseYear, employerKind, headcount, totalWages }: LevyDraft, law: Law): Typed {
  return {
    q: region === undefined ? '' : findPlace(region, '', law.regions).words,
    region: region ?? '',
    year: String(baseYear ?? ''),
    kind: employerKind ?? '',
    average: headcount !== undefined && 'average' in headcount ? headcount.average : '',
    totalWages: totalWages ?? '',
  };
}

export type UnitAnswer =
  | { readonly kind: 'saved'; readonly draft: LevyDraft }
  | { readonly kind: 'faults'; readonly faults: readonly FormFault[]; /** Places among which one is chosen. */ readonly choices: readonly Region[] }
  | { readonly kind: 'elsewhere'; readonly goTo: string };

/** The short form is the journey's own questions, read by its own steps one after the other; all faults are shown together. */
export function readUnit(typed: Typed, draft: LevyDraft, law: Law): UnitAnswer {
  const place = findPlace(textOf(typed, 'region'), textOf(typed, 'q'), law.regions);
  const faults: FormFault[] = [];
  let current: LevyDraft = { ...draft, disabled: 'roster' };
  const parts: readonly ((present: LevyDraft) => StepAnswer)[] = [
    (present) => readRegion(place, textOf(typed, 'q'), present, law),
    (present) => renamed(steps.year.read({ year: 'other', otherYear: textOf(typed, 'year') }, present, law), 'otherYear', 'year'),
    (present) => steps.kind.read({ kind: textOf(typed, 'kind') }, present, law),
    ...(keepsStaff(draft) ? [] : [(present: LevyDraft) => steps.staff.read({ how: 'average', average: textOf(typed, 'average') }, present, law)]),
    ...(keepsWages(draft) ? [] : [(present: LevyDraft) => steps.wages.read({ how: 'total', totalWages: textOf(typed, 'totalWages') }, present, law)]),
  ];
  for (const part of parts) {
    const answer = part(current);
    if (answer.kind === 'elsewhere') return { kind: 'elsewhere', goTo: answer.goTo };
    if (answer.kind === 'saved') current = answer.draft;
    else faults.push(...answer.faults);
  }
  return faults.length > 0 ? { kind: 'faults', faults, choices: place.choices } : { kind: 'saved', draft: current };
}

function readRegion(place: FoundPlace, query: string, draft: LevyDraft, law: Law): StepAnswer {
  const refuse = (field: string, code: string): StepAnswer => ({ kind: 'faults', faults: [faultAt({ field, label: 'region' }, code, { query })] });
  if (place.choices.length > 0) return refuse('region', 'levy.page.region_several');
  if (query === '' && place.words === '') return refuse('q', 'levy.page.region_empty');
  if (place.unknown) return refuse('q', 'levy.page.region_not_found');
  return renamed(steps.region.read({ q: query, region: place.region }, draft, law), 'region', 'q');
}

/** The steps' boxes have other names here. */
function renamed(answer: StepAnswer, from: string, to: string): StepAnswer {
  return answer.kind === 'faults' ? { kind: 'faults', faults: answer.faults.map((fault) => (fault.field === from ? { ...fault, field: to } : fault)) } : answer;
}
