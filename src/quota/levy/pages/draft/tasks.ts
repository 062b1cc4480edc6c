import { hasPassed, type LevyDraft } from './draft.js';

/** The question pages in the order of the journey. */
export const STEP_KEYS = ['region', 'year', 'kind', 'registered', 'staff', 'seasonal', 'wages', 'disabled', 'paid'] as const;
export type StepKey = (typeof STEP_KEYS)[number];

export const TASK_KEYS = ['unit', 'staff', 'wages', 'disabled', 'check', 'result'] as const;
export type TaskKey = (typeof TASK_KEYS)[number];

const STEPS_OF: Readonly<Record<Exclude<TaskKey, 'result'>, readonly StepKey[]>> = {
  unit: ['region', 'year', 'kind', 'registered'],
  staff: ['staff', 'seasonal'],
  wages: ['wages'],
  disabled: ['disabled'],
  check: ['paid'],
};

/** Questions that the sum cannot do without. */
export const NEEDED: readonly StepKey[] = ['region', 'year', 'kind', 'staff', 'wages', 'disabled'];

export const stepPath = (step: StepKey): string => `/levy/${step}`;

export function isAnswered(draft: LevyDraft, step: StepKey): boolean {
  switch (step) {
    case 'region': return draft.region !== undefined;
    case 'year': return draft.baseYear !== undefined;
    case 'kind': return draft.employerKind !== undefined;
    case 'registered': return draft.registeredOn !== undefined || hasPassed(draft, 'registered');
    case 'staff': return draft.headcount !== undefined;
    case 'seasonal': return draft.seasonal !== undefined;
    case 'wages': return draft.totalWages !== undefined || draft.averageWage !== undefined;
    case 'disabled': return draft.disabled === 'nobody' || (draft.disabled === 'number' && draft.arrangedCount !== undefined) || (draft.disabled === 'people' && (draft.people?.length ?? 0) > 0);
    case 'paid': return draft.alreadyPaid !== undefined || draft.overrides !== undefined || hasPassed(draft, 'paid');
  }
}

/** Enough is answered for a sum; answers that may be left out count as none. */
export const isComputable = (draft: LevyDraft): boolean => NEEDED.every((step) => isAnswered(draft, step));

export const missingSteps = (draft: LevyDraft): readonly StepKey[] => NEEDED.filter((step) => !isAnswered(draft, step));

export type TaskState = { readonly key: TaskKey; readonly done: boolean; /** Null while nothing can be done there. */ readonly href: string | null };

/** The task list: two states only, done and not done. */
export function taskStates(draft: LevyDraft): readonly TaskState[] {
  const computable = isComputable(draft);
  const checked = computable && hasPassed(draft, 'check');
  return TASK_KEYS.map((key): TaskState => {
    if (key === 'result') return { key, done: checked, href: checked ? '/levy/statement' : null };
    const open = STEPS_OF[key].find((step) => !isAnswered(draft, step));
    if (key === 'check') return { key, done: checked, href: open !== undefined && !checked ? stepPath(open) : '/levy/check' };
    return { key, done: open === undefined, href: stepPath(open ?? (STEPS_OF[key][0] as StepKey)) };
  });
}

/** The page after a question, in the order of the journey; the check after the last. */
export function pathAfter(step: StepKey): string {
  const next = STEP_KEYS[STEP_KEYS.indexOf(step) + 1];
  return next === undefined ? '/levy/check' : stepPath(next);
}

/** The page before a question; the task list before the first. */
export function pathBefore(step: StepKey): string {
  const before = STEP_KEYS[STEP_KEYS.indexOf(step) - 1];
  return before === undefined ? '/levy' : stepPath(before);
}

/** An address that remembers that the visitor goes back to the answers. */
export const kept = (path: string, toCheck: boolean): string => (toCheck ? `${path}${path.includes('?') ? '&' : '?'}to=check` : path);
