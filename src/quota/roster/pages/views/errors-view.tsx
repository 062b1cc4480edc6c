import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Mixed, Table, TableRegion, type Cell, type PageContext } from '../../../../ui/index.js';
import { rosterRowErrorTexts } from '../../row-texts.js';
import type { RowError } from '../../domain/faults.js';
import type { ShownGroup } from '../error-groups.js';
import { counted, tOf } from './frame.js';

type Props = { readonly context: PageContext; readonly groups: readonly ShownGroup[] };

/** Causes first, each with the way to correct it, then the rows where it stands. */
export function ErrorGroups({ context, groups }: Props): VNode {
  const t = tOf(context);
  return (
    <>
      {groups.length > 1 ? <Contents context={context} groups={groups} /> : null}
      {groups.map((group, index) => <Group context={context} shown={group} number={index + 1} />)}
      {groups.length === 0 ? <p class="govuk-body">{t('errors_none')}</p> : null}
    </>
  );
}

function Contents({ context, groups }: Props): VNode {
  const t = tOf(context);
  return (
    <>
      <h2 class="govuk-heading-m" id="causes">{t('errors_contents')}</h2>
      <TableRegion label={t('errors_contents_caption')}>
        <Table
          class="zj-table--gaps"
          caption={t('errors_contents_caption')}
          captionClass="govuk-visually-hidden"
          head={[t('column_column'), t('column_problem'), { content: t('column_rows'), format: 'numeric' }, { content: t('column_first'), format: 'numeric' }]}
          rows={groups.map(({ group, errors }, index): readonly Cell[] => [
            { content: <a class="govuk-link zj-alone" href={`#cause-${index + 1}`}><Mixed context={context}>{group.column}</Mixed></a> },
            { content: <Mixed context={context}>{errors[0] ? rowProblem(errors[0], context.variant) : ''}</Mixed> },
            { content: counted(group.rows), format: 'numeric' },
            { content: t('row_label', { row: group.firstRow }), format: 'numeric' },
          ])}
        />
      </TableRegion>
    </>
  );
}

function Group({ context, shown: { group, errors }, number }: { readonly context: PageContext; readonly shown: ShownGroup; readonly number: number }): VNode {
  const t = tOf(context);
  const caption = t('errors_caption', { number });
  return (
    <section aria-labelledby={`cause-${number}`}>
      <h2 class="govuk-heading-m" id={`cause-${number}`}><Mixed context={context}>{t('errors_group', { column: group.column, rows: counted(group.rows) })}</Mixed></h2>
      {errors.length === 0 ? <p class="govuk-body">{t('errors_far', { row: group.firstRow })}</p> : (
        <TableRegion label={caption}>
          <Table
            caption={caption}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[t('column_row'), t('column_cell'), t('column_problem')]}
            rows={errors.map((error): readonly Cell[] => [
              t('row_label', { row: error.row }),
              { content: cellOf(error), class: 'zj-number' },
              { content: <Mixed context={context}>{rowProblem(error, context.variant)}</Mixed> },
            ])}
          />
        </TableRegion>
      )}
      {errors.length > 0 && errors.length < group.rows ? <p class="govuk-body">{t('errors_more', { shown: errors.length, rest: counted(group.rows - errors.length) })}</p> : null}
    </section>
  );
}

/** What is wrong and what to do, without the place: that stands in the columns beside. */
const rowProblem = ({ code, params }: RowError, variant: PageContext['variant']): string => say(rosterRowErrorTexts, variant, code, params);

function cellOf({ params }: RowError): string {
  const cell = String(params['cell'] ?? '');
  return /^[A-Z]+\d+$/.test(cell) ? cell : '—';
}

