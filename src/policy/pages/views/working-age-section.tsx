import type { VNode } from 'preact';
import { Details, Table, TableRegion } from '../../../ui/index.js';
import type { DatedValue, ParameterValues, RetirementStep } from '../../parameters.js';
import { monthText } from '../formats.js';
import { ageRows } from '../working-age.js';
import type { Kit } from './parts.js';

/** The rule told as tables: month of birth → age → month in which it is reached. */
export function WorkingAgeSection({ kit, value }: { readonly kit: Kit; readonly value: DatedValue<ParameterValues['counting.working_age']> | null }): VNode | null {
  if (value === null || value.value === null) return null;
  const { t } = kit;
  return (
    <section aria-labelledby="ages">
      <h2 class="govuk-heading-m" id="ages">{t('age_title')}</h2>
      <p class="govuk-body">{t('age_intro')}</p>
      {value.value.map((step) => <Group kit={kit} step={step} />)}
    </section>
  );
}

function Group({ kit, step }: { readonly kit: Kit; readonly step: RetirementStep }): VNode {
  const { t } = kit;
  const { variant } = kit.context;
  const title = t(`age_${step.group}`);
  const age = (years: number, months: number): string => (months === 0 ? t('age_years', { years }) : t('age_years_months', { years, months }));
  const rows = ageRows(step);
  const last = rows.at(-1);
  if (step.delay === null || last === undefined) return <><h3 class="govuk-heading-s">{title}</h3><p class="govuk-body">{t('age_same', { age: age(step.ageYears, 0) })}</p></>;
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('age_before', { month: monthText(step.delay.bornFrom, variant), age: age(step.ageYears, 0) })}</li>
        <li>{t('age_after', { month: monthText(last.bornFrom, variant), age: age(last.years, last.months) })}</li>
      </ul>
      <Details summary={t('age_table', { from: monthText(step.delay.bornFrom, variant), to: monthText(last.bornFrom, variant) })}>
        <TableRegion label={title}>
          <Table
            caption={title}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[t('column_born'), t('column_age'), t('column_reached')]}
            rows={rows.map((row) => [
              row.bornTo === null ? t('born_on', { from: monthText(row.bornFrom, variant) }) : t('born_range', { from: monthText(row.bornFrom, variant), to: monthText(row.bornTo, variant) }),
              age(row.years, row.months),
              row.reachedTo === null ? t('born_on', { from: monthText(row.reachedFrom, variant) }) : t('born_range', { from: monthText(row.reachedFrom, variant), to: monthText(row.reachedTo, variant) }),
            ])}
          />
        </TableRegion>
      </Details>
    </>
  );
}
