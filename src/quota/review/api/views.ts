import { maskCitizenId } from '../../../kernel/ids/citizen-id.js';
import { maskDisabilityCertificate } from '../../../kernel/ids/disability-certificate.js';
import { formatYuan, type Fen } from '../../../kernel/money.js';
import { monthsOfYear } from '../../../kernel/year-month.js';
import type { Scope } from '../../../platform/access/index.js';
import { filingNumber, shownName, type DeclarationHead } from '../../filing/index.js';
import type { ShownLine, ShownReview } from '../app/read-review.query.js';
import type { ReviewStatement } from '../app/read-statement.query.js';
import type { ReviewFile } from '../infra/file.repository.js';
import type { FilingReview } from '../infra/review.repository.js';

const yuan = (sum: Fen | null): string | null => (sum === null ? null : formatYuan(sum));

export const headView = ({ firstChecker: _, ...head }: DeclarationHead) => ({ ...head, number: head.submittedAt === null ? null : filingNumber(head) });

export const reviewView = ({ trialPayable, beforePayable, firstBy: _first, secondBy: _second, acceptedBy: _accepted, ...review }: FilingReview) =>
  ({ ...review, trialPayable: yuan(trialPayable), beforePayable: yuan(beforePayable), change: yuan(trialPayable === null || beforePayable === null ? null : (trialPayable - beforePayable) as Fen) });

export const paperView = ({ storedBy: _, digest: _digest, kind: _kind, registryPersonId: _person, number, ...file }: ReviewFile) => ({ ...file, versionNumber: number });

export const reviewOf = ({ head, version, compared, sums, reviews, review, isCorrection, signals, requests, objections, papers }: ShownReview, me: string | null) => ({
  ...headView(head), isMine: review?.firstBy != null && review.firstBy === me, isCorrection, shownVersion: version.number, monthlyStaff: version.monthlyStaff, totalWages: yuan(version.totalWages), lateReason: version.lateReason,
  claimedPayable: yuan(version.trialPayable), claimedArranged: version.arranged, compared, sums, check: review === null ? null : reviewView(review), decisions: reviews.filter(({ outcome }) => outcome !== null).map(reviewView),
  signals: signals.map(({ lookedBy: _, ...signal }) => signal), requests, objections, papers: papers.map(paperView),
});

/** Names are whole only for the employer whose staff they are; numbers for nobody. A value of law that we lack is a reviewer's matter. */
export function lineOf({ line, citizenId, compared, decision, lineId, claimed, isClear, contested, conflictId, papers }: ShownLine, scope: Scope, baseYear: number) {
  const names = monthsOfYear(baseYear);
  const months = (mask: number): readonly string[] => names.filter((_, bit) => mask & (1 << bit));
  const isEmployer = scope.kind === 'employer';
  return {
    id: lineId, name: shownName(line.name, scope), citizenId: maskCitizenId(citizenId), certificateKind: line.certificateKind, certificateNumber: maskDisabilityCertificate(line.certificate), certificateGrade: line.certificateGrade,
    contractKind: line.contractKind, contractStart: line.contractStart, contractEnd: line.contractEnd, wage: yuan(line.wage), counts: line.counts, otherUscc: line.otherUscc, claimed: months(claimed), papers,
    decision: decision === null ? null : { months: months(decision.months), refused: months(claimed & ~decision.months), reason: decision.reason, words: decision.words, together: decision.together, decidedAt: decision.decidedAt },
    ...(isEmployer ? {} : { isClear, conflictId, contested: { open: months(contested.open), lost: months(contested.lost) } }),
    compared: compared === null ? null : {
      counted: months(compared.counted), notes: compared.notes, sources: compared.sources, comparedAt: compared.comparedAt,
      verdicts: compared.groups.map((group) => ({
        months: months(group.months), counted: group.counted, weight: group.weight, provisional: group.provisional,
        findings: group.findings.filter(({ answer }) => !isEmployer || answer !== 'unknown_parameter').map(({ condition, answer, code, params, source }) => ({ condition, answer, code, params, source })),
      })),
    },
  };
}

export const statementOf = ({ head, version, decided, sums, trial, decisions, objections, objectionUntil, remedies }: ReviewStatement) => ({
  declarationId: head.id, number: filingNumber(head), employerName: head.employerName, uscc: head.uscc, regionCode: head.regionCode, baseYear: head.baseYear, filingYear: head.filingYear, state: head.state, version: head.version,
  declared: { monthlyStaff: version.monthlyStaff, totalWages: yuan(version.totalWages), claimedMonths: sums.claimedMonths, claimedPayable: yuan(version.trialPayable) },
  decided: reviewView(decided), refusedLines: sums.refusedLines, trial, decisions: decisions.map(reviewView), objections, objectionUntil, remedies,
});
