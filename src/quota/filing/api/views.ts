import { maskCitizenId } from '../../../kernel/ids/citizen-id.js';
import { maskDisabilityCertificate } from '../../../kernel/ids/disability-certificate.js';
import { formatYuan } from '../../../kernel/money.js';
import { monthsOfYear } from '../../../kernel/year-month.js';
import type { Scope } from '../../../platform/access/index.js';
import type { ShownDoubt } from '../app/doubts.js';
import type { Leaving } from '../app/read-imports.query.js';
import type { JudgedLine } from '../app/judge-lines.js';
import { doubtSentence } from '../texts.js';
import { filingNumber, type ShownFiling } from '../app/show-filing.query.js';
import type { Trial } from '../app/trial-sum.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import type { RosterImport } from '../infra/import.repository.js';
import type { FilingVersionHead } from '../infra/version.repository.js';

/** Names are whole only for the employer whose staff they are (security.md, 自己单位的花名册行). */
export const shownName = (name: string, scope: Scope): string => (scope.kind === 'employer' ? name : `${name.slice(0, 1)}${'*'.repeat(Math.max(0, name.length - 1))}`);

export const headView = ({ firstChecker: _, doubt: _doubt, ...head }: DeclarationHead) => ({ ...head, number: head.submittedAt === null ? null : filingNumber(head) });

export const versionView = ({ totalWages, alreadyPaid, trialPayable, createdBy: _, committedBy: _by, ...version }: FilingVersionHead) => ({
  ...version, totalWages: totalWages === null ? null : formatYuan(totalWages), alreadyPaid: formatYuan(alreadyPaid), trialPayable: trialPayable === null ? null : formatYuan(trialPayable),
});

export const trialView = (trial: Trial): object => (trial.kind === 'failed' ? { kind: trial.kind, error: trial.failure.error } : trial);

export const filingView = ({ head, version, sums, trial, window, acts }: ShownFiling) => ({ ...headView(head), current: versionView(version), sums, trial: trialView(trial), window, acts });

export function lineView({ line, citizenId, groups }: JudgedLine, scope: Scope, baseYear: number) {
  const names = monthsOfYear(baseYear);
  const months = (mask: number): readonly string[] => names.filter((_, bit) => mask & (1 << bit));
  return {
    id: line.id, name: shownName(line.name, scope), citizenId: maskCitizenId(citizenId), certificateKind: line.certificateKind, certificateNumber: maskDisabilityCertificate(line.certificate),
    post: scope.kind === 'employer' ? line.post : null, postCategory: line.postCategory, contractKind: line.contractKind, contractStart: line.contractStart, contractEnd: line.contractEnd,
    wage: line.wage === null ? null : formatYuan(line.wage), months: months(line.months), counts: line.counts, otherUscc: line.otherUscc, source: line.source, sourceRow: line.sourceRow,
    countedMonths: line.sums.counted, provisionalMonths: line.sums.counted - line.sums.certain,
    verdicts: groups.map((group) => ({
      months: months(group.months), counted: group.counted, weight: group.weight, provisional: group.provisional,
      findings: group.findings.map(({ condition, answer, code, params }) => ({ condition, answer, code, params })),
    })),
  };
}

export const importView = ({ versionId: _, aliveAt: _alive, words, fileName: _name, ...file }: RosterImport) => ({ ...file, warnings: words?.warnings ?? [], errorGroups: words?.groups ?? [] });

/** A file with whom it takes off the list. */
export const checkedImportView = (file: RosterImport, { all, shown }: Leaving, scope: Scope) => ({
  ...importView(file),
  leaving: {
    all,
    items: shown.map(({ line, citizenId, stays }) => ({ name: shownName(line.name, scope), citizenId: maskCitizenId(citizenId), contractStart: line.contractStart, contractEnd: line.contractEnd, personStays: stays })),
  },
});

export const doubtView = ({ id, code, params, kept, settledAt, lineId, name, citizenId }: ShownDoubt, scope: Scope) => ({
  id, code, params, sentence: doubtSentence({ code, params }, 'zh'), name: shownName(name, scope), citizenId: maskCitizenId(citizenId), kept, lineId, settledAt,
});
