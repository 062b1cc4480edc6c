import type { InspectionForm } from '../forms.js';
import type { FormState } from './kit.js';

/** What the reader may do here. */
export type MayDo = { readonly carryOut: boolean; readonly decide: boolean; readonly answer: boolean; readonly isEmployer: boolean };
export type CasePageState = FormState<InspectionForm> & { readonly may: MayDo; readonly done: boolean };
