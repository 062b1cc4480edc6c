import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, DayInput, FormFaultSummary, formFaultAt, Input, langOfTyped, Mixed, NameOfYear, NotificationBanner, PlaceInput, PostForm, Table, TableRegion, titleOf, type PageView } from '../../../../ui/index.js';
import type { CampaignDetail } from '../../app/read-inspections.query.js';
import type { Campaign } from '../../infra/campaign.repository.js';
import type { CaseHead } from '../../infra/case.repository.js';
import type { InspectionForm } from '../forms.js';
import { caseStateTexts } from '../texts.js';
import { Facts, minute, NextPage, type FormState, type Kit } from './kit.js';

/** 抽查: campaigns. */
export function campaignsPage(kit: Kit, page: ListPage<Campaign>, mayDraw: boolean): PageView {
  const { context, t, place } = kit;
  return {
    title: t('listTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('listTitle')}</h1>
        <p class="govuk-body">{t('listLead')}</p>
        {mayDraw && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/draw-inspection')}>{t('drawLink')}</a></p>}
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/inspection-cases')}>{t('casesLink')}</a></p>
        {page.items.length === 0 ? <p class="govuk-body">{t('listNone')}</p> : (
          <TableRegion label={t('listTitle')}>
            <Table caption={t('listTitle')} captionClass="govuk-visually-hidden" head={[t('name'), t('region'), t('year'), t('cases'), t('drawnAt')]} firstCellIsHeader
              rows={page.items.map((campaign) => [
                <a class="govuk-link zj-alone" href={context.href(`/inspections/${campaign.id}`)}><Mixed context={context}>{campaign.name}</Mixed></a>, <Mixed context={context}>{place(campaign.regionCode)}</Mixed>, String(campaign.baseYear),
                String(campaign.cases), minute(campaign.drawnAt),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        <NextPage kit={kit} path="/inspections" next={page.next} />
      </>
    ),
  };
}

export function drawPage({ context, t }: Kit, { typed, faults }: FormState<InspectionForm>): PageView {
  const box = (name: 'baseYear' | 'cases' | 'linesEach', label: 'year' | 'casesWanted' | 'linesEach') =>
    <Input name={name} label={t(label)} value={typed[name] ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-5" {...formFaultAt(faults, name)} />;
  return {
    title: t('drawTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/inspections') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('drawTitle')}</h1>
        <p class="govuk-body">{t('drawLead')}</p>
        <PostForm context={context} action="/draw-inspection">
          <Input name="name" label={t('drawName')} value={typed.name ?? ''} autocomplete="off" class="govuk-input--width-20" {...formFaultAt(faults, 'name')} {...langOfTyped(context, typed.name ?? '')} />
          <PlaceInput context={context} name="regionCode" value={typed.regionCode} faults={faults} />
          {box('baseYear', 'year')}
          {box('cases', 'casesWanted')}
          {box('linesEach', 'linesEach')}
          <Input name="seed" label={t('seed')} hint={t('seedHint')} value={typed.seed ?? ''} autocomplete="off" spellcheck={false} class="govuk-input--width-20" {...formFaultAt(faults, 'seed')} />
          <Button name="act" value="draw">{t('draw')}</Button>
        </PostForm>
      </>
    ),
  };
}

export type CampaignState = FormState<InspectionForm> & { readonly mayAsk: boolean; readonly done: boolean };

/** One campaign with what anybody needs to draw again. */
export function campaignPage(kit: Kit, { campaign, counts }: CampaignDetail, page: ListPage<CaseHead>, { typed, faults, mayAsk, done }: CampaignState): PageView {
  const { context, t, place } = kit;
  return {
    title: titleOf(context, campaign.name, t('campaignOne', { year: campaign.baseYear })),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/inspections') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l"><Mixed context={context}>{campaign.name}</Mixed></h1>
        <Facts kit={kit} rows={[
          [t('region'), place(campaign.regionCode)], [t('year'), String(campaign.baseYear)], [t('population'), String(campaign.population)], [t('cases'), String(campaign.cases)], [t('linesEach'), String(campaign.linesEach)],
          [t('drawnAt'), minute(campaign.drawnAt)], [t('seed'), campaign.seed], [t('populationDigest'), campaign.populationDigest],
          [t('state'), Object.entries(counts).map(([state, cases]) => t('stateCount', { state: say(caseStateTexts, context.variant, state as CaseHead['state']), cases })).join(t('semicolon')) || t('none')],
        ]} />
        <Check kit={kit} campaign={campaign} />
        {mayAsk && (counts.drawn ?? 0) > 0 && (
          <div class="zj-noprint">
            <h2 class="govuk-heading-m">{t('askTitle')}</h2>
            <p class="govuk-body">{t('askLead')}</p>
            <PostForm context={context} action={`/inspections/${campaign.id}/ask`}>
              <DayInput context={context} field="dueOn" name="dueOn" legend={t('dueOn')} typed={typed} faults={faults} />
              <Button name="act" value="ask">{t('ask')}</Button>
            </PostForm>
          </div>
        )}
        <h2 class="govuk-heading-m">{t('casesTitle')}</h2>
        <CasesTable kit={kit} page={page} drawn />
        <NextPage kit={kit} path={`/inspections/${campaign.id}`} next={page.next} />
      </>
    ),
  };
}

/** The list that the seed was applied to, and the rule by which the sample follows, for whoever draws again. */
function Check({ kit: { context, t }, campaign }: { readonly kit: Kit; readonly campaign: Campaign }): VNode {
  if (!campaign.isListKept) return <p class="govuk-body">{t('checkGone')}</p>;
  return (
    <>
      <h2 class="govuk-heading-m">{t('checkTitle')}</h2>
      <p class="govuk-body">{t('checkText')}</p>
      <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/inspections/${campaign.id}/population.csv`)} download>{t('checkList')}</a></p>
      <ol class="govuk-list govuk-list--number">
        <li>{t('checkDigest')}</li>
        <li>{t('checkFilings', { cases: campaign.cases })}</li>
        <li>{t('checkPeople', { lines: campaign.linesEach })}</li>
        <li>{t('checkSame')}</li>
      </ol>
    </>
  );
}

/** @param drawn with what a second draw is compared with */
function CasesTable({ kit: { context, t }, page, drawn }: { readonly kit: Kit; readonly page: ListPage<CaseHead>; readonly drawn?: boolean }): VNode {
  if (page.items.length === 0) return <p class="govuk-body">{t('casesNone')}</p>;
  return (
    <TableRegion label={t('casesTitle')}>
      <Table caption={t('casesTitle')} captionClass="govuk-visually-hidden" head={[t('employer'), t('uscc'), ...(drawn ? [t('number'), t('ordinals')] : []), t('year'), t('state'), t('due')]} firstCellIsHeader
        rows={page.items.map((one) => [
          <a class="govuk-link zj-alone" href={context.href(`/inspection-cases/${one.id}`)}><NameOfYear context={context} name={one.employerName} year={one.baseYear} /></a>, one.uscc,
          ...(drawn ? [one.number, one.people.join(t('comma')) || t('dash')] : []), String(one.baseYear), say(caseStateTexts, context.variant, one.state), one.dueOn ?? t('dash'),
        ].map((content) => ({ content })))} />
    </TableRegion>
  );
}

/** Employers that were asked; for an employer its own. */
export function casesPage(kit: Kit, page: ListPage<CaseHead>): PageView {
  const { t } = kit;
  return {
    title: t('casesTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('casesTitle')}</h1>
        <CasesTable kit={kit} page={page} />
        <NextPage kit={kit} path="/inspection-cases" next={page.next} />
      </>
    ),
  };
}
