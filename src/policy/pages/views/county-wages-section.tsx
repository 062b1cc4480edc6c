import type { VNode } from 'preact';
import { InsetText, Mixed, Table, TableRegion } from '../../../ui/index.js';
import type { PolicyBook } from '../../policy-book.js';
import { countyWages, wageOf } from '../../app/county-wages.query.js';
import { amountText, dayText } from '../formats.js';
import type { PlaceAndDay } from '../place-and-day.js';
import { Mark, placeName, type Kit } from './parts.js';

/** What the tiers mean on the ground: county → tier → yuan, and how many counties we know nothing of. */
export function CountyWagesSection({ kit, book, place }: { readonly kit: Kit; readonly book: PolicyBook; readonly place: PlaceAndDay }): VNode {
  const { t, context } = kit;
  const { known, counties } = countyWages(book, place.region, place.date);
  const here = wageOf(book, place.region, place.date);
  const yuan = (text: string | null): string => (text === null ? t('unknown') : amountText(text));
  return (
    <section aria-labelledby="counties">
      <h2 class="govuk-heading-m" id="counties"><Mixed context={kit.context}>{t('wages_title', { place: placeName(kit, place.region), day: dayText(place.date, context.variant) })}</Mixed></h2>
      {here && here.yuan !== null ? <InsetText><p class="govuk-body"><Mixed context={kit.context}>{t('wages_here', { place: placeName(kit, place.region), tier: here.tier, yuan: yuan(here.yuan) })}</Mixed></p></InsetText> : null}
      <p class="govuk-body">{t('wages_intro')}</p>
      {known.length === 0 ? <p class="govuk-body">{t('wages_none')}</p> : (
        <TableRegion label={t('wages_caption')}>
          <Table
            caption={t('wages_caption')}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[t('column_county'), t('column_tier'), { content: t('column_yuan'), format: 'numeric' }, t('column_mark')]}
            rows={known.map(({ region, tier, yuan: amount, wages }) => [
              { content: <Mixed context={kit.context}>{placeName(kit, region)}</Mixed> },
              { content: <Mixed context={kit.context}>{tier}</Mixed> },
              { content: yuan(amount), format: 'numeric' },
              { content: amount === null || wages === null ? '—' : <Mark kit={kit} confirmed={wages.confirmed} /> },
            ])}
          />
        </TableRegion>
      )}
      {counties.unknown === 0 ? null : <p class="govuk-body">{t('wages_rest', { count: counties.unknown })}</p>}
    </section>
  );
}
