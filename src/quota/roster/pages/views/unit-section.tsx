import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, CodeLookup, Input, Mixed, Radios, SummaryList, type PageContext, type SummaryRow } from '../../../../ui/index.js';
import { EMPLOYER_KINDS, faultSentence, groupedYuan, regionName, saysOf, textOf, type LevyDraft } from '../../../levy/index.js';
import { uploadTexts, type UploadText } from '../texts/upload-texts.js';
import { keepsStaff, keepsWages, missingFacts, type UnitFact } from '../unit-form.js';
import type { UnitForm, UploadView } from './upload-view.js';

type T = (key: UploadText, params?: Readonly<Record<string, string | number>>) => string;
const tOf = (context: PageContext): T => (key, params) => say(uploadTexts, context.variant, key, params);

/** The facts of the employer: as a list where they are known, as a short form where they are not. */
export function UnitSection({ view }: { readonly view: UploadView }): VNode {
  const t = tOf(view.context);
  const missing = missingFacts(view.draft);
  return (
    <>
      <h2 class="govuk-heading-l" id="unit">{t('case_title')}</h2>
      <p class="govuk-body">{t('case_lead')}</p>
      {view.unit === null && missing.length === 0 ? <Known view={view} /> : <Form view={view} form={view.unit} />}
    </>
  );
}

function Known({ view: { context, draft, law } }: { readonly view: UploadView }): VNode {
  const t = tOf(context);
  const q = saysOf(context);
  const { region, baseYear, employerKind, headcount, totalWages, averageWage } = draft;
  const mixed = (words: string): { content: VNode } => ({ content: <Mixed context={context}>{words}</Mixed> });
  const row = (fact: UnitFact, value: SummaryRow['value']): SummaryRow => ({ key: t(`case_${fact}`), value });
  return (
    <>
      <SummaryList
        rows={[
          row('region', mixed(region === undefined ? '' : `${regionName(law.regions, region)} ${region}`)),
          row('year', String(baseYear ?? '')),
          row('kind', employerKind === undefined ? '' : q(`kind.${employerKind}`)),
          row('staff', staffWords(headcount, t)),
          row('wages', totalWages !== undefined ? t('wages_total', { sum: groupedYuan(totalWages) }) : averageWage !== undefined ? t('wages_average', { sum: groupedYuan(averageWage) }) : ''),
        ]}
      />
      <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/levy/roster?edit=unit#unit')}>{t('case_change')}</a></p>
    </>
  );
}

function staffWords(headcount: LevyDraft['headcount'], t: T): string {
  if (headcount === undefined) return '';
  if ('average' in headcount) return t('staff_average', { count: headcount.average });
  return t('staff_monthly', { counts: headcount.monthly.join('、') });
}

function Form({ view, form }: { readonly view: UploadView; readonly form: UnitForm | null }): VNode {
  const { context, draft } = view;
  const t = tOf(context);
  const q = saysOf(context);
  const typed = form?.typed ?? {};
  const box = (name: string): { readonly name: string; readonly value: string; readonly errorMessage?: { readonly content: VNode } } => ({ name, value: textOf(typed, name), ...faultIn(context, form, name) });
  const label = (key: UploadText): { readonly content: string; readonly class: string } => ({ content: t(key), class: 'govuk-label--s' });
  const kind = box('kind');
  return (
    <form method="post" action={context.href('/levy/roster/unit')} novalidate class="zj-paper">
      <input type="hidden" name="_csrf" value={context.csrfToken()} />
      <RegionBoxes view={view} form={form} />
      <Input {...box('year')} label={label('year_label')} hint={t('year_hint', { year: Number(view.law.simulator.today.slice(0, 4)) - 1 })} inputmode="numeric" class="govuk-input--width-4" />
      <Radios
        name="kind"
        value={kind.value}
        fieldset={{ legend: { content: t('kind_label'), class: 'govuk-fieldset__legend--s' } }}
        items={EMPLOYER_KINDS_BY_FREQUENCY.map((value) => ({ value, content: q(`kind.${value}`) }))}
        {...(kind.errorMessage === undefined ? {} : { errorMessage: kind.errorMessage })}
      />
      {keepsStaff(draft)
        ? <Kept context={context} name={t('case_staff')} value={staffWords(draft.headcount, t)} href="/levy/staff" />
        : <Input {...box('average')} label={label('staff_label')} hint={t('staff_hint')} suffix={q('people')} inputmode="decimal" class="govuk-input--width-10" />}
      {keepsWages(draft)
        ? <Kept context={context} name={t('case_wages')} value={t('wages_average', { sum: groupedYuan(draft.averageWage ?? '0') })} href="/levy/wages" />
        : <Input {...box('totalWages')} label={label('wages_label')} hint={t('wages_hint')} suffix={q('yuan')} inputmode="decimal" class="govuk-input--width-20" />}
      <Button preventDoubleClick>{t('case_save')}</Button>
      {missingFacts(draft).length === 0 ? <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/levy/roster')}>{t('case_cancel')}</a></p> : null}
    </form>
  );
}

/** Spread into a field: the sentence of its fault, or nothing. */
function faultIn(context: PageContext, form: UnitForm | null, name: string): { readonly errorMessage?: { readonly content: VNode } } {
  const found = form?.faults.find(({ field }) => field === name);
  return found ? { errorMessage: { content: <Mixed context={context}>{faultSentence(found, context.variant)}</Mixed> } } : {};
}

const EMPLOYER_KINDS_BY_FREQUENCY = [...EMPLOYER_KINDS].sort((a, b) => Number(b === 'enterprise') - Number(a === 'enterprise'));

/** Words first; radios where they fit several places. With script the box suggests while one types. */
function RegionBoxes({ view: { context, law }, form }: { readonly view: UploadView; readonly form: UnitForm | null }): VNode {
  const t = tOf(context);
  const typed = form?.typed ?? {};
  const query = textOf(typed, 'q');
  const fault = (name: string): ReturnType<typeof faultIn> => faultIn(context, form, name);
  const choices = form?.choices ?? [];
  if (choices.length > 0) {
    return (
      <>
        <input type="hidden" name="q" value={query} />
        <Radios
          name="region"
          fieldset={{ legend: { content: <Mixed context={context}>{t('region_choose', { query })}</Mixed>, class: 'govuk-fieldset__legend--s' } }}
          items={choices.map(({ code }) => ({ value: code, content: <Mixed context={context}>{`${regionName(law.regions, code)} ${code}`}</Mixed> }))}
          {...fault('region')}
        />
      </>
    );
  }
  return (
    <CodeLookup context={context} src="/levy/regions" name="region">
      <Input
        name="q" value={query} label={{ content: t('region_label'), class: 'govuk-label--s' }} hint={{ content: <Mixed context={context}>{t('region_hint')}</Mixed> }} autocomplete="off"
        class="govuk-input--width-20" {...(context.language === 'en' ? { attributes: { lang: 'zh-CN' } } : {})} {...fault('q')}
      />
    </CodeLookup>
  );
}

function Kept({ context, name, value, href }: { readonly context: PageContext; readonly name: string; readonly value: string; readonly href: string }): VNode {
  const t = tOf(context);
  return (
    <div class="govuk-form-group">
      <p class="govuk-body govuk-label--s">{name}</p>
      <p class="govuk-body">{value} <a class="govuk-link" href={context.href(href)}>{t('case_change')}<span class="govuk-visually-hidden">{context.language === 'zh' ? '：' : ': '}{name}</span></a></p>
    </div>
  );
}
