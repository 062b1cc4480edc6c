import type { VNode } from 'preact';
import { Details, Mixed, SummaryList, type PageView, type SummaryRow } from '../../../ui/index.js';
import type { ParameterKey } from '../../parameters.js';
import type { PolicyBook } from '../../policy-book.js';
import { countValues } from '../../app/read-policy.query.js';
import { dayText } from '../formats.js';
import { SUBJECTS } from '../parameter-texts.js';
import { addressOfPlace, type PlaceAndDay } from '../place-and-day.js';
import { LinkList, Mark, period, placeName, titleOf, ValueLines, type AnyValue, type Kit } from './parts.js';
import { PlaceChoices, PlaceErrors, PlaceForm } from './place-form.js';

/** All parameters of a place and day, by subject. */
export function listPage(kit: Kit, book: PolicyBook, place: PlaceAndDay): PageView {
  const { t, context } = kit;
  const hasErrors = place.faults.length > 0;
  if (place.choices.length > 0) {
    return { title: `${t('choose_title')} – ${t('title')}`, back: { href: context.href('/policy') }, noIndex: true, content: <PlaceChoices kit={kit} place={place} path="/policy" /> };
  }
  const counts = countValues(book.files);
  return {
    title: t('title'),
    hasErrors,
    content: (
      <>
        <PlaceErrors kit={kit} place={place} />
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('lead')}</p>
        <p class="govuk-body zj-quiet">
          {t('counts', { parameters: book.parameters().length, values: counts.confirmed + counts.unconfirmed + counts.unknown, confirmed: counts.confirmed, unconfirmed: counts.unconfirmed, unknown: counts.unknown })}
        </p>
        <LinkList>
          <li><a class="govuk-link zj-alone" href={context.href('/policy/unknown')}>{t('unknown_link')}</a></li>
          <li><a class="govuk-link zj-alone" href={context.href('/policy/minimum_wage')}>{t('wages_link')}</a></li>
          <li><a class="govuk-link zj-alone" href={context.href('/policy/counting.working_age')}>{t('age_link')}</a></li>
        </LinkList>
        <PlaceForm kit={kit} place={place} path="/policy" />
        {hasErrors ? null : <Values kit={kit} book={book} place={place} />}
        <Details summary={t('marks_title')}>
          <ul class="govuk-list govuk-list--bullet">
            <li>{t('marks_confirmed')}</li>
            <li>{t('marks_unconfirmed')}</li>
            <li>{t('marks_unknown')}</li>
          </ul>
        </Details>
      </>
    ),
  };
}

function Values({ kit, book, place }: { readonly kit: Kit; readonly book: PolicyBook; readonly place: PlaceAndDay }): VNode {
  const { t, context } = kit;
  const query = addressOfPlace(place.region, place.date, kit.today);
  const written = new Set<ParameterKey>(book.parameters());
  return (
    <>
      <h2 class="govuk-heading-l" id="values"><Mixed context={kit.context}>{t('heading', { place: placeName(kit, place.region), day: dayText(place.date, context.variant) })}</Mixed></h2>
      {place.former && <p class="govuk-body"><Mixed context={kit.context}>{t('former', { code: place.former, name: placeName(kit, place.region), successor: place.region })}</Mixed></p>}
      {SUBJECTS.map(({ key, parameters }) => (
        <section aria-labelledby={`subject-${key}`}>
          <h3 class="govuk-heading-m" id={`subject-${key}`}>{t(`subject_${key}`)}</h3>
          <SummaryList class="zj-values" rows={parameters.filter((parameter) => written.has(parameter)).map((parameter) => rowOf(kit, parameter, book.find(parameter, place.region, place.date), query))} />
        </section>
      ))}
      <LinkList>
        <li><a class="govuk-link zj-alone" href={context.href(`/policy/values.csv${query}`)} download>{t('download_values')}</a></li>
        <li><a class="govuk-link zj-alone" href={`/api/v1/policy/values${query}`}>{t('api_link')}</a></li>
      </LinkList>
    </>
  );
}

function rowOf(kit: Kit, parameter: ParameterKey, found: AnyValue | null, query: string): SummaryRow {
  const { t, context } = kit;
  const title = titleOf(parameter, context.variant);
  return {
    key: title,
    value: { content: found === null ? t('not_recorded') : <ValueOfDay kit={kit} parameter={parameter} found={found} /> },
    actions: { items: [{ href: context.href(`/policy/${parameter}${query}`), content: t('details'), visuallyHiddenText: t('details_of', { name: title }) }] },
  };
}

function ValueOfDay({ kit, parameter, found }: { readonly kit: Kit; readonly parameter: ParameterKey; readonly found: AnyValue }): VNode {
  const { t } = kit;
  return (
    <>
      <div class={found.value === null ? 'zj-value zj-quiet' : 'zj-value'}><ValueLines kit={kit} parameter={parameter} value={found.value} /></div>
      <p class="zj-value__source zj-quiet">
        {period(kit, found.from, found.until)}{comma(kit)}<Mixed context={kit.context}>{t('rule_short', { place: placeName(kit, found.region) })}</Mixed> {found.value === null ? null : <Mark kit={kit} confirmed={found.confirmed} />}
      </p>
    </>
  );
}

const comma = (kit: Kit): string => (kit.context.language === 'zh' ? '，' : ', ');
