import type { VNode } from 'preact';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import { formatYuan } from '../../../../kernel/money.js';
import { say } from '../../../../kernel/texts.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Details, Mixed, NotificationBanner, SummaryList, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import { employerKindTexts } from '../../../employers/index.js';
import { filingNumber, placeOf, shownName, stateTexts } from '../../../filing/index.js';
import { groupedYuan, StatementView } from '../../../levy/index.js';
import type { ShownLine } from '../../app/read-review.query.js';
import type { ReviewStatement } from '../../app/read-statement.query.js';
import type { DecisionReason } from '../../domain/line-decision.js';
import type { ObjectionAnswer } from '../../domain/objection.js';
import { answerTexts, groundTexts, outcomeTexts, reasonTexts } from '../../texts.js';
import { changeWords, DecisionsTable } from './decisions-table.js';
import type { Kit } from './kit.js';

export type StatementPageState = { readonly statement: ReviewStatement; readonly page: ListPage<ShownLine>; /** Lines of those whom an objection names, by person. */ readonly disputed: ReadonlyMap<string, ShownLine>; readonly all: boolean; readonly scope: Scope; readonly mayObject: boolean; readonly isReviewer: boolean; readonly done: boolean };

/** 审核结果: the employer and its reviewers see the same. */
export function statementPage(kit: Kit, state: StatementPageState): PageView {
  const { context, t, at, filing, place } = kit;
  const { statement: { head, decided, trial, decisions, version }, isReviewer, done } = state;
  return {
    title: t('statementOf', { year: head.baseYear }),
    noIndex: true,
    back: isReviewer ? { href: at(head.id), text: t('back') } : { href: filing(head.id), text: t('backFiling') },
    content: (
      <>
        {done && <NotificationBanner type="success" title={t('done')}><p class="govuk-body">{t('objectMade')}</p></NotificationBanner>}
        <span class="govuk-caption-l"><Mixed context={context}>{head.employerName}</Mixed></span>
        <h1 class="govuk-heading-l">{t('statementOf', { year: head.baseYear })}</h1>
        <p class="govuk-body">{t('statementLead')}</p>
        <SummaryList
          rows={[
            { key: t('number'), value: filingNumber(head) }, { key: t('state'), value: say(stateTexts, context.variant, head.state) },
            { key: t('outcome'), value: kit.note(say(outcomeTexts, context.variant, decided.outcome ?? 'determined'), kit.list(t('versionOf', { number: decided.number }), kit.day(decided.decidedAt))) },
            { key: t('arranged'), value: decided.arranged ?? t('dash') }, { key: t('counting'), value: t('decidedMonths', { counted: decided.countedMonths, refused: decided.refusedMonths }) },
            trial !== null && { key: kit.note(t('required'), t('requiredBy')), value: trial.required },
            { key: kit.note(t('wages'), t('declaredBy')), value: version.totalWages === null ? t('dash') : t('plainYuan', { sum: groupedYuan(formatYuan(version.totalWages)) }) },
            { key: t('payable'), value: kit.yuan(decided.trialPayable) }, { key: t('change'), value: changeWords(kit, decided) },
          ]}
        />
        <p class="govuk-body">{t('trialNote')}</p>
        <Lines kit={kit} state={state} />
        <Objections kit={kit} state={state} />
        {trial !== null && (
          <Details summary={t('statementTrial')}>
            <StatementView context={context} result={trial} reader="both_sides" region={placeOf(head.regionCode)} about={kit.list(place(head.regionCode), String(head.baseYear), say(employerKindTexts, context.variant, head.employerKind))} />
          </Details>
        )}
        {decisions.length > 1 && <h2 class="govuk-heading-m">{t('earlier')}</h2>}
        {decisions.length > 1 && <DecisionsTable kit={kit} id={head.id} decisions={decisions} />}
        <Remedies kit={kit} state={state} />
      </>
    ),
  };
}

function Lines({ kit, state: { statement: { head, decided }, page, all, scope } }: { readonly kit: Kit; readonly state: StatementPageState }): VNode {
  const { context, t, filing, months } = kit;
  const title = t(all ? 'statementLinesAll' : 'statementLinesTitle');
  const address = (params: Readonly<Record<string, string>>): string => `${filing(head.id, 'statement')}?${new URLSearchParams({ number: String(decided.number), ...params }).toString()}`;
  return (
    <section>
      <h2 class="govuk-heading-m" id="lines">{title}</h2>
      {page.items.length === 0 ? <p class="govuk-body">{t('statementNothingRefused')}</p> : (
        <TableRegion label={title}>
          <Table
            caption={title}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            stacked
            head={[t('name'), t('citizenId'), t('claimedMonths'), t('refusedMonths'), t('why')]}
            rows={page.items.map(({ line, citizenId, claimed, decision }) => [
              <Mixed context={context}>{shownName(line.name, scope)}</Mixed>, maskCitizenId(citizenId), months(claimed), months(claimed & ~(decision?.months ?? 0)),
              <Mixed context={context}>{decision === null ? t('dash') : decision.words === null ? say(reasonTexts, context.variant, decision.reason) : kit.says(say(reasonTexts, context.variant, decision.reason), decision.words)}</Mixed>,
            ].map((content) => ({ content })))}
          />
        </TableRegion>
      )}
      <p class="govuk-body">
        {page.next !== null && <a class="govuk-link zj-alone" href={address({ ...(all ? { all: 'yes' } : {}), after: page.next })} rel="next">{t('more')}</a>}
        {page.next !== null && ' '}
        <a class="govuk-link zj-alone" href={address(all ? {} : { all: 'yes' })}>{t(all ? 'statementRefused' : 'statementAll')}</a>
      </p>
    </section>
  );
}

/** What the employer said against it, from the day on which it said so, and the answers. */
function Objections({ kit: { context, t, day, list, says }, state: { statement: { objections }, disputed, scope } }: { readonly kit: Kit; readonly state: StatementPageState }): VNode | null {
  if (objections.length === 0) return null;
  const answerWords = (answer: ObjectionAnswer, reason: DecisionReason): string => t('answerOf', { answer: say(answerTexts, context.variant, answer), reason: say(reasonTexts, context.variant, reason) });
  return (
    <section aria-labelledby="objections">
      <h2 class="govuk-heading-m" id="objections">{t('objectionsTitle')}</h2>
      {objections.map(({ state, madeAt, answeredAt, dueOn, words: onTheWhole, items }) => (
        <>
          <p class="govuk-body">{list(t('objectionOf', { day: day(madeAt) }), state === 'answered' ? t('objectionAnswered', { day: day(answeredAt) }) : t(state === 'open' ? 'objectionOpen' : 'objectionTaken'), state !== 'answered' && dueOn !== null && t('objectionDue', { due: dueOn }))}</p>
          {onTheWhole !== null && <p class="govuk-body"><Mixed context={context}>{onTheWhole}</Mixed></p>}
          <ul class="govuk-list govuk-list--bullet">
            {items.map(({ registryPersonId, ground, words, answer, answerReason, answerWords: said }) => {
              const line = disputed.get(registryPersonId);
              return (
                <li>
                  <Mixed context={context}>{says(line === undefined ? t('personGone') : shownName(line.line.name, scope), list(say(groundTexts, context.variant, ground), words))}</Mixed>
                  {answer !== null && answerReason !== null && <><br /><Mixed context={context}>{said === null ? answerWords(answer, answerReason) : says(answerWords(answer, answerReason), said)}</Mixed></>}
                </li>
              );
            })}
          </ul>
        </>
      ))}
    </section>
  );
}

function Remedies({ kit: { context, t, filing }, state: { statement: { head, remedies, objectionUntil }, mayObject } }: { readonly kit: Kit; readonly state: StatementPageState }): VNode {
  return (
    <section aria-labelledby="remedies">
      <h2 class="govuk-heading-m" id="remedies">{t('remediesTitle')}</h2>
      {mayObject && <p class="govuk-body">{objectionUntil === null ? t('objectNoTerm') : t('objectUntil', { until: objectionUntil })}</p>}
      {mayObject && <p class="govuk-body"><a class="govuk-link zj-alone" href={filing(head.id, 'objection')}>{t('mayObject')}</a></p>}
      {remedies.ways === null ? <p class="govuk-body">{t('remediesUnknown')}</p> : (
        <ul class="govuk-list govuk-list--bullet">
          {remedies.ways.map((way) => <li>{`${t(`remedy_${way.kind}`, { within: way.within, unit: t(`unit_${way.unit}`) })}${t('remedyNotBefore', { day: way.notBefore })}`}</li>)}
        </ul>
      )}
      {remedies.reference !== null && <p class="govuk-body-s"><Mixed context={context}>{`${t('remediesSource', { title: remedies.reference.title })}${remedies.confirmed ? '' : t('unconfirmed')}`}</Mixed></p>}
    </section>
  );
}
