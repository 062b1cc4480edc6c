import type { StepKey } from '../draft/tasks.js';
import { disabledStep } from './disabled-step.js';
import { kindStep } from './kind-step.js';
import { paidStep } from './paid-step.js';
import { regionStep } from './region-step.js';
import { registeredStep } from './registered-step.js';
import { seasonalStep } from './seasonal-step.js';
import { staffStep } from './staff-step.js';
import type { Step } from './step.js';
import { wagesStep } from './wages-step.js';
import { yearStep } from './year-step.js';

export const steps: Readonly<Record<StepKey, Step>> = {
  region: regionStep, year: yearStep, kind: kindStep, registered: registeredStep, staff: staffStep, seasonal: seasonalStep, wages: wagesStep, disabled: disabledStep, paid: paidStep,
};
