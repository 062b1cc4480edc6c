import type { ComponentChildren, VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, DayInput, FormFaultSummary, formFaultAt, Input, langOfTyped, Mixed, PostForm, Select, SummaryList, Textarea, type FormFault, type PageView } from '../../../../ui/index.js';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import { shownName } from '../../../filing/index.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import type { ArchiveCheck } from '../../app/archive-filing.command.js';
import type { ShownLine, ShownReview } from '../../app/read-review.query.js';
import { needs, noneFrom } from '../../domain/correction-request.js';
import { groundTexts, needTexts } from '../../texts.js';
import type { Row, RowsForm, StepForm } from '../forms.js';
import type { ReviewText } from '../texts.js';
import { DecisionsTable } from './decisions-table.js';
import { Doubts } from './doubts.js';
import type { Kit } from './kit.js';
import { UnseenSignals } from './signals-door.js';

type Asked = { readonly shown: ShownReview; readonly typed: StepForm; readonly faults: readonly FormFault[] };

/** The frame of every step that is asked on a page of its own. */
function stepPage({ context, t, at }: Kit, { shown: { head }, faults }: Asked, title: ReviewText, content: ComponentChildren): PageView {
  return {
    title: t(title),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: at(head.id), text: t('back') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <span class="govuk-caption-l"><Mixed context={context}>{`${head.employerName} ${head.baseYear}`}</Mixed></span>
        <h1 class="govuk-heading-l">{t(title)}</h1>
        {content}
      </>
    ),
  };
}

const Seen = ({ shown: { head } }: { readonly shown: ShownReview }): VNode => <input type="hidden" name="version" value={String(head.version)} />;

function Words({ kit: { context }, name, label, hint, typed, faults }: { readonly kit: Kit; readonly name: string; readonly label: string; readonly hint?: string; readonly typed: string | undefined; readonly faults: readonly FormFault[] }): VNode {
  return <Textarea name={name} label={label} {...(hint === undefined ? {} : { hint })} rows={3} value={typed ?? ''} {...formFaultAt(faults, name)} {...langOfTyped(context, typed ?? '')} />;
}

export type FinishStage = 'first' | 'second' | 'not-open' | 'other' | 'same-person';

/** 结束初审、复核 */
export function finishPage(kit: Kit, asked: Asked, stage: FinishStage): PageView {
  const { context, t } = kit;
  const { shown, typed, faults } = asked;
  const { head, sums } = shown;
  const open = sums.lines - sums.decided;
  if (stage !== 'first' && stage !== 'second') {
    return stepPage(kit, asked, stage === 'same-person' ? 'finishSecondTitle' : 'finishFirstTitle', <p class="govuk-body" id="version">{t(stage === 'other' ? 'notYours' : stage === 'same-person' ? 'samePerson' : 'notOpen')}</p>);
  }
  // What nobody has decided is not refused.
  const sumRow = { key: t('counting'), value: open > 0 ? t('finishSoFar', { counted: sums.countedMonths, claimed: sums.claimedMonths }) : t('finishSum', { counted: sums.countedMonths, refused: sums.claimedMonths - sums.countedMonths }) };
  if (stage === 'first') {
    return stepPage(kit, asked, 'finishFirstTitle', (
      <>
        <SummaryList rows={[sumRow]} />
        <UnseenSignals kit={kit} shown={shown} />
        {open > 0 ? <p class="govuk-body" id="version">{t('finishUndecided', { count: open })} <a class="govuk-link zj-alone" href={`${kit.at(head.id, 'lines')}?filter=undecided`}>{t('seeUndecided')}</a></p> : (
          <PostForm context={context} action={`/reviews/${head.id}/first-check`}>
            <Seen shown={shown} />
            <p class="govuk-body">{t('finishTwo')}</p>
            <Words kit={kit} name="words" label={t('finishWordsFirst')} hint={t('finishWordsHint')} typed={typed.words} faults={faults} />
            <Button preventDoubleClick>{t('finishFirstButton')}</Button>
          </PostForm>
        )}
      </>
    ));
  }
  return stepPage(kit, asked, 'finishSecondTitle', (
    <>
      <SummaryList rows={[sumRow]} />
      <UnseenSignals kit={kit} shown={shown} />
      <p class="govuk-body">{t('finishFirstSaid')}</p>
      <ul class="govuk-list zj-list-plain">
        <li><a class="govuk-link zj-alone" href={`${kit.at(head.id, 'lines')}?filter=refused`}>{t('seeRefused')}</a></li>
        <li><a class="govuk-link zj-alone" href={kit.filing(head.id, 'history')}>{t('wayHistory')}</a></li>
      </ul>
      <PostForm context={context} action={`/reviews/${head.id}/second-check`}>
        <Seen shown={shown} />
        <Words kit={kit} name="words" label={t('finishWordsSecond')} hint={t('finishWordsHint')} typed={typed.words} faults={faults} />
        <Button preventDoubleClick>{t('finishSecondButton')}</Button>
      </PostForm>
      <h2 class="govuk-heading-m">{t('sendBackTitle')}</h2>
      <PostForm context={context} action={`/reviews/${head.id}/send-back`}>
        <Seen shown={shown} />
        <Words kit={kit} name="back" label={t('sendBackWords')} typed={typed.back} faults={faults} />
        <Button name="act" value="send-back" class="govuk-button--secondary" preventDoubleClick>{t('sendBackButton')}</Button>
      </PostForm>
    </>
  ));
}

export type ReturnState = Asked & { readonly typed: RowsForm; readonly page: ListPage<ShownLine>; readonly scope: Scope; readonly rows: readonly Row[]; readonly days: number | null; readonly possible: boolean };

/** 退回补正: one row for each line in doubt, one for the employer's facts, one for the rest. */
export function returnPage(kit: Kit, state: ReturnState): PageView {
  const { context, t } = kit;
  const { shown, typed, faults, page, scope, rows, days, possible } = state;
  if (!possible) return stepPage(kit, state, 'returnTitle', <p class="govuk-body" id="version">{t('notPossible')}</p>);
  const typedOf = (line: string, index: number): Row | undefined => rows.find((row, at) => (line === '' ? at === index : row.line === line));
  const all: readonly (readonly [line: string, legend: string, offered: readonly (typeof needs)[number][], doubted: ShownLine | null])[] = [
    ...page.items.map((line) => [line.lineId, `${shownName(line.line.name, scope)} ${maskCitizenId(line.citizenId)}`, needs.filter((need) => need !== 'facts'), line] as const), ['', t('returnFacts'), ['facts'], null], ['', t('returnOther'), ['other'], null],
  ];
  return stepPage(kit, state, 'returnTitle', (
    <>
      <p class="govuk-body">{t('returnLead')}</p>
      <OtherRows kit={kit} state={state} />
      <PostForm context={context} action={`/reviews/${shown.head.id}/return`}>
        <Seen shown={shown} />
        {typed.after !== undefined && <input type="hidden" name="after" value={typed.after} />}
        {all.map(([line, legend, offered, doubted], index) => (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><Mixed context={context}>{legend}</Mixed></legend>
            <input type="hidden" name="line[]" value={line} />
            {doubted !== null && <Doubts kit={kit} line={doubted} />}
            <Select name="choice[]" id={`choice-${index}`} label={t('returnNeed')} value={typedOf(line, index)?.choice ?? ''} {...formFaultAt(faults, `choice-${index}`)} items={[{ value: '', text: t('returnNothing') }, ...offered.map((need) => ({ value: need, text: say(needTexts, context.variant, need) }))]} />
            <Input name="remark[]" id={`remark-${index}`} label={t('returnWords')} value={typedOf(line, index)?.remark ?? ''} {...formFaultAt(faults, `remark-${index}`)} {...langOfTyped(context, typedOf(line, index)?.remark ?? '')} />
          </fieldset>
        ))}
        <DayInput context={context} name="due" field="dueOn" legend={t('returnDue')} hint={days === null ? t('returnDueAsk') : t('returnDueHint', { days })} typed={typed} faults={faults} />
        <Words kit={kit} name="words" label={t('returnAll')} hint={t('finishWordsHint')} typed={typed.words} faults={faults} />
        <Button preventDoubleClick>{t('returnButton')}</Button>
      </PostForm>
    </>
  ));
}

/** How many lines in doubt there are where a page does not hold them all, and the way to the others. */
function OtherRows({ kit: { t, at }, state: { shown: { head, sums }, typed, page } }: { readonly kit: Kit; readonly state: ReturnState }): VNode | null {
  const isLater = typed.after !== undefined && typed.after !== '';
  if (page.next === null && !isLater) return null;
  const path = at(head.id, 'return');
  return (
    <>
      <p class="govuk-body">{t('returnSome', { all: sums.lines - sums.clear, here: page.items.length })}</p>
      {isLater && <p class="govuk-body"><a class="govuk-link zj-alone" href={path}>{t('returnFirst')}</a></p>}
      {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${path}?${new URLSearchParams({ after: page.next }).toString()}`} rel="next">{t('returnMore')}</a></p>}
    </>
  );
}

/** 按没有安排处理 */
export function nonePage(kit: Kit, asked: Asked, stage: 'possible' | 'too-early' | 'not-possible'): PageView {
  const { context, t } = kit;
  const { shown, typed, faults } = asked;
  return stepPage(kit, asked, 'noneTitle', (
    <>
      <p class="govuk-body">{t('noneText', { due: shown.head.dueOn ?? shown.head.deadline ?? t('unknown') })}</p>
      {stage !== 'possible' ? <p class="govuk-body" id="version">{stage === 'too-early' ? t('noneTooEarly', { day: noneFrom(shown.head.dueOn) ?? t('unknown') }) : t('notPossible')}</p> : (
        <PostForm context={context} action={`/reviews/${shown.head.id}/count-as-none`}>
          <Seen shown={shown} />
          <Words kit={kit} name="words" label={t('noneWords')} typed={typed.words} faults={faults} />
          <Button class="govuk-button--warning" preventDoubleClick>{t('noneButton')}</Button>
        </PostForm>
      )}
    </>
  ));
}

/** 受理异议 */
export function takeUpPage(kit: Kit, asked: Asked): PageView {
  const { context, t, day } = kit;
  const { shown, typed, faults } = asked;
  const objection = shown.objections.find(({ state }) => state === 'open');
  if (objection === undefined || shown.head.state !== 'objected') return stepPage(kit, asked, 'objectionTitle', <p class="govuk-body" id="version">{t('objectionNone')}</p>);
  return stepPage(kit, asked, 'objectionTitle', (
    <>
      <p class="govuk-body">{t('objectionLead')}</p>
      <p class="govuk-body"><Mixed context={context}>{objection.words === null ? t('objectionOf', { day: day(objection.madeAt) }) : kit.says(t('objectionOf', { day: day(objection.madeAt) }), objection.words)}</Mixed></p>
      <ul class="govuk-list govuk-list--bullet">{objection.items.map((item) => <li><Mixed context={context}>{item.words === null ? say(groundTexts, context.variant, item.ground) : kit.says(say(groundTexts, context.variant, item.ground), item.words)}</Mixed> <a class="govuk-link zj-alone" href={kit.at(shown.head.id, `lines/${item.lineId}`)}>{t('seeLine')}</a></li>)}</ul>
      <PostForm context={context} action={`/reviews/${shown.head.id}/objection`}>
        <Seen shown={shown} />
        <DayInput context={context} name="due" field="dueOn" legend={t('objectionDueAsk')} hint={objection.dueOn === null ? t('objectionDueHint') : t('objectionDueKnown', { due: objection.dueOn })} typed={typed} faults={faults} />
        <Button preventDoubleClick>{t('objectionButton')}</Button>
      </PostForm>
    </>
  ));
}

/** 更正审核结果: begun, or let go. */
export function correctionPage(kit: Kit, asked: Asked): PageView {
  const { context, t } = kit;
  const { shown, typed, faults } = asked;
  const { head } = shown;
  if (shown.isCorrection) {
    return stepPage(kit, asked, 'wayCorrectOn', (
      <>
        <p class="govuk-body">{t('correctText')}</p>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={kit.at(head.id, 'lines')}>{t('wayLines')}</a></p>
        <h2 class="govuk-heading-m">{t('dropTitle')}</h2>
        <p class="govuk-body">{t('dropText', { number: shown.version.number })}</p>
        <PostForm context={context} action={`/reviews/${head.id}/correction/drop`}>
          <Seen shown={shown} />
          <Button class="govuk-button--warning" preventDoubleClick>{t('dropButton')}</Button>
        </PostForm>
      </>
    ));
  }
  return stepPage(kit, asked, 'correctTitle', (
    <>
      <p class="govuk-body">{t('correctText')}</p>
      {head.state !== 'determined' && head.state !== 'corrected' ? <p class="govuk-body" id="version">{t('notPossible')}</p> : (
        <>
          <DecisionsTable kit={kit} id={head.id} decisions={shown.reviews.filter(({ outcome }) => outcome !== null)} />
          <PostForm context={context} action={`/reviews/${head.id}/correction`}>
            <Seen shown={shown} />
            <Words kit={kit} name="words" label={t('correctWords')} typed={typed.words} faults={faults} />
            <Button preventDoubleClick>{t('correctButton')}</Button>
          </PostForm>
        </>
      )}
    </>
  ));
}

/** 归档: made, fetched, verified. */
export function archivePage(kit: Kit, asked: Asked, check: ArchiveCheck | null, possible: boolean): PageView {
  const { context, t, at } = kit;
  const { shown: { head } } = asked;
  if (check !== null) {
    const isWhole = check.isWhole && check.faults.length === 0;
    return stepPage(kit, asked, 'archiveTitle', (
      <>
        <p class="govuk-body">{isWhole ? t('archiveWhole', { files: check.files }) : t('archiveBroken', { faults: kit.list(...check.faults) })}</p>
        <SummaryList rows={[{ key: t('archiveDigest'), value: { content: <span class="zj-break">{check.digest}</span> } }]} />
        <p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, 'archive/bundle')} download>{t('archiveGet')}</a></p>
        <p class="govuk-body">{t('archiveLogged')}</p>
      </>
    ));
  }
  return stepPage(kit, asked, 'archiveTitle', (
    <>
      <p class="govuk-body">{t('archiveText')}</p>
      {!possible ? <p class="govuk-body" id="version">{t('notPossible')}</p> : (
        <PostForm context={context} action={`/reviews/${head.id}/archive`}>
          <Seen shown={asked.shown} />
          <Button preventDoubleClick>{t('archiveButton')}</Button>
        </PostForm>
      )}
    </>
  ));
}
