import type { LocalDate } from '../../../../kernel/local-date.js';
import type { CollectionForm } from '../forms.js';
import type { FormState } from './kit.js';

/** What the reader may do here. */
export type MayDo = { readonly order: boolean; readonly award: boolean; readonly apply: boolean; readonly credit: boolean; readonly readRelief: boolean; readonly readCredit: boolean };
export type AssessmentPageState = FormState<CollectionForm> & { readonly may: MayDo; readonly done: boolean; readonly today: LocalDate };
