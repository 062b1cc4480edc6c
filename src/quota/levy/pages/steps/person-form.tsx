import type { CertificateKind } from '../../../../kernel/ids/service-certificate.js';
import { makeYearMonth } from '../../../../kernel/year-month.js';
import { Fieldset, Input, Radios, type PageView } from '../../../../ui/index.js';
import type { DraftPerson, LevyDraft } from '../draft/draft.js';
import { faultAt, type FormFault, type Place } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { dateDigits, wholeNumber } from '../forms/typed-number.js';
import { textOf, type Typed } from '../forms/typed.js';
import { faultOf, questionPage, saysOf, valueOf, type FormView } from '../views/question-frame.js';
import { isOneOf, needed, yearOfDraft, type Law } from './step.js';

export const CERTIFICATES: readonly CertificateKind[] = ['disability', 'military', 'police'];
const DISPATCH = ['none', 'in', 'out'] as const;

export const typedFromPerson = ({ certificate, grade, from, to, dispatch }: DraftPerson): Typed =>
  ({ certificate, grade: String(grade), from: String(from), to: String(to), dispatch: dispatch ?? 'none' });

/** One disabled employee: certificate, grade, months, dispatch. No name: nothing here needs one. */
export function personPage(view: FormView, draft: LevyDraft, law: Law, options: { readonly path: string; readonly number: number }): PageView {
  const t = saysOf(view.context);
  const title = t('person.title', { number: options.number });
  const year = yearOfDraft(draft, law);
  return questionPage({
    view, path: options.path, title, back: (draft.people?.length ?? 0) > 0 ? '/levy/people' : '/levy/disabled', caption: 'caption.disabled', submit: t('person.save'),
    children: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{t('person.noName')}</p>
        <Radios
          name="certificate" fieldset={{ legend: { content: t('person.certificate'), class: 'govuk-fieldset__legend--m' } }} value={valueOf(view, 'certificate')} {...faultOf(view, 'certificate')}
          items={CERTIFICATES.map((value) => ({ value, content: t(`certificate.${value}`) }))}
        />
        <Input
          name="grade" label={{ content: t('person.grade'), class: 'govuk-label--m' }} hint={t('person.gradeHint')} value={valueOf(view, 'grade')} inputmode="numeric"
          class="govuk-input--width-2" {...faultOf(view, 'grade')}
        />
        <Fieldset legend={{ content: t('person.months', { year }), class: 'govuk-fieldset__legend--m' }} describedBy="months-hint" role="group">
          <p class="govuk-hint" id="months-hint">{t('person.monthsHint')}</p>
          <div class="zj-range">
            {(['from', 'to'] as const).map((name) => <Input name={name} label={t(`person.${name}`)} value={valueOf(view, name)} inputmode="numeric" class="govuk-input--width-2" {...faultOf(view, name)} />)}
          </div>
        </Fieldset>
        <Radios
          name="dispatch" fieldset={{ legend: { content: t('person.dispatch'), class: 'govuk-fieldset__legend--m' } }} hint={t('person.dispatchHint')}
          value={valueOf(view, 'dispatch') || 'none'} {...faultOf(view, 'dispatch')}
          items={DISPATCH.map((value) => ({ value, content: t(`dispatch.${value}`) }))}
        />
      </>
    ),
  });
}

const GRADE: Place = { field: 'grade', pointer: '', label: 'grade' };
const FROM: Place = { field: 'from', pointer: '', label: 'from' };
const TO: Place = { field: 'to', pointer: '', label: 'to' };

export type PersonAnswer = { readonly person: DraftPerson } | { readonly faults: readonly FormFault[] };

export function readPerson(typed: Typed, draft: LevyDraft, law: Law): PersonAnswer {
  const certificate = textOf(typed, 'certificate');
  const dispatch = textOf(typed, 'dispatch') || 'none';
  const months = readMonths(typed);
  const faults: FormFault[] = [];
  if (!isOneOf(CERTIFICATES, certificate)) faults.push(faultAt({ field: 'certificate', label: 'certificate' }, 'levy.page.choose'));
  const grade = wholeNumber(textOf(typed, 'grade').replace(/级$/, ''));
  faults.push(...needed(typed, GRADE));
  if (faults.every(({ field }) => field !== 'grade')) faults.push(...judgeGrade(isOneOf(CERTIFICATES, certificate) ? certificate : 'police', grade, draft, law));
  faults.push(...months.faults);
  if (!isOneOf(DISPATCH, dispatch)) faults.push(faultAt({ field: 'dispatch', label: 'dispatch' }, 'levy.page.choose'));
  if (faults.length > 0) return { faults };
  return { person: { certificate: certificate as CertificateKind, grade: grade as number, from: months.from, to: months.to, dispatch: dispatch === 'none' ? null : (dispatch as 'in' | 'out') } };
}

/** The certificate's own range of grades is asked of the contract. */
function judgeGrade(certificate: CertificateKind, grade: number | string, draft: LevyDraft, law: Law): readonly FormFault[] {
  const arranged = [{ certificate, grade, months: [makeYearMonth(yearOfDraft(draft, law), 1)] }];
  return judge(law.simulator, draft, { arranged, arrangedCount: undefined, dispatch: undefined }, [{ ...GRADE, pointer: '/arranged/0/grade' }]);
}

function readMonths(typed: Typed): { readonly from: number; readonly to: number; readonly faults: readonly FormFault[] } {
  const read = (place: Place): { readonly value: number; readonly faults: readonly FormFault[] } => {
    const value = Number(dateDigits(textOf(typed, place.field)));
    const empty = needed(typed, place);
    return { value, faults: empty.length > 0 || (Number.isInteger(value) && value >= 1 && value <= 12) ? empty : [faultAt(place, 'levy.page.month')] };
  };
  const [from, to] = [read(FROM), read(TO)];
  const faults = [...from.faults, ...to.faults];
  if (faults.length === 0 && from.value > to.value) faults.push(faultAt(TO, 'levy.page.months_reversed'));
  return { from: from.value, to: to.value, faults };
}
