import { maskCitizenId } from '../../../kernel/ids/citizen-id.js';
import type { Scope } from '../../../platform/access/index.js';
import { filingNumber, shownName } from '../../filing/index.js';
import type { ComparedFiling, ShownComparison } from '../app/read-comparison.query.js';
import { monthsOf } from '../domain/months.js';
import { papersFor } from '../domain/papers.js';
import type { ConflictDetail, ConflictHead, ShownSide } from '../infra/conflict-view.repository.js';

export const comparedFilingView = ({ head, version }: ComparedFiling) => ({
  id: head.id, number: head.submittedAt === null ? null : filingNumber(head), employerName: head.employerName, baseYear: head.baseYear, state: head.state,
  comparison: version === null ? null : { comparedAt: version.comparedAt, lines: version.lines, doubtful: version.doubtful, paper: version.paper, months: version.months, countedMonths: version.countedMonths },
});

/** What one line is told: its employer hears nothing of values of law that are lacking here; they are the reviewer's matter. */
export function comparedLineView({ line, citizenId, comparison, contest }: ShownComparison, scope: Scope, baseYear: number) {
  const own = scope.kind === 'employer';
  const months = (mask: number): readonly string[] => monthsOf(mask, baseYear);
  return {
    id: line.id, name: shownName(line.name, scope), citizenId: maskCitizenId(citizenId), comparedAt: comparison.comparedAt,
    months: months(line.months), counted: months(comparison.counted), provisional: months(comparison.provisional), insured: months(comparison.insured),
    verdicts: comparison.groups.map((group) => ({
      months: months(group.months), counted: group.counted, weight: group.weight, papers: papersFor(group.findings),
      findings: group.findings.filter(({ answer }) => !own || answer !== 'unknown_parameter').map(({ condition, answer, code, params, source, rules }) => ({ condition, answer, code, params, source, rules })),
    })),
    notes: comparison.notes, sources: comparison.sources,
    contest: contest === null ? null : { months: months(contest.contested), awarded: contest.awarded === null ? null : months(contest.awarded) },
  };
}

export const conflictHeadView = ({ overlapping, unagreed, ...head }: ConflictHead) => ({ ...head, overlapping: monthsOf(overlapping, head.baseYear), unagreed: monthsOf(unagreed, head.baseYear) });

export const conflictView = ({ sides, settledBy: _by, registryPersonId: _person, overlapping, unagreed, ...conflict }: ConflictDetail) => ({
  ...conflict, overlapping: monthsOf(overlapping, conflict.baseYear), unagreed: monthsOf(unagreed, conflict.baseYear), sides: sides.map((side) => sideView(side, conflict.baseYear)),
});

function sideView({ claimed, counted, givenAway, insured, contracted, awarded, employerId: _employer, ...side }: ShownSide, baseYear: number) {
  const months = (mask: number): readonly string[] => monthsOf(mask, baseYear);
  return { ...side, claimed: months(claimed), counted: months(counted), givenAway: months(givenAway), insured: months(insured), contracted: months(contracted), awarded: awarded === null ? null : months(awarded) };
}
