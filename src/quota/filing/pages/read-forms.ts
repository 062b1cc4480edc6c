import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import { formatYuan, type Fen } from '../../../kernel/money.js';
import { toHalfWidth } from '../../../kernel/normalise.js';
import type { JudgedLine } from '../app/judge-lines.js';
import type { EmployerFacts } from '../domain/employer-facts.js';
import { monthFields, type FactsForm, type LineForm } from './forms.js';
import { filledGroups, groupField } from './seasonal-groups.js';

const plain = (text: string | undefined): string => toHalfWidth(text ?? '').replace(/[\s,，]/g, '');
/** A whole number as typed; NaN where it is none, so that the rule of its field tells it. */
const whole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

/** The typed facts as the API takes them. A number that is none becomes one that the rules refuse at its place. */
export function factsInput(form: FactsForm): { readonly version: number; readonly monthlyStaff: (number | null)[] } {
  const same = plain(form.same);
  const count = (text: string): number | null => (text === '' ? null : Number.isNaN(whole(text)) ? -1 : whole(text));
  const optional = (name: string, text: string): object => (text === '' ? {} : { [name]: Number.isNaN(whole(text)) ? text : whole(text) });
  const rest = {
    seasonal: filledGroups(form).map(({ count: people, months }) => ({ ...optional('count', plain(people)), ...optional('months', plain(months)) })),
    ...optional('dispatchedStaff', plain(form.dispatchedStaff)),
    totalWages: plain(form.totalWages),
    ...(plain(form.alreadyPaid) === '' ? {} : { alreadyPaid: plain(form.alreadyPaid) }),
  };
  return {
    ...rest,
    version: Number(form.version),
    monthlyStaff: monthFields.map((name) => count(same === '' ? plain(form[name]) : same)),
  };
}

/** One number for all months beside another one for a single month: nobody but the clerk knows which of them is meant. */
export function sameFaults(form: FactsForm): readonly FieldError[] {
  const same = plain(form.same);
  if (Number.isNaN(whole(same))) return [];
  const differs = (text: string): boolean => text !== '' && whole(text) !== whole(same);
  const others = monthFields.flatMap((name, at) => (differs(plain(form[name])) ? [at + 1] : []));
  return others.length === 0 ? [] : [{ pointer: '/same', code: 'filing.staff.same_and_months', params: { same, months: runsOf(others) } }];
}

/** `1–3、7` */
function runsOf(months: readonly number[]): string {
  const runs = months.reduce<readonly (readonly [number, number])[]>((before, month) => {
    const last = before.at(-1);
    return last?.[1] === month - 1 ? [...before.slice(0, -1), [last[0], month]] : [...before, [month, month]];
  }, []);
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join('、');
}

/** Faults of the API's fields, at the fields of the form and in its order; each field once. */
export function atFactsFields(error: unknown, form: FactsForm): unknown {
  if (!(error instanceof DomainError) || error.errors.length === 0) return error;
  const same = plain(form.same) !== '';
  const isOfGroup = ({ pointer }: FieldError): number => Number(pointer.startsWith('/seasonal'));
  const inOrder = [...error.errors].sort((one, other) => isOfGroup(one) - isOfGroup(other));
  const placed = inOrder.map((fault) => ({ ...fault, pointer: `/${fault.pointer.startsWith('/seasonal') ? groupField(fault.pointer, form) : factsField(fault.pointer, same)}` }));
  return new DomainError(error.code, error.params, placed.filter(({ pointer }, at) => placed.findIndex((other) => other.pointer === pointer) === at));
}

function factsField(pointer: string, same: boolean): string {
  const month = /^\/monthlyStaff\/(\d+)/.exec(pointer);
  if (month) return same ? 'same' : (monthFields[Number(month[1])] ?? 'm1');
  return pointer.split('/')[1] ?? 'totalWages';
}

/** Saved facts as the form shows them. */
export function factsForm({ monthlyStaff, seasonal, dispatchedStaff, totalWages, alreadyPaid }: EmployerFacts, version: number): FactsForm {
  const yuan = (fen: Fen): string => formatYuan(fen).replace(/\.00$/, '');
  return {
    version: String(version),
    ...Object.fromEntries(monthFields.map((name, at) => [name, monthlyStaff?.[at]?.toString() ?? ''])),
    'seasonalCount[]': seasonal.map(({ count }) => String(count)), 'seasonalMonths[]': seasonal.map(({ months }) => String(months)), dispatchedStaff: dispatchedStaff?.toString() ?? '',
    totalWages: totalWages === null ? '' : yuan(totalWages), alreadyPaid: alreadyPaid === 0n ? '' : yuan(alreadyPaid),
  };
}

/**
 * The typed line as the API takes it. On a change, numbers that were left empty stay what they are, and so do insured months
 * that nobody ticked or unticked: nothing ticked on a new line says nothing, and not that nobody paid.
 */
export function lineInput(form: LineForm, judged: JudgedLine | null): object {
  const { insuredMonths = [], version, citizenId, certificateNumber, ...texts } = form;
  const shown = judged === null ? [] : insuredOf(judged);
  const isTicked = insuredMonths.length !== shown.length || insuredMonths.some((month) => !shown.includes(month));
  const given = (text: string | undefined, before: string | undefined): string => (text === undefined || text.trim() === '' ? (before ?? '') : text);
  return {
    ...texts, version: Number(version), ...(isTicked ? { insuredMonths: insuredMonths.map(Number) } : {}),
    citizenId: given(citizenId, judged?.citizenId), certificateNumber: given(certificateNumber, judged?.line.certificate), contractStart: form.contractStart ?? '',
  };
}

/** A line as the form shows it: its numbers stay hidden. */
export function lineForm(judged: JudgedLine, version: number): LineForm {
  const { line } = judged;
  return {
    version: String(version), name: line.name, citizenId: '', certificateKind: line.certificateKind, certificateNumber: '', grade: line.certificateKind === 'disability' ? '' : String(line.certificateGrade),
    post: line.post ?? '', postCategory: line.postCategory ?? '', contractKind: line.contractKind ?? '', contractStart: line.contractStart, contractEnd: line.contractEnd ?? '',
    wage: line.wage === null ? '' : formatYuan(line.wage), insuredMonths: insuredOf(judged),
    dispatch: line.counts === 'own' ? 'none' : line.counts, otherUscc: line.otherUscc ?? '', pensionDrawnFrom: line.pensionDrawnFrom ?? '',
  };
}

/** Months that a line says are paid, as the boxes of the form name them. */
function insuredOf({ line: { pension, medical } }: JudgedLine): string[] {
  const paid = pension.yes & medical.yes;
  return Array.from({ length: 12 }, (_, bit) => bit).filter((bit) => paid & (1 << bit)).map((bit) => String(bit + 1));
}
