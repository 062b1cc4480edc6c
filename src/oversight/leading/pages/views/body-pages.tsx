import { say, type TextVariant } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, DayInput, FilterForm, formFaultAt, FormFaultSummary, Input, Mixed, NotificationBanner, PlaceInput, PostForm, Select, SummaryList, Table, TableRegion, titleOf, type PageView } from '../../../../ui/index.js';
import type { JudgedBody } from '../../app/judged-bodies.js';
import { verdicts } from '../../domain/lead.js';
import type { Officials } from '../../infra/leading.repository.js';
import type { LeadingForm, OfficialsForm } from '../forms.js';
import { kindTexts, levelTexts, missingTexts, sourceTexts, verdictTexts, type LeadingText } from '../texts.js';
import type { FormState, Kit } from './kit.js';
import { QuestionBoxes } from './summary-page.js';

export function bodiesPage(kit: Kit, page: ListPage<JudgedBody>, { typed, faults }: FormState<LeadingForm>): PageView {
  const { context, t } = kit;
  const asked = { region: typed.region ?? '', year: typed.year ?? '', verdict: typed.verdict ?? '' };
  const words: BodyWords = { variant: context.variant, t };
  const query = (more: Readonly<Record<string, string>>): string => new URLSearchParams({ ...asked, ...more }).toString();
  return {
    title: t('listTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/leading?${new URLSearchParams({ region: asked.region, year: asked.year }).toString()}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('listTitle')}</h1>
        <FilterForm action={context.href('/leading/bodies')} show={t('show')}>
          <QuestionBoxes kit={kit} typed={typed} faults={faults} />
          <Select name="verdict" label={t('verdict')} value={asked.verdict} items={[{ value: '', text: t('all') }, ...verdicts.map((verdict) => ({ value: verdict, text: say(verdictTexts, context.variant, verdict) }))]} {...formFaultAt(faults, 'verdict')} />
        </FilterForm>
        {page.items.length === 0 ? faults.length === 0 && <p class="govuk-body">{t('listNone')}</p> : (
          <>
            <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/leading-bodies.csv?${query({})}`)}>{t('download')}</a></p>
            <TableRegion label={t('listTitle')}>
              <Table caption={t('listTitle')} captionClass="govuk-visually-hidden" head={listedOf(headOf(words))} firstCellIsHeader
                rows={page.items.map((body) => listedOf(cellsOf(words, body)).map((content, at) => ({
                  content: at === 0 ? <a class="govuk-link zj-alone" href={context.href(`/leading/bodies/${body.employerId}?year=${asked.year}`)}><Mixed context={context}>{content}</Mixed></a> : <Mixed context={context}>{content}</Mixed>,
                })))} />
            </TableRegion>
          </>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/leading/bodies?${query({ after: page.next })}`)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

/** How bodies are told, on the page and in the file. */
export type BodyWords = { readonly variant: TextVariant; t(key: LeadingText, params?: Readonly<Record<string, string | number>>): string };

export const headOf = ({ t }: BodyWords): readonly string[] => [t('employer'), t('uscc'), t('kind'), t('level'), t('establishment'), t('required'), t('placed'), t('from'), t('verdict'), t('plan')];

/** What the list shows of it: the rest is in the file and on the page of the body. */
const listedOf = ([employer, , kind, , establishment, required, placed, , verdict, plan]: readonly string[]): readonly string[] => [employer, kind, establishment, required, placed, verdict, plan].map((one) => one ?? '');

export function cellsOf(words: BodyWords, body: JudgedBody): readonly string[] {
  const { variant, t } = words;
  return [
    body.employerName, body.uscc, say(kindTexts, variant, body.kind), body.level === null ? t('dash') : say(levelTexts, variant, body.level), body.establishment === null ? t('dash') : String(body.establishment), body.required ?? t('dash'),
    body.placed ?? t('dash'), body.source === null ? t('dash') : say(sourceTexts, variant, body.source), standing(words, body), body.plan === null ? t('planNone') : t('planIs', { due: body.plan.dueOn, persons: body.plan.persons }),
  ];
}

const standing = ({ variant, t }: BodyWords, { verdict, missing }: JudgedBody): string =>
  missing === null ? say(verdictTexts, variant, verdict) : t('standingIs', { standing: say(verdictTexts, variant, verdict), missing: say(missingTexts, variant, missing) });

export function bodyPage(kit: Kit, body: JudgedBody, baseYear: number, { typed, faults, done, mayKeep }: FormState<LeadingForm> & { readonly done: boolean; readonly mayKeep: boolean }): PageView {
  const { context, t, place } = kit;
  const words: BodyWords = { variant: context.variant, t };
  const title = t('bodyTitle', { name: body.employerName, year: baseYear });
  const isBelow = body.verdict === 'nobody' || body.verdict === 'below' || body.verdict === 'small';
  const rows = [[t('place'), place(body.regionCode)] as const, ...headOf(words).map((label, at) => [label, cellsOf(words, body)[at] ?? t('dash')] as const).slice(1)];
  return {
    title: titleOf(context, title, t('bodyOne', { year: baseYear })),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/leading/bodies?${new URLSearchParams({ region: body.regionCode.slice(0, 6), year: String(baseYear) }).toString()}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l"><Mixed context={context}>{title}</Mixed></h1>
        <SummaryList rows={rows.map(([key, value]) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } }))} />
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/employers/${body.employerId}`)}>{t('fileLink')}</a></p>
        {mayKeep && isBelow && (
          <div class="zj-noprint">
            <h2 class="govuk-heading-m">{t('planTitle')}</h2>
            <p class="govuk-body">{t('planLead')}</p>
            <PostForm context={context} action={`/leading/bodies/${body.employerId}`}>
              <input type="hidden" name="year" value={String(baseYear)} />
              <input type="hidden" name="version" value={body.plan === null ? '' : String(body.plan.version)} />
              <Input name="persons" label={t('persons')} value={typed.persons ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'persons')} />
              <DayInput context={context} field="dueOn" name="dueOn" legend={t('dueOn')} typed={typed} faults={faults} />
              <Button name="save">{t('save')}</Button>
            </PostForm>
          </div>
        )}
      </>
    ),
  };
}

/** Officials of a federation. @param known what stands there already */
export function officialsPage({ context, t }: Kit, known: Officials | null, { typed, faults }: FormState<OfficialsForm>): PageView {
  return {
    title: t('officialsFormTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/leading') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('officialsFormTitle')}</h1>
        <p class="govuk-body">{t('officialsLead')}</p>
        <PostForm context={context} action="/leading/officials">
          <input type="hidden" name="version" value={typed.version ?? (known === null ? '' : String(known.version))} />
          <PlaceInput context={context} name="regionCode" value={typed.regionCode} faults={faults} />
          <Input name="year" label={t('year')} value={typed.year ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'year')} />
          <Input name="officials" label={t('officials')} value={typed.officials ?? (known === null ? '' : String(known.officials))} inputmode="numeric" autocomplete="off" class="govuk-input--width-5" {...formFaultAt(faults, 'officials')} />
          <Input name="disabled" label={t('disabled')} value={typed.disabled ?? (known === null ? '' : String(known.disabled))} inputmode="numeric" autocomplete="off" class="govuk-input--width-5" {...formFaultAt(faults, 'disabled')} />
          <Button name="save">{t('save')}</Button>
        </PostForm>
      </>
    ),
  };
}
