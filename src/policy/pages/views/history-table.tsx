import type { VNode } from 'preact';
import { Mixed, TableRegion } from '../../../ui/index.js';
import type { ParameterKey } from '../../parameters.js';
import type { PolicyBook } from '../../policy-book.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { dayText } from '../formats.js';
import { Mark, placeName, Source, ValueLines, type Kit } from './parts.js';

const COLUMNS = ['column_from', 'column_until', 'column_value', 'column_source', 'column_mark', 'column_note'] as const;

type Props = { readonly kit: Kit; readonly book: PolicyBook; readonly parameter: ParameterKey; readonly title: string };

/** Everything recorded of a parameter, place by place; the place heads its own rows, so that it is heard once. */
export function HistoryTable({ kit, book, parameter, title }: Props): VNode {
  const { t } = kit;
  const caption = t('history_caption', { name: title });
  return (
    <TableRegion label={caption}>
      <table class="govuk-table zj-table--wide">
        <caption class="govuk-table__caption govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{COLUMNS.map((key) => <th scope="col" class="govuk-table__header">{t(key)}</th>)}</tr>
        </thead>
        {book.regionsOf(parameter).map((region) => <PlaceRows kit={kit} book={book} parameter={parameter} region={region} />)}
      </table>
    </TableRegion>
  );
}

function PlaceRows({ kit, book, parameter, region }: Omit<Props, 'title'> & { readonly region: RegionCode }): VNode {
  const { t, context } = kit;
  return (
    <tbody class="govuk-table__body">
      <tr class="govuk-table__row">
        <th scope="rowgroup" colspan={COLUMNS.length} class="govuk-table__header zj-rowgroup"><Mixed context={kit.context}>{placeName(kit, region)}</Mixed></th>
      </tr>
      {book.history(parameter, region).map((value) => (
        <tr class="govuk-table__row">
          <td class="govuk-table__cell zj-date">{dayText(value.from, context.variant)}</td>
          <td class="govuk-table__cell zj-date">{value.until === null ? t(value.from > kit.today ? 'open_end' : 'still') : dayText(value.until, context.variant)}</td>
          <td class="govuk-table__cell"><ValueLines kit={kit} parameter={parameter} value={value.value} /></td>
          <td class="govuk-table__cell"><Source kit={kit} reference={value.reference} /></td>
          <td class="govuk-table__cell">{value.value === null ? '—' : <Mark kit={kit} confirmed={value.confirmed} />}</td>
          <td class="govuk-table__cell">{value.note === null ? null : <Mixed context={kit.context}>{value.note}</Mixed>}</td>
        </tr>
      ))}
    </tbody>
  );
}
