import type { VNode } from 'preact';
import type { LocalDate } from '../../../../kernel/local-date.js';
import { formatYuan } from '../../../../kernel/money.js';
import { say } from '../../../../kernel/texts.js';
import { Button, FormFaultSummary, Mixed, NotificationBanner, PostForm, SummaryList, titleOf, type FormFault, type PageView } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import { filingNumber, staffWords, stateTexts } from '../../../filing/index.js';
import type { ShownReview } from '../../app/read-review.query.js';
import { mayCountAsNone, noneFrom } from '../../domain/correction-request.js';
import { answerTexts, groundTexts, needTexts } from '../../texts.js';
import { DecisionsTable } from './decisions-table.js';
import type { Kit } from './kit.js';
import { SignalsDoor } from './signals-door.js';

/** What the one who looks may do. */
export type May = { readonly check: boolean; readonly decide: boolean; readonly archive: boolean; readonly papers: boolean; readonly me: string | null };
export type ReviewPageState = { readonly shown: ShownReview; readonly may: May; readonly done: boolean; readonly faults: readonly FormFault[]; readonly today: LocalDate };

/** One filing for whoever checks it or reads along. */
export function reviewPage(kit: Kit, state: ReviewPageState): PageView {
  const { context, t } = kit;
  const { shown, done, faults } = state;
  return {
    title: titleOf(context, shown.head.employerName, t('oneTitle', { year: shown.head.baseYear })),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/reviews'), text: t('backQueue') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" title={t('done')}><p class="govuk-body">{t('doneState', { state: say(stateTexts, context.variant, shown.head.state) })}</p></NotificationBanner>}
        <span class="govuk-caption-l"><Mixed context={context}>{shown.head.employerName}</Mixed></span>
        <h1 class="govuk-heading-l">{t('oneTitle', { year: shown.head.baseYear })}</h1>
        <Facts kit={kit} shown={shown} />
        <Ways kit={kit} state={state} />
        <Signals kit={kit} shown={shown} />
        <Letters kit={kit} shown={shown} />
        {shown.reviews.some(({ outcome }) => outcome !== null) && (
          <>
            <h2 class="govuk-heading-m">{t('decisionsTitle')}</h2>
            <DecisionsTable kit={kit} id={shown.head.id} decisions={shown.reviews.filter(({ outcome }) => outcome !== null)} />
            <p class="govuk-body">{t('trialNote')}</p>
          </>
        )}
      </>
    ),
  };
}

function Facts({ kit, shown: { head, version, sums, compared, review } }: { readonly kit: Kit; readonly shown: ShownReview }): VNode {
  const { context, t, place, yuan, day } = kit;
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return (
    <SummaryList
      rows={[
        row(t('state'), say(stateTexts, context.variant, head.state)), head.submittedAt !== null && row(t('number'), filingNumber(head)), row(t('uscc'), head.uscc), row(t('region'), place(head.regionCode)), row(t('submitted'), day(head.submittedAt)),
        head.dueOn !== null && row(t('due'), head.dueOn), version.lateReason !== null && row(t('lateReason'), version.lateReason),
        row(kit.note(t('staff'), t('declaredBy')), version.monthlyStaff === null ? t('dash') : staffWords(context.variant, version.monthlyStaff)), row(kit.note(t('wages'), t('declaredBy')), version.totalWages === null ? t('dash') : t('plainYuan', { sum: groupedYuan(formatYuan(version.totalWages)) })),
        row(t('claimed'), t('months', { count: sums.claimedMonths })), row(t('claimedSum'), yuan(version.trialPayable)),
        row(t('lines'), t('linesOf', { lines: sums.lines, clear: sums.clear, decided: sums.decided })), row(t('compared'), compared === null ? t('notCompared') : day(compared.comparedAt)),
        review?.firstName != null && row(t('firstBy'), review.firstAt === null && review.outcome === null ? t('deskOf', { name: review.firstName }) : review.firstName), review?.secondName != null && row(t('secondBy'), review.secondName),
      ]}
    />
  );
}

/** `words` alone: what cannot be done yet, and when. */
type Way = { readonly words: string } | { readonly post: string; readonly words: string } | { readonly href: string; readonly words: string };

function Ways({ kit, state: { shown, may, today } }: { readonly kit: Kit; readonly state: ReviewPageState }): VNode {
  const { context, t } = kit;
  const ways = waysOf(kit, shown, may, today);
  const posts = ways.filter((way) => 'post' in way);
  return (
    <section aria-labelledby="ways">
      <h2 class="govuk-heading-m" id="ways">{t('waysTitle')}</h2>
      {posts.map((way) => (
        <PostForm context={context} action={`/reviews/${shown.head.id}/${way.post}`}>
          <input type="hidden" name="version" value={String(shown.head.version)} />
          <Button preventDoubleClick>{way.words}</Button>
        </PostForm>
      ))}
      <ul class="govuk-list zj-list-plain">{ways.map((way) => ('post' in way ? null : <li>{'href' in way ? <a class="govuk-link zj-alone" href={way.href}>{way.words}</a> : way.words}</li>))}</ul>
    </section>
  );
}

/** What is offered follows the table of states and who asks; the commands ask again. */
function waysOf({ t, at, filing }: Kit, { head, review, sums, isCorrection, objections, reviews }: ShownReview, may: May, today: LocalDate): readonly Way[] {
  const { id, state, dueOn } = head;
  const isFirst = (state === 'first_check' || (isCorrection && review?.firstAt === null)) && may.check;
  const isSecond = (state === 'second_check' || (isCorrection && review?.firstAt !== null)) && may.decide;
  const mine = review?.firstBy === may.me;
  const none = noneFrom(dueOn);
  const decided = reviews.some(({ outcome }) => outcome !== null);
  const ways: readonly (Way | false)[] = [
    may.check && state === 'checking' && { post: 'accept', words: t('wayAccept') },
    may.check && state === 'accepted' && { post: 'begin', words: t('wayBegin') },
    isFirst && !mine && { post: 'take-over', words: t('wayTakeOver') },
    isFirst && mine && sums.clearOpen > 0 && { post: 'clear-lines', words: t('wayClear', { count: sums.clearOpen }) },
    { href: at(id, 'lines'), words: t(isFirst && mine ? 'wayLines' : 'waySeeLines') },
    isFirst && mine && { href: at(id, 'finish'), words: t('wayFinishFirst') },
    isSecond && { href: at(id, 'finish'), words: t('wayFinishSecond') },
    may.check && (state === 'checking' || state === 'accepted' || (state === 'first_check' && mine)) && { href: at(id, 'return'), words: t('wayReturn') },
    may.check && state === 'objected' && objections.some((objection) => objection.state === 'open') && { href: at(id, 'objection'), words: t('wayObjection') },
    may.check && (state === 'determined' || state === 'corrected') && { href: at(id, 'correction'), words: t(isCorrection ? 'waySeeCorrection' : 'wayCorrect') },
    may.check && mayCountAsNone(state, dueOn, today) && { href: at(id, 'count-as-none'), words: t('wayNone') },
    may.check && state === 'returned' && none !== null && none > today && { words: t('wayNoneFrom', { day: none }) },
    may.archive && (['determined', 'refused', 'corrected', 'counted_as_none', 'nothing_to_claim', 'archived'] as const).some((one) => one === state) && !isCorrection && { href: at(id, 'archive'), words: t(state === 'archived' ? 'wayArchived' : 'wayArchive') },
    decided && { href: filing(id, 'statement'), words: t('wayStatement') },
    { href: filing(id), words: t('wayFiling') },
    { href: filing(id, 'history'), words: t('wayHistory') },
  ];
  return ways.filter((way) => way !== false);
}

function Signals({ kit, shown: { head, signals } }: { readonly kit: Kit; readonly shown: ShownReview }): VNode | null {
  const { t, note } = kit;
  if (signals.length === 0) return null;
  return (
    <section aria-labelledby="signals">
      <h2 class="govuk-heading-m" id="signals">{t('signalsTitle')}</h2>
      <p class="govuk-body">{t('signalsLead')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {signals.map(({ code, grounds, state }) => <li>{note(t(`signal_${code}`, { ...grounds, beyond: grounds['beyond'] === 'city' ? t('city') : t('province') }), t(state === 'open' ? 'signalOpen' : 'signalSeen'))}</li>)}
      </ul>
      {signals.some(({ state }) => state === 'open') && <p class="govuk-body"><SignalsDoor kit={kit} id={head.id} /></p>}
    </section>
  );
}

function Letters({ kit: { context, t, day, says, note, list, at }, shown: { head, requests, objections, papers } }: { readonly kit: Kit; readonly shown: ShownReview }): VNode {
  const told = (what: string, words: string | null): string => (words === null ? what : says(what, words));
  // Names stay out of the page of the filing: what is open leads to its line.
  const lineDoor = (lineId: string | null, isOpen: boolean): VNode | null => (lineId === null || !isOpen ? null : <> <a class="govuk-link zj-alone" href={at(head.id, `lines/${lineId}`)}>{t('seeLine')}</a></>);
  return (
    <>
      {requests.length > 0 && <h2 class="govuk-heading-m">{t('requestsTitle')}</h2>}
      {requests.map((request) => (
        <>
          <p class="govuk-body">{list(t('requestOf', { day: day(request.sentAt), due: request.dueOn }), request.answeredAt === null ? t('requestOpen') : t('requestAnswered', { day: day(request.answeredAt) }))}</p>
          <ul class="govuk-list govuk-list--bullet">{request.items.map((item) => <li><Mixed context={context}>{told(say(needTexts, context.variant, item.need), item.words)}</Mixed>{lineDoor(item.lineId, request.answeredAt === null)}</li>)}</ul>
        </>
      ))}
      {objections.length > 0 && <h2 class="govuk-heading-m">{t('objectionsTitle')}</h2>}
      {objections.map((objection) => (
        <>
          <p class="govuk-body">{list(t('objectionOf', { day: day(objection.madeAt) }), objection.state === 'answered' ? t('objectionAnswered', { day: day(objection.answeredAt) }) : t(objection.state === 'open' ? 'objectionOpen' : 'objectionTaken'), objection.state !== 'answered' && objection.dueOn !== null && t('objectionDue', { due: objection.dueOn }))}</p>
          <ul class="govuk-list govuk-list--bullet">{objection.items.map((item) => <li><Mixed context={context}>{item.answer === null ? told(say(groundTexts, context.variant, item.ground), item.words) : note(told(say(groundTexts, context.variant, item.ground), item.words), say(answerTexts, context.variant, item.answer))}</Mixed>{lineDoor(item.lineId, objection.state === 'open')}</li>)}</ul>
        </>
      ))}
      {papers.length > 0 && <h2 class="govuk-heading-m">{t('papersTitle')}</h2>}
      {papers.length > 0 && <ul class="govuk-list govuk-list--bullet">{papers.map((paper) => <li>{t('paperOf', { need: say(needTexts, context.variant, paper.need ?? 'other'), day: day(paper.storedAt), size: Math.ceil(paper.size / 1024) })}</li>)}</ul>}
    </>
  );
}
