import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { FormFaultSummary, InsetText, Mixed, NotificationBanner, Table, TableRegion, titleOf, type PageView } from '../../../../ui/index.js';
import { monthsOfBits } from '../../api/inspection.dto.js';
import type { CaseDetail } from '../../app/read-inspections.query.js';
import type { CaseHead, CaseLine } from '../../infra/case.repository.js';
import { caseActTexts, caseNextTexts, caseStateTexts, certificateTexts, findingReasonTexts, findingTexts } from '../texts.js';
import { CaseForms } from './case-forms.js';
import type { CasePageState, MayDo } from './case-state.js';
import { Facts, minute, periodOf, type Kit } from './kit.js';

const ALL_MONTHS = 0xfff;

export const monthsText = ({ t }: Kit, bits: number): string => (bits === 0 ? t('dash') : bits === ALL_MONTHS ? t('allMonths') : t('months', { months: monthsOfBits(bits).join(t('comma')) }));

/** What was found of one person, with the months and the reason where it is not all of it. */
function foundText(kit: Kit, { finding, refused, reason }: CaseLine): string {
  const { context: { variant }, t } = kit;
  if (finding === null) return t('notJudged');
  const found = say(findingTexts, variant, finding);
  const told = refused === 0 ? found : t('foundOf', { finding: found, months: monthsText(kit, refused) });
  return reason === null ? told : [told, say(findingReasonTexts, variant, reason)].join(t('semicolon'));
}

/** One filing that was drawn: the same page for the employer and for whoever inspects it. */
export function casePage(kit: Kit, detail: CaseDetail, state: CasePageState): PageView {
  const { context, t, place } = kit;
  const { head, words, papers } = detail;
  const title = t('caseTitle', { year: head.baseYear });
  return {
    title: titleOf(context, `${title} ${head.employerName}`, title),
    noIndex: true,
    hasErrors: state.faults.length > 0,
    back: { href: context.href('/inspection-cases') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={state.faults} />
        {state.done && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <Facts kit={kit} rows={[
          [t('campaign'), head.campaignName], [t('employer'), head.employerName], [t('uscc'), head.uscc], [t('region'), place(head.regionCode)], [t('version'), String(head.versionNumber)], [t('state'), say(caseStateTexts, context.variant, head.state)],
          [t('due'), head.dueOn], [t('grounds'), words.grounds], [t('defence'), words.defence ?? (head.state === 'proposed' ? t('noDefence') : null)], [t('decision'), words.decision],
        ]} />
        {head.state === 'found' ? <Correction kit={kit} head={head} /> : <p class="govuk-body">{say(caseNextTexts, context.variant, head.state)}</p>}
        <Lines kit={kit} detail={detail} may={state.may} />
        <h2 class="govuk-heading-m">{t('papersTitle')}</h2>
        {papers.length === 0 ? <p class="govuk-body">{t('papersNone')}</p> : (
          <ul class="govuk-list">
            {papers.map((paper) => (
              <li>
                <a class="govuk-link zj-alone" href={context.href(`/inspection-cases/${head.id}/papers/${paper.id}`)}><Mixed context={context}>{paper.name}</Mixed></a>
                {paper.lineId !== null && <Mixed context={context}>{t('paperOf', { line: lineName(detail.lines, paper.lineId) })}</Mixed>}
              </li>
            ))}
          </ul>
        )}
        <CaseForms kit={kit} detail={detail} state={state} />
        <Steps kit={kit} detail={detail} />
      </>
    ),
  };
}

const lineName = (lines: readonly CaseLine[], id: string): string => {
  const line = lines.find((one) => one.id === id);
  return line === undefined ? '' : `${line.place}. ${line.name}`;
};

function Correction({ kit: { context, t }, head }: { readonly kit: Kit; readonly head: CaseHead }): VNode {
  if (head.corrected === null) return <InsetText>{t('foundText')}</InsetText>;
  return (
    <InsetText>
      <Mixed context={context}>{t('correctedText', { number: head.corrected.number })}</Mixed>{' '}
      <a class="govuk-link zj-alone" href={context.href(`/determinations/${head.corrected.id}`)}>{t('corrected')}</a>
    </InsetText>
  );
}

function Lines({ kit, detail: { head, lines }, may }: { readonly kit: Kit; readonly detail: CaseDetail; readonly may: MayDo }): VNode {
  const { context, t } = kit;
  const judges = may.carryOut && (head.state === 'asked' || head.state === 'answered');
  return (
    <>
      <h2 class="govuk-heading-m">{t('linesTitle')}</h2>
      {!may.isEmployer && <p class="govuk-body">{t('maskedNote')}</p>}
      <TableRegion label={t('linesTitle')}>
        <Table caption={t('linesTitle')} captionClass="govuk-visually-hidden" firstCellIsHeader head={[t('place'), t('person'), t('certificate'), t('contract'), t('claimed'), t('finding')]}
          rows={lines.map((line) => [
            judges ? <a class="govuk-link zj-alone" href={context.href(`/inspection-cases/${head.id}/lines/${line.id}`)}>{t('judgeTitle', { place: line.place })}</a> : String(line.place), <Mixed context={context}>{line.name}</Mixed>,
            line.certificateKind in certificateTexts.zh ? say(certificateTexts, context.variant, line.certificateKind as keyof typeof certificateTexts.zh) : line.certificateKind, periodOf(kit, line.contractStart, line.contractEnd),
            monthsText(kit, line.claimed), foundText(kit, line),
          ].map((content) => ({ content })))} />
      </TableRegion>
    </>
  );
}

function Steps({ kit: { context, t }, detail: { steps } }: { readonly kit: Kit; readonly detail: CaseDetail }): VNode | null {
  if (steps.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{t('stepsTitle')}</h2>
      <TableRegion label={t('stepsTitle')}>
        <Table caption={t('stepsTitle')} captionClass="govuk-visually-hidden" head={[t('at'), t('act'), t('state')]}
          rows={steps.map((step) => [minute(step.at), say(caseActTexts, context.variant, step.act), say(caseStateTexts, context.variant, step.toState)].map((content) => ({ content })))} />
      </TableRegion>
    </>
  );
}
