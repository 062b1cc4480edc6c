import type { VNode } from 'preact';
import { Mixed, SummaryList, type PageView, type SummaryRow } from '../../../ui/index.js';
import { parameterHistory, type ParameterHistory } from '../../app/read-policy.query.js';
import type { FileValue, ParameterFile } from '../../domain/parameter-file.js';
import type { ParameterKey } from '../../parameters.js';
import type { PolicyBook } from '../../policy-book.js';
import { dayText } from '../formats.js';
import { addressOfPlace, type PlaceAndDay } from '../place-and-day.js';
import { CountyWagesSection } from './county-wages-section.js';
import { HistoryTable } from './history-table.js';
import { LinkList, Mark, meaningOf, period, placeName, Source, titleOf, ValueLines, type Kit } from './parts.js';
import { PlaceChoices, PlaceErrors, PlaceForm } from './place-form.js';
import { WorkingAgeSection } from './working-age-section.js';

/** One parameter: its value in a place on a day, its timeline there, and everything that is recorded of it anywhere. */
export function parameterPage(kit: Kit, book: PolicyBook, parameter: ParameterKey, place: PlaceAndDay): PageView {
  const { t, context } = kit;
  const title = titleOf(parameter, context.variant);
  const path = `/policy/${parameter}`;
  const hasErrors = place.faults.length > 0;
  if (place.choices.length > 0) {
    return { title: `${t('choose_title')} – ${title}`, back: { href: context.href(path) }, noIndex: true, content: <PlaceChoices kit={kit} place={place} path={path} /> };
  }
  const history = parameterHistory(book, parameter, place.region);
  const query = addressOfPlace(place.region, place.date, kit.today);
  return {
    title,
    hasErrors,
    back: { href: context.href(`/policy${query}`), text: t('all_parameters') },
    content: (
      <>
        <PlaceErrors kit={kit} place={place} />
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{meaningOf(parameter, context.variant)}</p>
        {hasErrors ? null : <ValueCard kit={kit} book={book} parameter={parameter} place={place} file={history.file} />}
        <PlaceForm kit={kit} place={place} path={path} />
        {hasErrors ? null : <Timeline kit={kit} parameter={parameter} place={place} history={history} />}
        {hasErrors || parameter !== 'counting.working_age' ? null : <WorkingAgeSection kit={kit} value={book.find('counting.working_age', place.region, place.date)} />}
        {hasErrors || (parameter !== 'minimum_wage' && parameter !== 'minimum_wage.tier') ? null : <CountyWagesSection kit={kit} book={book} place={place} />}
        <section aria-labelledby="history">
          <h2 class="govuk-heading-m" id="history">{t('history_title')}</h2>
          <p class="govuk-body">{t('history_intro')}</p>
          <HistoryTable kit={kit} book={book} parameter={parameter} title={title} />
        </section>
        <LinkList>
          <li><a class="govuk-link zj-alone" href={context.href(`${path}/history.csv`)} download>{t('download_history')}</a></li>
          <li><a class="govuk-link zj-alone" href={`/api/v1/policy/parameters/${parameter}${query}`}>{t('json')}</a></li>
        </LinkList>
      </>
    ),
  };
}

type CardProps = { readonly kit: Kit; readonly book: PolicyBook; readonly parameter: ParameterKey; readonly place: PlaceAndDay; readonly file: ParameterFile | null };

function ValueCard({ kit, book, parameter, place, file }: CardProps): VNode {
  const { t, context } = kit;
  const found = book.find(parameter, place.region, place.date) as FileValue | null;
  const heading = t('heading', { place: placeName(kit, place.region), day: dayText(place.date, context.variant) });
  const source = found === null ? file : book.file(parameter, found.region);
  return (
    <section class="zj-value-card" aria-labelledby="value">
      <h2 class="govuk-heading-m" id="value"><Mixed context={kit.context}>{heading}</Mixed></h2>
      {place.former && <p class="govuk-body"><Mixed context={kit.context}>{t('former', { code: place.former, name: placeName(kit, place.region), successor: place.region })}</Mixed></p>}
      {found === null ? <p class="govuk-body">{t('not_recorded_text')}</p> : (
        <>
          <div class="zj-value zj-value--large"><ValueLines kit={kit} parameter={parameter} value={found.value} /></div>
          <SummaryList rows={factsOf(kit, found, place, source)} />
        </>
      )}
      <p class="govuk-body zj-quiet">{t('parameter_code')}{context.language === 'zh' ? '：' : ': '}<code translate={false}>{parameter}</code></p>
    </section>
  );
}

function factsOf(kit: Kit, found: FileValue, place: PlaceAndDay, file: ParameterFile | null): readonly (SummaryRow | null)[] {
  const { t, context } = kit;
  const { reference } = found;
  const where = t(found.region === place.region ? 'rule_of' : 'rule_above', { place: placeName(kit, found.region), here: placeName(kit, place.region) });
  const mixed = (text: string): { content: VNode } => ({ content: <Mixed context={kit.context}>{text}</Mixed> });
  return [
    { key: t('field_period'), value: period(kit, found.from, found.until) },
    { key: t('field_place'), value: mixed(where) },
    { key: t('field_document'), value: mixed(reference.title) },
    { key: t('field_article'), value: mixed(reference.article ?? t('no_article')) },
    { key: t('field_link'), value: reference.href === null ? t('no_link') : { content: <a class="govuk-link zj-alone" href={reference.href} rel="external">{t('official_site', { host: new URL(reference.href).host })}</a> } },
    found.enactedOn === null ? null : { key: t('field_enacted'), value: dayText(found.enactedOn, context.variant) },
    found.value === null ? null : { key: t('field_mark'), value: { content: <Mark kit={kit} confirmed={found.confirmed} /> } },
    found.note === null ? null : { key: t('field_note'), value: mixed(found.note) },
    file === null ? null : { key: t('field_checked'), value: dayText(file.lastChecked, context.variant) },
    file === null ? null : { key: t('field_review'), value: dayText(file.reviewBy, context.variant) },
  ];
}

type TimelineProps = { readonly kit: Kit; readonly parameter: ParameterKey; readonly place: PlaceAndDay; readonly history: ParameterHistory };

function Timeline({ kit, parameter, place, history }: TimelineProps): VNode | null {
  const { t } = kit;
  if (history.stretches.length === 0) return null;
  const name = placeName(kit, place.region);
  return (
    <section aria-labelledby="timeline">
      <h2 class="govuk-heading-m" id="timeline"><Mixed context={kit.context}>{t('timeline_title', { place: name })}</Mixed></h2>
      <p class="govuk-body"><Mixed context={kit.context}>{t('timeline_intro', { place: name })}</Mixed></p>
      <ol class="zj-timeline">
        {history.stretches.map(({ from, until, value }) => {
          const here = from <= place.date && (until === null || place.date <= until);
          return (
            <li class={here ? 'zj-timeline__now' : undefined} aria-current={here ? 'true' : undefined}>
              <p class="zj-timeline__when">{period(kit, from, until)}{here ? ` (${t('now')})` : ''}</p>
              <div class={value.value === null ? 'zj-value zj-quiet' : 'zj-value'}><ValueLines kit={kit} parameter={parameter} value={value.value} /></div>
              <p class="zj-value__source zj-quiet"><Mixed context={kit.context}>{placeName(kit, value.region)}</Mixed> · <Source kit={kit} reference={value.reference} /></p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
