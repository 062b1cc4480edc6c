import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import type { ParameterValues } from '../../../../policy/index.js';
import { InsetText, Mixed, SummaryList, TaskList, WarningText, type PageView, type Task } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import { filingNumber, type ShownFiling } from '../../app/show-filing.query.js';
import { isOpenForEmployer, type DeclarationState } from '../../domain/declaration-states.js';
import { gapsOf } from '../../domain/employer-facts.js';
import { stateTexts } from '../texts.js';
import type { Kit } from './kit.js';

export type TaskPageState = { readonly filing: ShownFiling; /** Of the prefill. */ readonly doubts: { readonly waiting: number; readonly all: number }; readonly late: ParameterValues['review.late'] | null; readonly mayWrite: boolean };

/** One filing: what is to be done, what is done, how it stands. */
export function taskPage(kit: Kit, state: TaskPageState): PageView {
  const { context, t } = kit;
  const { head } = state.filing;
  const open = isOpenForEmployer(head.state) && state.mayWrite;
  return {
    title: t('title', { year: head.baseYear }),
    noIndex: true,
    back: { href: context.href('/filings') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('title', { year: head.baseYear })}</h1>
        <SummaryList
          rows={[
            { key: t('state'), value: say(stateTexts, context.variant, head.state) },
            head.submittedAt !== null && { key: t('number'), value: filingNumber(head) },
          ]}
        />
        <p class="govuk-body">{windowWords(kit, state.filing)}</p>
        <InsetText><p class="govuk-body">{t(head.mode === 'native' ? 'modeNative' : 'modeCompanion')}</p></InsetText>
        <Note kit={kit} state={state} />
        {open && state.doubts.all > 0 && <p class="govuk-body">{t('prefilledFrom')}{state.doubts.waiting > 0 && <>{' '}<a class="govuk-link zj-alone" href={kit.at(head.id, 'doubts')}>{t('doubtsWaiting', { waiting: state.doubts.waiting })}</a></>}</p>}
        {open && <TaskList items={tasksOf(kit, state.filing)} />}
        <Ways kit={kit} state={state} open={open} />
      </>
    ),
  };
}

function windowWords({ t }: Kit, { window }: ShownFiling): string {
  if (window.opens === null && window.closes === null) return t('windowUnknown');
  const days = { opens: window.opens ?? t('unknown'), closes: window.closes ?? t('unknown') };
  return t(window.opens === null || window.closes === null ? 'windowHalf' : 'windowKnown', days);
}

/** What the employer waits for, or can do. */
const NEXT: Partial<Record<DeclarationState, 'nextCompared' | 'nextAccepted' | 'nextChecked' | 'nextDecided' | 'nextObjected' | 'nextWithdrawn'>> = {
  submitted: 'nextCompared', checking: 'nextAccepted', accepted: 'nextChecked', first_check: 'nextChecked', second_check: 'nextChecked', determined: 'nextDecided', refused: 'nextDecided', corrected: 'nextDecided', objected: 'nextObjected', withdrawn: 'nextWithdrawn',
};

const LATE = { counted_as_none: 'lateCounted', accepted: 'lateAccepted' } as const;

function Note({ kit: { t }, state: { filing: { head }, late } }: { readonly kit: Kit; readonly state: TaskPageState }): VNode | null {
  if (head.state === 'late') return <WarningText>{t(late === null ? 'lateUnknown' : LATE[late])}</WarningText>;
  if (head.state === 'returned') return <WarningText>{head.dueOn === null ? t('returnedNoDay') : t('returnedNote', { due: head.dueOn })}</WarningText>;
  if (head.state === 'nothing_to_claim') return <p class="govuk-body">{t('nothingDone')}</p>;
  const next = NEXT[head.state];
  return next === undefined ? null : <p class="govuk-body">{t(next)}</p>;
}

function tasksOf({ t, at }: Kit, { head, version, sums, trial }: ShownFiling): readonly Task[] {
  const missing = { tag: { content: t('statusMissing'), colour: 'blue' as const } };
  const notMade = { tag: { content: t('statusNotMade'), colour: 'blue' as const } };
  const later = { content: t('statusLater') };
  const factsDone = gapsOf(version).length === 0;
  const committed = version.committedAt !== null;
  return [
    { title: t('taskFacts'), hint: t('taskFactsHint'), href: at(head.id, 'facts'), status: factsDone ? { content: t('statusDone') } : missing },
    { title: t('taskPeople'), hint: t('taskPeopleHint'), href: at(head.id, 'people'), status: sums.lines > 0 ? { content: t('statusPeople', { count: sums.people }) } : missing },
    { title: t('taskTrial'), ...(factsDone ? { href: at(head.id, 'trial') } : {}), status: trial.kind === 'sum' ? { content: t('statusSum', { sum: groupedYuan(trial.result.payable) }) } : later },
    { title: t('taskCommit'), ...(factsDone && sums.lines > 0 ? { href: at(head.id, 'commitment') } : {}), status: committed ? { content: t('statusDone') } : factsDone && sums.lines > 0 ? notMade : later },
    { title: t('taskCheck'), ...(factsDone && sums.lines > 0 ? { href: at(head.id, 'check') } : {}), status: committed && factsDone && sums.lines > 0 ? { tag: { content: t('statusReady'), colour: 'green' as const } } : later },
  ];
}

const PAPERS: readonly DeclarationState[] = ['checking', 'accepted', 'first_check', 'second_check', 'returned'];
const DECIDED: readonly DeclarationState[] = ['determined', 'refused', 'corrected', 'objected'];
/** What was archived without a decision had nothing handed in that stands. */
const isDecided = ({ head, version }: ShownFiling): boolean => DECIDED.includes(head.state) || (head.state === 'archived' && version.submittedAt !== null);

/** What can be done beside the tasks, as far as the state allows it. */
function Ways({ kit: { t, at, context }, state: { filing, doubts, mayWrite }, open }: { readonly kit: Kit; readonly state: TaskPageState; readonly open: boolean }): VNode {
  const { head, acts, sums } = filing;
  const ways: readonly (readonly [href: string, words: string] | false)[] = [
    // The pages of the federation's side, which has its own room.
    head.state === 'returned' && [at(head.id, 'corrections'), t('wayCorrections')],
    mayWrite && PAPERS.includes(head.state) && [at(head.id, 'papers'), t('wayPapers')],
    isDecided(filing) && [at(head.id, 'statement'), t('wayStatement')],
    ...(isDecided(filing) ? [[context.href(`/determinations?year=${head.baseYear}`), t('wayDetermination')], [context.href(`/assessments?year=${head.baseYear}&uscc=${head.uscc}`), t('wayLevy')]] as const : []),
    open && sums.lines === 0 && acts.includes('declare_nothing') && [at(head.id, 'nothing'), t('wayNothing')],
    open && [at(head.id, 'prefill'), t('wayPrefill')],
    doubts.all > 0 && [at(head.id, 'doubts'), t('doubtsTitle')],
    mayWrite && acts.includes('reopen') && [at(head.id, 'reopen'), t('wayReopen')],
    head.mode === 'companion' && (sums.lines > 0 || !open) && [at(head.id, 'platform'), t('wayPlatform')],
    !open && [at(head.id, 'people'), t('wayPeople')],
    !open && [at(head.id, 'trial'), t('wayTrial')],
    head.submittedAt !== null && [at(head.id, 'results'), t('wayResults')],
    [at(head.id, 'history'), t('wayHistory')],
    mayWrite && acts.includes('withdraw') && [at(head.id, 'withdraw'), t('wayWithdraw')],
  ];
  return (
    <section aria-labelledby="ways">
      <h2 class="govuk-heading-m" id="ways">{t('otherWays')}</h2>
      <ul class="govuk-list zj-list-plain">
        {ways.map((way) => way && <li><a class="govuk-link zj-alone" href={way[0]}><Mixed context={context}>{way[1]}</Mixed></a></li>)}
      </ul>
    </section>
  );
}
