import type { VNode } from 'preact';
import { Button, CodeLookup, DateInput, ErrorSummary, Input, Mixed, Radios, type ErrorSummaryItem } from '../../../ui/index.js';
import { MOST_PLACES } from '../../app/find-place.query.js';
import { FIRST_YEAR, LAST_YEAR, type PlaceAndDay, type PlaceFault } from '../place-and-day.js';
import { placeName, type Kit } from './parts.js';

/** The sentence of a fault of the form. */
export function faultText(kit: Kit, fault: PlaceFault, typed: PlaceAndDay['typed']): string {
  return kit.t(fault.code, { query: typed.query, day: `${typed.year}-${typed.month}-${typed.day}`, first: FIRST_YEAR, last: LAST_YEAR });
}

export function PlaceErrors({ kit, place }: { readonly kit: Kit; readonly place: PlaceAndDay }): VNode | null {
  if (place.faults.length === 0) return null;
  const items = place.faults.map((fault): ErrorSummaryItem => ({ content: <Mixed context={kit.context}>{faultText(kit, fault, place.typed)}</Mixed>, href: fault.field === 'query' ? '#q' : '#day-year' }));
  return <ErrorSummary title={kit.t('error_summary')} errorList={items} />;
}

/** Place and day as a GET form: words → 查找 → radios where several places fit. Works without a script. */
export function PlaceForm({ kit, place, path }: { readonly kit: Kit; readonly place: PlaceAndDay; readonly path: string }): VNode {
  const { t } = kit;
  const { typed } = place;
  const fault = (field: PlaceFault['field']): { readonly errorMessage?: { readonly content: VNode } } => {
    const found = place.faults.find((candidate) => candidate.field === field);
    return found ? { errorMessage: { content: <Mixed context={kit.context}>{faultText(kit, found, typed)}</Mixed> } } : {};
  };
  return (
    <section class="zj-paper zj-place" aria-labelledby="place-title">
      <h2 class="govuk-heading-s" id="place-title">{t('form_title')}</h2>
      <form method="get" action={kit.context.href(path)} noValidate>
        <CodeLookup context={kit.context} src="/levy/regions" name="region">
          <Input
            name="q" label={{ content: t('region'), class: 'govuk-label--s' }} hint={{ content: <Mixed context={kit.context}>{t('region_hint')}</Mixed> }} value={typed.query} {...fault('query')}
            autocomplete="off" class="govuk-input--width-20" {...(kit.context.language === 'en' ? { attributes: { lang: 'zh-CN' } } : {})}
          />
        </CodeLookup>
        <DateInput
          id="day"
          fieldset={{ legend: { content: t('day'), class: 'govuk-fieldset__legend--s' } }}
          hint={t('day_hint')}
          values={{ year: typed.year, month: typed.month, day: typed.day }}
          {...fault('day')}
        />
        <Button>{t('find')}</Button>
      </form>
    </section>
  );
}

/** The second step, instead of the values: which of the places is meant. */
export function PlaceChoices({ kit, place, path }: { readonly kit: Kit; readonly place: PlaceAndDay; readonly path: string }): VNode {
  const { t } = kit;
  const shown = place.choices.slice(0, MOST_PLACES);
  const more = place.choices.length > shown.length;
  return (
    <form method="get" action={kit.context.href(path)} noValidate>
      <Radios
        name="region"
        fieldset={{ legend: { content: <Mixed context={kit.context}>{t('choose', { query: place.typed.query, count: more ? `${MOST_PLACES}+` : shown.length })}</Mixed>, class: 'govuk-fieldset__legend--l', isPageHeading: true } }}
        hint={more ? { content: <Mixed context={kit.context}>{t('choose_more', { query: place.typed.query, count: shown.length })}</Mixed> } : undefined}
        items={shown.map(({ code }) => ({ value: code, content: <Mixed context={kit.context}>{`${placeName(kit, code)} ${code}`}</Mixed> }))}
        value={shown[0]?.code}
      />
      {(['year', 'month', 'day'] as const).map((part) => <input type="hidden" name={part} value={place.typed[part]} />)}
      <Button>{t('go_on')}</Button>
      <p class="govuk-body"><a class="govuk-link zj-alone" href={kit.context.href(path)}>{t('search_again')}</a></p>
    </form>
  );
}
