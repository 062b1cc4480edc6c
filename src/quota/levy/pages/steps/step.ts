import type { RegionRegister } from '../../../../policy/index.js';
import type { PageView } from '../../../../ui/index.js';
import type { LevySimulator } from '../../domain/simulate.js';
import type { LevyDraft } from '../draft/draft.js';
import type { StepKey } from '../draft/tasks.js';
import { faultAt, type FormFault, type Place } from '../forms/faults.js';
import { textOf, type Typed } from '../forms/typed.js';
import type { FormView } from '../views/question-frame.js';

/** What answers are judged by. */
export type Law = { readonly simulator: LevySimulator; readonly regions: RegionRegister };

export type StepAnswer =
  | { readonly kind: 'saved'; readonly draft: LevyDraft; /** Instead of the next question. */ readonly goTo?: string }
  | { readonly kind: 'faults'; readonly faults: readonly FormFault[] }
  /** Nothing to save. */
  | { readonly kind: 'elsewhere'; readonly goTo: string };

/** One question page: how it is filled from the draft, shown, and read back. Pure. */
export type Step = {
  readonly key: StepKey;
  typedFrom(draft: LevyDraft): Typed;
  show(view: FormView, draft: LevyDraft, law: Law): PageView;
  read(typed: Typed, draft: LevyDraft, law: Law): StepAnswer;
};

export const saved = (draft: LevyDraft, goTo?: string): StepAnswer => (goTo === undefined ? { kind: 'saved', draft } : { kind: 'saved', draft, goTo });

/** Saves where nothing is at fault. */
export const savedUnless = (faults: readonly FormFault[], draft: () => LevyDraft): StepAnswer => (faults.length > 0 ? { kind: 'faults', faults } : saved(draft()));

/** The year that questions speak of; the last one while none is chosen. */
export const yearOfDraft = (draft: LevyDraft, law: Law): number => draft.baseYear ?? Number(law.simulator.today.slice(0, 4)) - 1;

export const choose = (field: string, label: Place['label']): StepAnswer => ({ kind: 'faults', faults: [faultAt({ field, label }, 'levy.page.choose')] });

/** The fault of a box that must not be empty. */
export const needed = (typed: Typed, place: Place): readonly FormFault[] => (textOf(typed, place.field) === '' ? [faultAt(place, 'levy.case.required')] : []);

export const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

export const isOneOf = <T extends string>(allowed: readonly T[], value: string): value is T => (allowed as readonly string[]).includes(value);
