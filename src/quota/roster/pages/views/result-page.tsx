import type { VNode } from 'preact';
import { Button, Mixed, Table, TableRegion, type Cell, type PageContext, type PageView } from '../../../../ui/index.js';
import { sayCondition } from '../../../counting/index.js';
import { StatementView, type LevyResult } from '../../../levy/index.js';
import type { RosterHead } from '../../app/conclude-roster.js';
import { rosterWarningSentence } from '../../texts.js';
import { downloadPath, rosterPath } from '../paths.js';
import { Balance, counted, Parts, tOf, type ResultView } from './frame.js';

/** A roster whose levy could be worked out. */
export type ConcludedHead = RosterHead & LevyResult;

/** The sum and its reasons first, then the rows, the person-months, and what can be done with the result. */
export function resultPage(view: ResultView, head: ConcludedHead): PageView {
  const { context } = view;
  const t = tOf(context);
  return {
    title: t('result_title'),
    noIndex: true,
    content: (
      <>
        <Parts view={view} open="result" />
        <Balance view={view} />
        <Statement view={view} head={head} people={<MonthsSummary view={view} head={head} link />} />
        <Notices view={view} head={head} />
        <Downloads view={view} />
        <Again context={context} />
        <DeleteSection view={view} />
      </>
    ),
  };
}

/** The statement of the levy journey, with the roster's own person-months in the place of its table. */
export function Statement({ view, head, people }: { readonly view: ResultView; readonly head: ConcludedHead; readonly people: VNode }): VNode {
  const { provisional } = head;
  return (
    <StatementView
      reader="author"
      context={view.context}
      result={head}
      region={view.region}
      about={view.about}
      {...(provisional === null ? {} : { provisional: { months: provisional.personMonths, payableWith: provisional.payableWith, payableWithout: provisional.payableWithout } })}
      people={people}
    />
  );
}

/** What was noticed while reading; nothing where there was nothing. */
export function Notices({ view, head }: { readonly view: ResultView; readonly head: RosterHead }): VNode | null {
  if (head.rosterWarnings.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <h2 class="govuk-heading-m" id="notices">{tOf(view.context)('warnings_title')}</h2>
      <ul class="govuk-list govuk-list--bullet">{head.rosterWarnings.map((warning) => <li><Mixed context={view.context}>{rosterWarningSentence(warning, view.context.variant)}</Mixed></li>)}</ul>
    </section>
  );
}

export function MonthsSummary({ view, head, link }: { readonly view: ResultView; readonly head: RosterHead; readonly link: boolean }): VNode {
  const { context, id } = view;
  const t = tOf(context);
  const months = head.personMonthTotals;
  return (
    <section aria-labelledby="months">
      <h2 class="govuk-heading-l" id="months">{t('months_title')}</h2>
      <p class="govuk-body">{t('months_lead', {
        people: counted(head.rows.accepted), all: counted(months.counted + months.refused), counted: counted(months.counted), provisional: counted(months.provisional), refused: counted(months.refused),
      })}</p>
      <Reasons context={context} title={t('months_refused')} caption={t('months_refused_caption')} rows={head.refusedBy.map(({ condition, personMonths }) => [sayCondition(context.variant, condition), null, personMonths])} />
      <Reasons
        context={context}
        title={t('months_provisional')}
        caption={t('months_provisional_caption')}
        rows={(head.provisional?.by ?? []).map(({ condition, answer, personMonths }) => [sayCondition(context.variant, condition), t(answer), personMonths])}
      />
      {link ? <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(rosterPath('months', id))}>{t('months_link')}</a></p> : null}
    </section>
  );
}

type ReasonProps = { readonly context: PageContext; readonly title: string; readonly caption: string; readonly rows: readonly (readonly [string, string | null, number])[] };

function Reasons({ context, title, caption, rows }: ReasonProps): VNode | null {
  if (rows.length === 0) return null;
  const t = tOf(context);
  const why = rows.some(([, reason]) => reason !== null);
  return (
    <>
      <h3 class="govuk-heading-s">{title}</h3>
      <TableRegion label={caption}>
        <Table
          class="zj-table--gaps"
          caption={caption}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[t('column_condition'), ...(why ? [t('column_why')] : []), { content: t('column_person_months'), format: 'numeric' }]}
          rows={rows.map(([condition, reason, months]): readonly Cell[] => [condition, ...(why ? [reason ?? ''] : []), { content: counted(months), format: 'numeric' }])}
        />
      </TableRegion>
      {rows.length > 1 ? <p class="govuk-body zj-quiet">{t('months_twice')}</p> : null}
    </>
  );
}

function Downloads({ view }: { readonly view: ResultView }): VNode {
  const { context, id } = view;
  const t = tOf(context);
  return (
    <section class="zj-noprint" aria-labelledby="downloads">
      <h2 class="govuk-heading-m" id="downloads">{t('downloads_title')}</h2>
      <ul class="govuk-list">
        <li><a class="govuk-link zj-alone" href={context.href(downloadPath(id, 'zhujiu-roster.xlsx'))} download>{t('download_xlsx')}</a></li>
        <li><a class="govuk-link zj-alone" href={downloadPath(id, 'zhujiu-roster.json')} download>{t('download_json')}</a></li>
        <li><a class="govuk-link zj-alone" href={context.href(rosterPath('print', id))}>{t('print')}</a></li>
      </ul>
    </section>
  );
}

export function Again({ context }: { readonly context: PageContext }): VNode {
  const t = tOf(context);
  return (
    <section class="zj-noprint" aria-labelledby="again">
      <h2 class="govuk-heading-m" id="again">{t('again_title')}</h2>
      <p class="govuk-body">{t('again_text')}</p>
      <Button href={context.href('/levy/roster#file')}>{t('again')}</Button>
    </section>
  );
}

/** Only a link: the page behind it asks once more (WCAG 3.3.6). */
export function DeleteSection({ view }: { readonly view: ResultView }): VNode {
  const t = tOf(view.context);
  return (
    <section class="zj-noprint" aria-labelledby="delete">
      <h2 class="govuk-heading-m" id="delete">{t('delete_title')}</h2>
      <p class="govuk-body">{t('delete_text')}</p>
      <Button class="govuk-button--secondary" href={view.context.href(rosterPath('delete', view.id))}>{t('delete')}</Button>
    </section>
  );
}
