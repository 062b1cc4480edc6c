import { askPlace, type FormWords } from '../../../ui/index.js';
import type { Kit } from './views/kit.js';

/** Where a refusal stands that names no field of its own, by the end of its code. */
const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^collection\.order\.in_future$/, 'issuedOn'], [/^collection\.order\.term$/, 'expiresOn'], [/\.amount(?:_above)?$/, 'amount'], [/\.months(?:_above)?$/, 'months'], [/^collection\.relief\.until$/, 'until'],
  [/^collection\.relief\.in_future$/, 'decidedOn'], [/^collection\.relief\.(?:evidence_|without_evidence)/, 'file'], [/^collection\.credit\.term$/, 'respondBy'],
  [/^determinations\.notice\.(?:term_unknown|closes_too_early)$/, 'closesOn'], [/^collection\.batch\.digest_differs$/, 'digest'],
];

/** @param fallback where any other refusal stands */
const words = (asks: FormWords['asks'], fallback: string): FormWords => ({ fieldOf: (code) => FIELDS.find(([pattern]) => pattern.test(code))?.[1] ?? fallback, asks });

export const listWords = ({ t }: Kit): FormWords => words({ year: t('askYear'), state: t('askState'), uscc: t('askUscc') }, 'uscc');

export const orderWords = ({ t }: Kit): FormWords =>
  words({ kind: t('askKind'), document: t('askDocument'), issuedOn: t('askIssued'), expiresOn: t('askExpires'), amount: t('askAmount'), reason: t('askReason') }, 'kind');

export const awardWords = ({ t }: Kit): FormWords => words({ choice: t('askChoice') }, 'choice');

export const reliefWords = ({ t }: Kit): FormWords => words({ kind: t('askKind'), amount: t('askAmount'), months: t('askMonths'), grounds: t('askGrounds') }, 'kind');

export const decisionWords = ({ t }: Kit): FormWords =>
  words({ outcome: t('askOutcome'), document: t('askDocument'), decidedOn: t('askDecided'), amount: t('askAmount'), until: t('askUntil'), file: t('askFile') }, 'outcome');

export const creditWords = ({ t }: Kit): FormWords => words({ respondBy: t('askRespond'), reason: t('askReason'), words: t('askObjection'), outcome: t('askOutcome'), answer: t('askAnswer') }, 'reason');

export const regionYearWords = ({ context, t }: Kit): FormWords => words({ region: askPlace(context), regionCode: askPlace(context), year: t('askYearNumber'), differing: t('askShow'), baseYear: t('askYearNumber'), closesOn: t('askCloses') }, 'region');

export const digestWords = ({ t }: Kit): FormWords => words({ digest: t('askDigest') }, 'digest');
