import type { Region } from '../../../../policy/index.js';
import type { PageContext } from '../../../../ui/index.js';
import type { FormFault, Law, LevyDraft, Typed } from '../../../levy/index.js';

/** The form of the first step as it was typed. */
export type UnitForm = { readonly typed: Typed; readonly faults: readonly FormFault[]; readonly choices: readonly Region[] };

export type UploadLimits = { readonly rows: number; readonly megabytes: number; readonly minutes: number };

export type UploadView = {
  readonly context: PageContext;
  readonly draft: LevyDraft;
  readonly law: Law;
  readonly limits: UploadLimits;
  /** The form of the first step, open and as typed; null where it is shown as a list. */
  readonly unit: UnitForm | null;
  /** Why the last file was not taken: one sentence that says what to do. */
  readonly refusal: string | null;
  readonly notice: 'deleted' | 'nothing' | null;
};
