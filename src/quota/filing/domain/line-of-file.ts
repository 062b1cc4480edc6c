import { fen } from '../../../kernel/money.js';
import type { PersonFacts } from '../../counting/index.js';
import type { LineContent, LineSide } from './roster-line.js';

/** A row of a roster as it was read; the wage in fen is a text. */
export type ReadRow = {
  readonly claimedMonths: number;
  readonly dispatch: 'none' | 'in' | 'out';
  /** The other unit of a dispatch agreement; null where it is not named. */
  readonly otherUscc: string | null;
  readonly words: { readonly name: string; readonly certificateNumber: string; readonly post: string | null };
  readonly facts: Omit<PersonFacts, 'wage' | 'sources' | 'byMonth'> & { readonly wage: string | null };
};

/** A row of a file as a line of a filing. Its contract has a first day: the column is required. */
export function lineOfRow({ claimedMonths, dispatch, otherUscc, words, facts }: ReadRow): LineContent {
  const { certificate, contract } = facts;
  if (contract.start === null) throw new Error('a row without the first day of its contract is not accepted');
  return {
    name: words.name, certificate: words.certificateNumber, certificateKind: certificate.kind, certificateGrade: certificate.grade,
    // `never` is what only a register can say.
    certificateFrom: certificate.firstIssued === 'never' ? null : certificate.firstIssued,
    certificateUntil: certificate.validUntil, post: words.post, postCategory: facts.postCategory, contractKind: contract.kind, contractStart: contract.start, contractEnd: contract.end,
    wage: facts.wage === null ? null : fen(BigInt(facts.wage)), pension: facts.pensionInsurance, medical: facts.medicalInsurance, pensionDrawnFrom: facts.pensionDrawnFrom,
    residence: facts.residence, months: claimedMonths, counts: sideOf(dispatch), otherUscc,
  };
}

const sideOf = (dispatch: ReadRow['dispatch']): LineSide => (dispatch === 'none' ? 'own' : dispatch);
