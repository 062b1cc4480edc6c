import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import { parseUscc } from '../../../kernel/ids/uscc.js';
import { fen, parseYuan, type Fen } from '../../../kernel/money.js';
import type { TypedRosterLine } from '../app/change-lines.command.js';
import type { EmployerFacts } from '../domain/employer-facts.js';
import { MOST_STAFF, type FactsDto, type LineDto } from './filings.dto.js';

function yuan(text: string, pointer: string): Fen {
  const parsed = parseYuan(text);
  if (!parsed.ok) throw new DomainError('input.invalid', {}, [{ pointer, code: 'filing.money.malformed' }]);
  return parsed.value;
}

const isCount = (count: unknown): count is number | null => count === null || (Number.isInteger(count) && (count as number) >= 0 && (count as number) <= MOST_STAFF);

/** class-validator has no word for a list of numbers with gaps. */
export const countFaults = (counts: readonly unknown[]): readonly FieldError[] => counts.flatMap((count, at): FieldError[] => (isCount(count) ? [] : [{ pointer: `/monthlyStaff/${at}`, code: 'filing.staff.malformed' }]));

function staff(counts: readonly unknown[]): (number | null)[] {
  const errors = countFaults(counts);
  if (errors.length > 0) throw new DomainError('input.invalid', {}, errors);
  return counts.filter(isCount);
}

/** @throws DomainError input.invalid (filing.staff.malformed, filing.money.malformed) */
export const factsOfInput = ({ monthlyStaff, seasonal, dispatchedStaff, totalWages, alreadyPaid }: FactsDto): EmployerFacts => ({
  monthlyStaff: staff(monthlyStaff),
  seasonal: (seasonal ?? []).map(({ count, months }) => ({ count, months })),
  dispatchedStaff: dispatchedStaff ?? null,
  totalWages: yuan(totalWages, '/totalWages'),
  alreadyPaid: alreadyPaid === undefined ? fen(0n) : yuan(alreadyPaid, '/alreadyPaid'),
});

const KIND_WORDS = { disability: '残疾人证', military: '残疾军人证', police: '伤残人民警察证' } as const;
const CONTRACT_WORDS: Readonly<Record<string, string>> = { establishment: '在编', contract: '合同' };

/** @throws DomainError input.invalid (filing.uscc.malformed) */
export function lineOfInput(input: LineDto): TypedRosterLine {
  const { certificateKind, contractKind, insuredMonths, dispatch, otherUscc } = input;
  const cells: Partial<Record<keyof TypedRosterLine['cells'], string>> = {
    name: input.name ?? '', citizenId: input.citizenId, certificateNumber: input.certificateNumber, contractStart: input.contractStart, contractEnd: input.contractEnd ?? '', wage: input.wage ?? '',
    post: input.post ?? '', grade: input.grade ?? '', postCategory: input.postCategory ?? '', pensionDrawnFrom: input.pensionDrawnFrom ?? '', dispatch: dispatch ?? '',
    certificateKind: certificateKind === undefined ? '' : KIND_WORDS[certificateKind], contractKind: contractKind === undefined ? '' : (CONTRACT_WORDS[contractKind] ?? contractKind),
  };
  return { cells, insuredMonths: insuredMonths === undefined ? null : Array.from({ length: 12 }, (_, at) => insuredMonths.includes(at + 1)), otherUscc: usccOf(otherUscc) };
}

function usccOf(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  const parsed = parseUscc(text);
  if (!parsed.ok) throw new DomainError('input.invalid', {}, [{ pointer: '/otherUscc', code: 'filing.uscc.malformed' }]);
  return parsed.value.text;
}
