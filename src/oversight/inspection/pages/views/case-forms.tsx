import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, Checkboxes, DayInput, FileUpload, FormFaultSummary, formFaultAt, langOfTyped, PostForm, Radios, Select, Textarea, titleOf, type PageView } from '../../../../ui/index.js';
import { decisions, monthsOfBits } from '../../api/inspection.dto.js';
import type { CaseDetail } from '../../app/read-inspections.query.js';
import { findingReasons, findings } from '../../domain/case-states.js';
import type { CaseLine } from '../../infra/case.repository.js';
import { MONTH_BOXES, type JudgementForm } from '../forms.js';
import { findingReasonTexts, findingTexts } from '../texts.js';
import type { CasePageState } from './case-state.js';
import { Facts, periodOf, type FormState, type Kit } from './kit.js';

/** What can be done with a case as it stands, by whom. */
export function CaseForms({ kit: { context, t }, detail: { head, lines }, state: { may, typed, faults } }: { readonly kit: Kit; readonly detail: CaseDetail; readonly state: CasePageState }): VNode {
  const path = `/inspection-cases/${head.id}`;
  const version = <input type="hidden" name="version" value={String(head.version)} />;
  const words = (name: 'grounds' | 'defence' | 'decision', hint: 'groundsHint' | 'decisionHint'): VNode =>
    <Textarea name={name} label={t(name)} hint={t(hint)} value={typed[name] ?? ''} rows={6} {...formFaultAt(faults, name)} {...langOfTyped(context, typed[name] ?? '')} />;
  return (
    <div class="zj-noprint">
      {may.answer && (head.state === 'asked' || head.state === 'proposed') && (
        <form method="post" action={context.href(`${path}/papers`)} enctype="multipart/form-data" novalidate>
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          <Select name="line" label={t('paperFor')} value={typed.line ?? ''} items={[{ value: '', text: t('paperAll') }, ...lines.map((line) => ({ value: line.id, text: `${line.place}. ${line.name}`, ...langOfTyped(context, line.name) }))]} {...formFaultAt(faults, 'line')} />
          <FileUpload name="file" label={t('paperAdd')} hint={t('paperHint')} attributes={{ accept: '.pdf,.jpg,.jpeg,.png' }} {...formFaultAt(faults, 'file')} />
          <Button class="govuk-button--secondary" name="upload">{t('upload')}</Button>
        </form>
      )}
      {may.answer && head.state === 'asked' && (
        <>
          <h2 class="govuk-heading-m">{t('answerTitle')}</h2>
          <p class="govuk-body">{t('answerLead')}</p>
          <PostForm context={context} action={`${path}/answer`}>{version}<Button name="act" value="answer">{t('answer')}</Button></PostForm>
        </>
      )}
      {may.answer && head.state === 'proposed' && (
        <>
          <h2 class="govuk-heading-m">{t('defenceTitle')}</h2>
          <p class="govuk-body">{t('defenceLead')}</p>
          <PostForm context={context} action={`${path}/defend`}>{version}{words('defence', 'groundsHint')}<Button name="act" value="defend">{t('defend')}</Button></PostForm>
        </>
      )}
      {may.carryOut && (head.state === 'asked' || head.state === 'answered') && (
        <>
          <h2 class="govuk-heading-m">{t('clearTitle')}</h2>
          <p class="govuk-body">{t('clearLead')}</p>
          <PostForm context={context} action={`${path}/clear`}>{version}<Button class="govuk-button--secondary" name="act" value="clear">{t('clear')}</Button></PostForm>
          <h2 class="govuk-heading-m">{t('proposeTitle')}</h2>
          <p class="govuk-body">{t('proposeLead')}</p>
          <PostForm context={context} action={`${path}/propose`}>
            {version}
            {words('grounds', 'groundsHint')}
            <DayInput context={context} field="dueOn" name="dueOn" legend={t('dueOn')} typed={typed} faults={faults} />
            <Button name="act" value="propose">{t('propose')}</Button>
          </PostForm>
        </>
      )}
      {may.decide && (head.state === 'proposed' || head.state === 'defended') && (
        <>
          <h2 class="govuk-heading-m">{t('decideTitle')}</h2>
          <PostForm context={context} action={`${path}/decide`}>
            {version}
            <Radios name="outcome" fieldset={{ legend: t('outcome') }} value={typed.outcome ?? ''} items={decisions.map((outcome) => ({ value: outcome, content: t(outcome) }))} {...formFaultAt(faults, 'outcome')} />
            {words('decision', 'decisionHint')}
            <Button name="act" value="decide">{t('decide')}</Button>
          </PostForm>
        </>
      )}
    </div>
  );
}

/** What was found of one person. Only claimed months can be refused. */
export function judgePage(kit: Kit, { head }: CaseDetail, line: CaseLine, { typed, faults }: FormState<JudgementForm>): PageView {
  const { context, t } = kit;
  const title = t('judgeTitle', { place: line.place });
  const hasTyped = typed.version !== undefined;
  const isTicked = (month: number): boolean => (hasTyped ? typed[MONTH_BOXES[month - 1] ?? 'm1'] !== undefined : (line.refused & (1 << (month - 1))) !== 0);
  return {
    title: titleOf(context, `${title} ${head.employerName}`, title),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/inspection-cases/${head.id}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        <Facts kit={kit} rows={[[t('employer'), head.employerName], [t('person'), line.name], [t('contract'), periodOf(kit, line.contractStart, line.contractEnd)]]} />
        <PostForm context={context} action={`/inspection-cases/${head.id}/lines/${line.id}`}>
          <input type="hidden" name="version" value={String(head.version)} />
          <Radios name="finding" fieldset={{ legend: t('finding') }} value={typed.finding ?? line.finding ?? ''} items={findings.map((finding) => ({ value: finding, content: say(findingTexts, context.variant, finding) }))} {...formFaultAt(faults, 'finding')} />
          <Checkboxes name="months" class="govuk-checkboxes--small zj-ticks" fieldset={{ legend: t('refused') }} hint={t('refusedHint')} {...formFaultAt(faults, 'months')}
            items={monthsOfBits(line.claimed).map((month) => ({ value: 'yes', name: `m${month}`, id: month === monthsOfBits(line.claimed)[0] ? 'months' : `m${month}`, content: t('months', { months: month }), checked: isTicked(month) }))} />
          <Select name="reason" label={t('reason')} hint={t('reasonHint')} value={typed.reason ?? line.reason ?? ''} startsOpen items={findingReasons.map((reason) => ({ value: reason, text: say(findingReasonTexts, context.variant, reason) }))} {...formFaultAt(faults, 'reason')} />
          <Button name="act" value="save">{t('save')}</Button>
        </PostForm>
      </>
    ),
  };
}
