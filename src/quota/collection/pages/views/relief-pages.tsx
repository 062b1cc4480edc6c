import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, DayInput, FileUpload, FilterForm, formFaultAt, FormFaultSummary, Input, langOfTyped, Mixed, NameOfYear, NotificationBanner, PlaceInput, PostForm, Radios, Select, Table, TableRegion, Textarea, titleOf, type PageView } from '../../../../ui/index.js';
import { reliefKinds, reliefOutcomes, reliefStates } from '../../domain/relief-states.js';
import type { AssessmentHead } from '../../infra/assessment.repository.js';
import type { ReliefDetail, ReliefRequest } from '../../infra/relief.repository.js';
import type { CollectionForm } from '../forms.js';
import { reliefKindTexts, reliefNextTexts, reliefOutcomeTexts, reliefStateTexts } from '../texts.js';
import { day, type FormState, type Kit } from './kit.js';
import { Facts, NextPage } from './parts.js';

const asked = ({ t, yuan }: Kit, { askedAmount, askedMonths }: ReliefRequest): string => (askedAmount === null ? t('monthsCount', { count: askedMonths ?? 0 }) : yuan(askedAmount));

/** 减免缓缴申请: the latest first. */
export function reliefListPage(kit: Kit, page: ListPage<ReliefRequest>, { typed, faults }: FormState<CollectionForm>, mayPublish: boolean): PageView {
  const { context, t } = kit;
  return {
    title: t('reliefListTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('reliefListTitle')}</h1>
        {mayPublish && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/relief-publication')}>{t('publicationLink')}</a></p>}
        <FilterForm action={context.href('/relief-requests')} show={t('show')}>
          <Select name="state" label={t('state')} value={typed.state ?? ''} items={[{ value: '', text: t('all') }, ...reliefStates.states.map((state) => ({ value: state, text: say(reliefStateTexts, context.variant, state) }))]} {...formFaultAt(faults, 'state')} />
        </FilterForm>
        {page.items.length === 0 ? faults.length === 0 && <p class="govuk-body">{t('reliefListNone')}</p> : (
          <TableRegion label={t('reliefListTitle')}>
            <Table caption={t('reliefListTitle')} captionClass="govuk-visually-hidden" head={[t('employer'), t('year'), t('kind'), t('asked'), t('madeOn'), t('state')]} firstCellIsHeader
              rows={page.items.map((one) => [
                <a class="govuk-link zj-alone" href={context.href(`/relief-requests/${one.id}`)}><NameOfYear context={context} name={one.employerName} year={one.baseYear} /></a>, String(one.baseYear), say(reliefKindTexts, context.variant, one.kind),
                asked(kit, one), day(one.madeAt), say(reliefStateTexts, context.variant, one.state),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        <NextPage kit={kit} path="/relief-requests" query={{ state: typed.state }} next={page.next} />
      </>
    ),
  };
}

/** Where an employer asks. @param isAsked whether anything is owed that could be relieved or deferred */
export function applyPage({ context, t }: Kit, { id, employerName, baseYear }: AssessmentHead, isAsked: boolean, { typed, faults }: FormState<CollectionForm>): PageView {
  return {
    title: t('applyTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/assessments/${id}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('applyTitle')}</h1>
        <p class="govuk-body"><Mixed context={context}>{`${employerName} ${t('yearOf', { year: baseYear })}`}</Mixed></p>
        {!isAsked ? <p class="govuk-body">{t('applyNone')}</p> : (
          <>
            <p class="govuk-body">{t('applyLead')}</p>
            <PostForm context={context} action={`/assessments/${id}/relief`}>
              <Radios name="kind" fieldset={{ legend: t('wishKind') }} value={typed.kind ?? ''} {...formFaultAt(faults, 'kind')} items={reliefKinds.map((kind) => ({
                value: kind, content: say(reliefKindTexts, context.variant, kind),
                conditional: kind === 'relief'
                  ? <Input name="amount" label={t('wishAmount')} value={typed.amount ?? ''} inputmode="decimal" autocomplete="off" class="govuk-input--width-10" {...formFaultAt(faults, 'amount')} />
                  : <Input name="months" label={t('wishMonths')} value={typed.months ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'months')} />,
              }))} />
              <Textarea name="grounds" label={t('grounds')} hint={t('groundsHint')} value={typed.grounds ?? ''} rows={6} {...formFaultAt(faults, 'grounds')} {...langOfTyped(context, typed.grounds ?? '')} />
              <Button>{t('apply')}</Button>
            </PostForm>
          </>
        )}
      </>
    ),
  };
}

export type RequestPageState = FormState<CollectionForm> & { readonly may: { readonly apply: boolean; readonly forward: boolean; readonly decide: boolean }; readonly done: boolean };

/** One request with its papers, and the next step for whoever may take it. */
export function requestPage(kit: Kit, request: ReliefDetail, state: RequestPageState): PageView {
  const { context, t, yuan } = kit;
  const title = t('requestTitle', { kind: say(reliefKindTexts, context.variant, request.kind) });
  const { decision } = request;
  return {
    title: titleOf(context, `${title} ${request.employerName}`, title),
    noIndex: true,
    hasErrors: state.faults.length > 0,
    back: { href: context.href('/relief-requests') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={state.faults} />
        {state.done && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <Facts kit={kit} rows={[
          [t('employer'), request.employerName], [t('uscc'), request.uscc], [t('year'), t('yearOf', { year: request.baseYear })], [t('asked'), asked(kit, request)], [t('grounds'), request.grounds], [t('madeOn'), day(request.madeAt)],
          [t('state'), say(reliefStateTexts, context.variant, request.state)], [t('forwardedOn'), request.forwardedAt === null ? null : day(request.forwardedAt)],
          [t('decision'), decision === null ? null : say(reliefOutcomeTexts, context.variant, decision.outcome)], [t('decidedOn'), decision?.on ?? null], [t('document'), decision?.document ?? null],
          [t('amount'), decision?.amount == null ? null : yuan(decision.amount)], [t('decisionUntil'), decision?.until ?? null],
        ]} />
        <p class="govuk-body">{say(reliefNextTexts, context.variant, request.state)}</p>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/assessments/${request.assessmentId}`)}>{t('detailTitle', { year: request.baseYear })}</a></p>
        <h2 class="govuk-heading-m">{t('evidenceTitle')}</h2>
        {request.evidence.length === 0 ? <p class="govuk-body">{t('evidenceNone')}</p> : (
          <ul class="govuk-list">{request.evidence.map((paper) => <li><a class="govuk-link zj-alone" href={context.href(`/relief-requests/${request.id}/evidence/${paper.id}`)}><Mixed context={context}>{paper.name}</Mixed></a></li>)}</ul>
        )}
        <NextSteps kit={kit} request={request} state={state} />
      </>
    ),
  };
}

function NextSteps({ kit: { context, t }, request, state: { may, typed, faults } }: { readonly kit: Kit; readonly request: ReliefDetail; readonly state: RequestPageState }): VNode {
  const path = `/relief-requests/${request.id}`;
  const version = <input type="hidden" name="version" value={String(request.version)} />;
  const granted = (kind: 'relief' | 'deferral') => (kind === 'relief'
    ? <Input name="amount" label={t('grantedAmount')} hint={t('grantedHint')} value={typed.amount ?? ''} inputmode="decimal" autocomplete="off" class="govuk-input--width-10" {...formFaultAt(faults, 'amount')} />
    : <DayInput context={context} field="until" name="last" legend={t('decisionUntil')} hint={t('grantedHint')} typed={typed} faults={faults} />);
  return (
    <div class="zj-noprint">
      {may.apply && request.state === 'made' && (
        <form method="post" action={context.href(`${path}/evidence`)} enctype="multipart/form-data" novalidate>
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          <FileUpload name="file" label={t('evidenceAdd')} hint={t('evidenceHint')} attributes={{ accept: '.pdf,.jpg,.jpeg,.png' }} {...formFaultAt(faults, 'file')} />
          <Button name="upload">{t('upload')}</Button>
        </form>
      )}
      {may.apply && (request.state === 'made' || request.state === 'forwarded') && (
        <PostForm context={context} action={`${path}/withdraw`}>{version}<Button class="govuk-button--secondary" name="withdraw">{t('withdrawRequest')}</Button></PostForm>
      )}
      {may.forward && request.state === 'made' && <PostForm context={context} action={`${path}/forward`}>{version}<Button name="forward">{t('forward')}</Button></PostForm>}
      {may.decide && request.state === 'forwarded' && (
        <>
          <h2 class="govuk-heading-m">{t('decideTitle')}</h2>
          <PostForm context={context} action={`${path}/decide`}>
            {version}
            <Radios name="outcome" fieldset={{ legend: t('outcome') }} value={typed.outcome ?? ''} {...formFaultAt(faults, 'outcome')} items={reliefOutcomes.map((outcome) => ({ value: outcome, content: say(reliefOutcomeTexts, context.variant, outcome) }))} />
            {granted(request.kind)}
            <Input name="document" label={t('document')} value={typed.document ?? ''} autocomplete="off" {...formFaultAt(faults, 'document')} {...langOfTyped(context, typed.document ?? '')} />
            <DayInput context={context} field="decidedOn" name="first" legend={t('decidedOn')} typed={typed} faults={faults} />
            <Button name="decide">{t('decide')}</Button>
          </PostForm>
        </>
      )}
    </div>
  );
}

/** Where the yearly list is published. */
export function publicationPage({ context, t }: Kit, { typed, faults }: FormState<CollectionForm>): PageView {
  return {
    title: t('publicationTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/relief-requests') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('publicationTitle')}</h1>
        <p class="govuk-body">{t('publicationLead')}</p>
        <PostForm context={context} action="/relief-publication">
          <PlaceInput context={context} name="region" field="regionCode" value={typed.region} faults={faults} />
          <Input id="baseYear" name="year" label={t('publicationYear')} value={typed.year ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'baseYear')} />
          <DayInput context={context} field="closesOn" name="last" legend={t('closes')} hint={t('closesHint')} typed={typed} faults={faults} />
          <Button>{t('publish')}</Button>
        </PostForm>
      </>
    ),
  };
}
