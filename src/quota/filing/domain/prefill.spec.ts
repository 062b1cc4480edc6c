import { citizenIdCheckSign } from '../../../kernel/ids/citizen-id.js';
import { localDate } from '../../../kernel/local-date.js';
import { fen } from '../../../kernel/money.js';
import { yearMonth } from '../../../kernel/year-month.js';
import { ALL_MONTHS, NO_MONTHS_KNOWN } from '../../counting/index.js';
import { carryOver, fromSpell, withoutMonths, type KnownOfPerson } from './prefill.js';
import type { LineContent } from './roster-line.js';

const citizenId = `99999919800101001${citizenIdCheckSign('99999919800101001')}`;
const line: LineContent = {
  name: '示例', certificate: `${citizenId}43`, certificateKind: 'disability', certificateGrade: 3, certificateFrom: 'declared', certificateUntil: 'declared', post: '保洁', postCategory: 'worker',
  contractKind: 'contract', contractStart: localDate('2020-03-15'), contractEnd: null, wage: fen(500_000n), pension: { known: ALL_MONTHS, yes: ALL_MONTHS }, medical: { known: ALL_MONTHS, yes: ALL_MONTHS },
  pensionDrawnFrom: null, residence: null, months: ALL_MONTHS, counts: 'own', otherUscc: null,
};
const paid = { known: ALL_MONTHS, yes: ALL_MONTHS };
const nothing: KnownOfPerson = { pension: NO_MONTHS_KNOWN, medical: NO_MONTHS_KNOWN, leftAfter: null, certificates: [] };
const disability = { kind: 'disability' as const, number: `${citizenId}42`, firstIssued: localDate('2016-01-01'), validUntil: localDate('2027-01-01'), grade: 2 };
const today = localDate('2026-03-02');
const carried = (over: Partial<LineContent>, known: Partial<KnownOfPerson> = {}) => carryOver({ ...line, ...over }, { ...nothing, ...known }, 2025, today);
const codes = ({ notes }: ReturnType<typeof carried>): readonly string[] => notes.map(({ code }) => code.slice('filing.prefill.'.length));

describe('last year’s line', () => {
  it('is taken over; insurance of another year is not believed for this one', () => {
    const prefilled = carried({});
    expect(prefilled.line).toMatchObject({ name: '示例', post: '保洁', months: ALL_MONTHS, pension: NO_MONTHS_KNOWN, medical: NO_MONTHS_KNOWN });
    expect(codes(prefilled)).toEqual(['insurance_unknown']);
    expect(codes(carried({}, { pension: paid, medical: paid }))).toEqual([]);
  });

  it('is flagged and counts nothing when its contract ended before the year: it may have been renewed', () => {
    const prefilled = carried({ contractEnd: localDate('2024-12-31') }, { pension: paid, medical: paid });
    expect([prefilled.line?.months, prefilled.notes]).toEqual([0, [{ code: 'filing.prefill.contract_ended', params: { end: '2024-12-31' } }]]);
  });

  it('is left out with a word when employment or insurance ended before the year', () => {
    expect(carried({}, { leftAfter: yearMonth('2024-11') })).toEqual({ line: null, notes: [{ code: 'filing.prefill.left', params: { month: '2024-11' } }] });
    expect(carried({}, { pension: { known: ALL_MONTHS, yes: 0 }, medical: { known: ALL_MONTHS, yes: 0 } })).toEqual({ line: null, notes: [{ code: 'filing.prefill.not_insured', params: { year: 2025 } }] });
  });

  it('stays where a register does not know the whole year', () => {
    expect(carried({}, { pension: { known: 0b111, yes: 0 }, medical: { known: ALL_MONTHS, yes: 0 } }).line).not.toBeNull();
    expect(carried({ contractEnd: localDate('2025-01-01') }).line).toMatchObject({ months: 0b1 });
  });

  it('claims the months up to the last one of a placement that ended in the year', () => {
    const prefilled = carried({}, { leftAfter: yearMonth('2025-03'), pension: paid, medical: paid });
    expect([prefilled.line?.months, codes(prefilled)]).toEqual([0b111, ['left_during']]);
  });

  it('gives up the months that an earlier line of the same person claims', () => {
    const prefilled = carried({}, { pension: paid, medical: paid });
    expect(withoutMonths(prefilled, 0)).toEqual(prefilled);
    const rest = withoutMonths(prefilled, 0b111);
    expect([rest.line?.months, codes(rest)]).toEqual([ALL_MONTHS & ~0b111, ['same_months']]);
  });

  it('notes what is doubtful', () => {
    expect(codes(carried({ contractEnd: localDate('2025-06-30') }, { pension: paid, medical: paid }))).toEqual(['contract_ends']);
    expect(codes(carried({}, { pension: paid, medical: paid, certificates: [{ ...disability, validUntil: localDate('2026-02-28') }] }))).toEqual(['certificate_expired']);
  });

  it('takes certificate and months from the registers', () => {
    const prefilled = carried({}, { pension: { known: ALL_MONTHS, yes: 0b111111000000 }, medical: paid, certificates: [disability] });
    expect(prefilled.line).toMatchObject({ certificateFrom: '2016-01-01', certificateUntil: '2027-01-01', certificateGrade: 2, certificate: `${citizenId}42`, months: 0b111111000000 });
  });

  it('takes what its own certificate’s register says, not that of another certificate of the person', () => {
    const military = { certificateKind: 'military' as const, certificate: '军A0000001', certificateGrade: 3, certificateFrom: null, certificateUntil: null };
    expect(carried(military, { certificates: [disability] }).line).toMatchObject(military);
    const registered = { kind: 'military' as const, number: '军A0000002', firstIssued: localDate('2001-01-01'), validUntil: null, grade: 5 };
    expect(carried(military, { certificates: [disability, registered] }).line).toMatchObject({ certificate: '军A0000002', certificateGrade: 5, certificateFrom: '2001-01-01', certificateUntil: null });
  });

  it('keeps number and grade together: where the register’s number is of another grade than the year’s, both stay', () => {
    expect(carried({}, { certificates: [{ ...disability, number: `${citizenId}41B1` }] }).line).toMatchObject({ certificate: line.certificate, certificateGrade: 3 });
    expect(carried({}, { certificates: [{ ...disability, grade: null }] }).line).toMatchObject({ certificate: line.certificate, certificateGrade: 3 });
  });
});

describe('a placement of ours', () => {
  const spell = { contract: { kind: 'contract' as const, from: localDate('2025-05-06'), until: null }, fromMonth: yearMonth('2025-05'), postCategory: null, wage: fen(400_000n) };

  it('becomes a line where the certificate is known', () => {
    const prefilled = fromSpell(spell, '', { certificate: `${citizenId}43`, certificateKind: 'disability', certificateGrade: 3 }, { ...nothing, pension: paid, medical: paid }, 2025, today);
    expect(prefilled.line).toMatchObject({ contractStart: '2025-05-06', months: 0b111111110000, certificateGrade: 3 });
    expect(codes(prefilled)).toEqual(['hired_here']);
  });

  it('has the days of its own certificate', () => {
    const prefilled = fromSpell(spell, '', { certificate: '军A0000001', certificateKind: 'military', certificateGrade: 3 }, { ...nothing, certificates: [disability] }, 2025, today);
    expect(prefilled.line).toMatchObject({ certificateFrom: null, certificateUntil: null });
  });

  it('is a word for the clerk where it is not', () => {
    expect(fromSpell(spell, '', null, nothing, 2025, today)).toEqual({ line: null, notes: [{ code: 'filing.prefill.certificate_missing', params: { month: '2025-05' } }] });
  });
});
