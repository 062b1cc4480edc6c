import type { VNode } from 'preact';
import { InsetText, Mixed, Table, TableRegion, type Cell, type PageView } from '../../../ui/index.js';
import type { Unknown } from '../../app/find-unknowns.query.js';
import { dayText } from '../formats.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import type { GapGroup, UnknownReport } from '../../app/report-unknowns.query.js';
import { LinkList, placeName, titleOf, type Kit } from './parts.js';

/** What we do not know, said plainly: by subject, place and time, with the reason and what follows from it. */
export function unknownPage(kit: Kit, report: UnknownReport): PageView {
  const { t, context } = kit;
  const { social, minimum, tiers } = report;
  const cells = social.years.length * social.provinces.length;
  const missing = social.provinces.reduce((sum, province) => sum + province.missing.size, 0);
  return {
    title: t('unknown_title'),
    back: { href: context.href('/policy'), text: t('all_parameters') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('unknown_title')}</h1>
        <p class="govuk-body">{t('unknown_lead')}</p>
        <ul class="govuk-list govuk-list--bullet">
          <li>{t('unknown_effect_wage')}</li>
          <li>{t('unknown_effect_minimum')}</li>
        </ul>
        <InsetText><p class="govuk-body">{t('unknown_help')}</p></InsetText>

        <h2 class="govuk-heading-m" id="social">{t('social_title')}</h2>
        <p class="govuk-body">{t('social_finding', { provinces: social.provinces.length, years: social.years.length, cells, known: cells - missing, missing })}</p>
        <SocialTable kit={kit} social={social} />

        <h2 class="govuk-heading-m" id="minimum">{t('minimum_title')}</h2>
        <p class="govuk-body">{t('minimum_finding', { provinces: social.provinces.length, none: minimum.nothing.length, some: minimum.some.reduce((sum, { regions }) => sum + regions.length, 0) })}</p>
        <p class="govuk-body"><Mixed context={kit.context}>{t('minimum_all_missing', { places: minimum.nothing.map((region) => placeName(kit, region)).join(context.language === 'zh' ? '、' : ', ') })}</Mixed></p>
        <GapTable kit={kit} caption={t('minimum_caption')} gaps={minimum.some} named={false} />

        <h2 class="govuk-heading-m" id="tiers">{t('tier_title')}</h2>
        <p class="govuk-body">{t('tier_finding', { counties: tiers.counties.known + tiers.counties.unknown, recorded: tiers.recorded, known: tiers.counties.known })}</p>
        <GapTable kit={kit} caption={t('tier_caption')} gaps={tiers.gaps} named={false} />

        <h2 class="govuk-heading-m" id="others">{t('other_title')}</h2>
        <GapTable kit={kit} caption={t('other_caption')} gaps={report.others} named />

        <h2 class="govuk-heading-m" id="checks">{t('unconfirmed_title')}</h2>
        <p class="govuk-body">{t('unconfirmed_intro')}</p>
        <TableRegion label={t('unconfirmed_caption')}>
          <Table
            caption={t('unconfirmed_caption')}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[t('column_parameter'), ...(['column_confirmed', 'column_unconfirmed', 'column_unknown'] as const).map((key) => ({ content: t(key), format: 'numeric' }))]}
            rows={report.checks.map(({ parameter, counts }) => [
              { content: <a class="govuk-link zj-alone" href={context.href(`/policy/${parameter}`)}>{titleOf(parameter, context.variant)}</a> },
              ...[counts.confirmed, counts.unconfirmed, counts.unknown].map((count): Cell => ({ content: count, format: 'numeric' })),
            ])}
          />
        </TableRegion>
        <LinkList>
          <li><a class="govuk-link zj-alone" href={context.href('/policy/unknown.csv')} download>{t('download_unknown')}</a></li>
        </LinkList>
      </>
    ),
  };
}

function SocialTable({ kit, social }: { readonly kit: Kit; readonly social: UnknownReport['social'] }): VNode {
  const { t } = kit;
  return (
    <TableRegion label={t('social_caption')}>
      <Table
        class="zj-table--grid"
        caption={t('social_caption')}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[t('column_place'), ...social.years.map(String)]}
        rows={social.provinces.map(({ region, missing }) => [
          { content: <Mixed context={kit.context}>{placeName(kit, region)}</Mixed> },
          ...social.years.map((year): Cell => (missing.has(year) ? { content: t('cell_unknown'), class: 'zj-cell--unknown' } : { content: t('cell_known'), class: 'zj-cell--known' })),
        ])}
      />
    </TableRegion>
  );
}

type GapProps = { readonly kit: Kit; readonly caption: string; readonly gaps: readonly GapGroup[]; /** Several parameters in one table. */ readonly named: boolean };

function GapTable({ kit, caption, gaps, named }: GapProps): VNode {
  const { t, context } = kit;
  const rows = gaps.map(({ regions, unknowns }): readonly Cell[] => [
    { content: <Mixed context={kit.context}>{namesOf(kit, regions)}</Mixed> },
    ...(named ? [{ content: <ParameterLink kit={kit} unknown={unknowns[0]} region={regions[0]} /> }] : []),
    { content: <ul class="govuk-list zj-gaps">{unknowns.map((unknown) => <li>{timeOf(kit, unknown)}{colon(context)}<Mixed context={kit.context}>{unknown.reason ?? t('nothing_recorded')}</Mixed></li>)}</ul> },
  ]);
  return (
    <TableRegion label={caption}>
      <Table
        class="zj-table--gaps"
        caption={caption}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[t('column_place'), ...(named ? [t('column_parameter')] : []), t('column_when')]}
        rows={rows}
      />
    </TableRegion>
  );
}

function ParameterLink({ kit, unknown, region }: { readonly kit: Kit; readonly unknown: Unknown | undefined; readonly region: RegionCode | undefined }): VNode | null {
  if (unknown === undefined) return null;
  const { context } = kit;
  return <a class="govuk-link zj-alone" href={context.href(`/policy/${unknown.parameter}?region=${region}&date=${unknown.from}`)}>{titleOf(unknown.parameter, context.variant)}</a>;
}

const colon = (context: Kit['context']): string => (context.language === 'zh' ? '：' : ': ');

/** 云南省 昭通市：昭阳区、鲁甸县: what the names have in common is said once. */
function namesOf(kit: Kit, regions: readonly RegionCode[]): string {
  const comma = kit.context.language === 'zh' ? '、' : ', ';
  const inside = new Map<string, string[]>();
  for (const region of regions) {
    const words = placeName(kit, region).split(' ');
    const own = words.pop() ?? region;
    const outer = words.join(' ');
    inside.set(outer, [...(inside.get(outer) ?? []), own]);
  }
  return [...inside].map(([outer, own]) => `${outer === '' ? '' : `${outer}${own.length > 1 ? colon(kit.context) : ' '}`}${own.join(comma)}`).join(kit.context.language === 'zh' ? '；' : '; ');
}

function timeOf(kit: Kit, { from, until }: Unknown): string {
  const { variant } = kit.context;
  return until >= kit.today ? kit.t('until_now', { from: dayText(from, variant) }) : kit.t('period', { from: dayText(from, variant), until: dayText(until, variant) });
}
