import { chinaDay } from '../../../../kernel/clock.js';
import { regionCode } from '../../../../kernel/region-code.js';
import { say, type Dictionary } from '../../../../kernel/texts.js';
import { monthOfNumber } from '../../../../kernel/year-month.js';
import type { RowFault } from '../../../../kernel/sheet/row-reader.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { rowFaultSentence, sheetsFileErrorTexts, sheetsTableErrorTexts } from '../../../../platform/sheets/index.js';
import type { RegionRegister } from '../../../../policy/index.js';
import { Mixed, SummaryList, Table, TableRegion, WarningText, type Content, type PageContext, type PageView } from '../../../../ui/index.js';
import { factKinds } from '../../domain/kinds.js';
import type { CoverageRow, FactBatch } from '../../infra/batches.js';
import type { PullRow } from '../../infra/pulls.js';
import { factKindTexts, factsErrorTexts } from '../../texts.js';
import { factPageTexts, type FactText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = { readonly context: PageContext; t(key: FactText, params?: Readonly<Record<string, string | number>>): string; readonly regions: RegionRegister };

export const kitOf = (context: PageContext, regions: RegionRegister): Kit => ({ context, regions, t: (key, params = {}) => say(factPageTexts, context.variant, key, params) });

const cells = (...contents: readonly Content[]) => contents.map((content) => ({ content }));

function kindName({ context, t }: Kit, kind: string): string {
  const known = factKinds.find((one) => one === kind);
  if (known !== undefined) return say(factKindTexts, context.variant, known);
  return t(kind === 'pension' ? 'pension' : 'medical');
}

/** A prefix of two, four or six digits is that of a province, a city or a county. */
const regionName = ({ t, regions }: Kit, prefix: string): string => (prefix === '' ? t('country') : regions.fullName(regionCode(prefix.padEnd(6, '0'))));

const monthsOf = ({ t }: Kit, { fromMonth, untilMonth }: CoverageRow): string => (fromMonth <= 190001 && untilMonth >= 219912 ? t('anyMonth') : t('until', { from: monthOfNumber(fromMonth), until: monthOfNumber(untilMonth) }));

/** Of a batch that was not taken in there are no rows to count. */
const balanceOf = ({ t }: Kit, { state, rows }: FactBatch): string => (state === 'loaded' ? t('balance', rows) : t('dash'));

export type FactsOverview = { readonly coverage: readonly CoverageRow[]; readonly pulls: readonly PullRow[] };

/** 登记数据. @param overview null on later pages, which hold earlier batches alone */
export function factsPage(kit: Kit, page: ListPage<FactBatch>, overview: FactsOverview | null): PageView {
  const { context, t } = kit;
  const next = page.next === null ? null : `/facts?${new URLSearchParams({ after: page.next }).toString()}`;
  const mixed = (text: string) => <Mixed context={context}>{text}</Mixed>;
  const title = t(overview === null ? 'earlierTitle' : 'listTitle');
  const batches = page.items.length === 0 ? <p class="govuk-body">{t('none')}</p> : (
    <TableRegion label={t('batches')}>
      <Table caption={t('batches')} captionClass="govuk-visually-hidden" head={[t('batch'), t('kind'), t('source'), t('asOf'), t('receivedAt'), t('state'), t('rows')]} firstCellIsHeader
        rows={page.items.map((batch) => cells(
          <a class="govuk-link zj-alone" href={context.href(`/facts/${batch.id}`)}>{t('batchTitle', { id: batch.id })}</a>, kindName(kit, batch.kind), mixed(batch.source), chinaDay(batch.asOf), chinaDay(batch.receivedAt), t(batch.state), balanceOf(kit, batch),
        ))} />
    </TableRegion>
  );
  return {
    title,
    noIndex: true,
    ...(overview === null ? { back: { href: context.href('/facts'), text: t('listTitle') } } : {}),
    content: (
      <>
        <h1 class="govuk-heading-l">{title}</h1>
        {overview !== null && <Overview kit={kit} {...overview} />}
        {batches}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

/** What is complete, and what is read from other services. */
function Overview({ kit, coverage, pulls }: FactsOverview & { readonly kit: Kit }) {
  const { context, t } = kit;
  const mixed = (text: string) => <Mixed context={context}>{text}</Mixed>;
  const pullState = ({ state }: PullRow): string => (state === 'failed' ? t('pullFailed') : t(state === 'done' ? 'pullDone' : 'pullRunning'));
  return (
    <>
      <p class="govuk-body">{t('lead')}</p>
      <h2 class="govuk-heading-m">{t('coverage')}</h2>
      {coverage.length === 0 ? <p class="govuk-body">{t('noCoverage')}</p> : (
        <>
          <p class="govuk-body">{t('coverageLead')}</p>
          <TableRegion label={t('coverage')}>
            <Table caption={t('coverage')} captionClass="govuk-visually-hidden" head={[t('kind'), t('region'), t('months'), t('asOf')]} firstCellIsHeader
              rows={coverage.map((row) => cells(kindName(kit, row.kind), mixed(regionName(kit, row.regionPrefix)), monthsOf(kit, row), chinaDay(row.asOf)))} />
          </TableRegion>
        </>
      )}
      {pulls.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('pulls')}</h2>
          <TableRegion label={t('pulls')}>
            <Table caption={t('pulls')} captionClass="govuk-visually-hidden" head={[t('kind'), t('source'), t('state'), t('pages'), t('changedAt')]} firstCellIsHeader
              rows={pulls.map((pull) => cells(kindName(kit, pull.kind), mixed(pull.source), pullState(pull), String(pull.pages), chinaDay(pull.changedAt)))} />
          </TableRegion>
        </>
      )}
      <h2 class="govuk-heading-m">{t('batches')}</h2>
    </>
  );
}

const REFUSALS: readonly Dictionary[] = [factsErrorTexts, sheetsFileErrorTexts, sheetsTableErrorTexts];

function refusalSentence({ code, params }: NonNullable<FactBatch['refusal']>, { context }: Kit): string {
  const texts = REFUSALS.find(({ zh }) => Object.hasOwn(zh, code));
  return texts === undefined ? code : say(texts, context.variant, code, params);
}

/** One batch with the rows that were not taken. */
export function batchPage(kit: Kit, batch: FactBatch, faults: ListPage<RowFault>): PageView {
  const { context, t } = kit;
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  const next = faults.next === null ? null : `/facts/${batch.id}?${new URLSearchParams({ after: faults.next }).toString()}`;
  return {
    title: t('batchTitle', { id: batch.id }),
    noIndex: true,
    back: { href: context.href('/facts'), text: t('listTitle') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('batchTitle', { id: batch.id })}</h1>
        {batch.state === 'interrupted' && <WarningText>{t('interruptedText')}</WarningText>}
        {batch.refusal !== null && <WarningText><Mixed context={context}>{refusalSentence(batch.refusal, kit)}</Mixed></WarningText>}
        <SummaryList rows={[
          row(t('kind'), kindName(kit, batch.kind)), row(t('source'), batch.source), row(t('asOf'), chinaDay(batch.asOf)), row(t('receivedAt'), chinaDay(batch.receivedAt)),
          batch.fileName !== null && row(t('fileName'), batch.fileName), row(t('state'), t(batch.state)), batch.state === 'loaded' && row(t('rows'), t('balance', batch.rows)),
        ]} />
        {batch.state === 'loaded' && (
          <>
            <h2 class="govuk-heading-m">{t('rejections')}</h2>
            {faults.items.length === 0 ? <p class="govuk-body">{t('noRejections')}</p> : (
              <>
                <p class="govuk-body">{t('rejectionsLead')}</p>
                <ul class="govuk-list govuk-list--bullet">{faults.items.map((fault) => <li><Mixed context={context}>{rowFaultSentence(factsErrorTexts, fault, context.variant)}</Mixed></li>)}</ul>
              </>
            )}
          </>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{t('next')}</a></p>}
      </>
    ),
  };
}
