import type { VNode } from 'preact';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import { formatYuan, type Fen } from '../../../../kernel/money.js';
import { say } from '../../../../kernel/texts.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Mixed, SummaryList, type PageView } from '../../../../ui/index.js';
import { shownName } from '../../../filing/index.js';
import type { ComparedFiling, ShownComparison } from '../../app/read-comparison.query.js';
import type { LineNote } from '../../domain/compare-line.js';
import type { LineChoice, LineSources } from '../../infra/result.repository.js';
import { asTold, type Told } from '../as-told.js';
import { findingWords } from '../finding-words.js';
import { paperTexts } from '../texts.js';
import type { Kit } from './kit.js';

export type ResultsState = {
  readonly filing: ComparedFiling;
  readonly page: ListPage<ShownComparison>;
  readonly choice: LineChoice;
  readonly scope: Scope;
};

const CHOICES = { paper: 'choicePaper', doubtful: 'choiceDoubtful', all: 'choiceAll' } as const;
const isOwn = (scope: Scope): boolean => scope.kind === 'employer';

/** 比对结果, for the employer and for whoever decides: the same answers, of which values of law that lack are the reviewers' matter. */
export function resultsPage(kit: Kit, state: ResultsState): PageView {
  const { context, t } = kit;
  const { filing: { head, version }, page, choice, scope } = state;
  const at = (params: Readonly<Record<string, string>>): string => `${context.href(`/filings/${head.id}/results`)}?${new URLSearchParams(params).toString()}`;
  const choices = (isOwn(scope) ? ['paper', 'all'] as const : ['doubtful', 'all'] as const).filter((one) => one !== choice);
  return {
    title: t('resultsTitle'),
    noIndex: true,
    back: { href: context.href(`/filings/${head.id}`), text: t('back') },
    content: (
      <>
        <span class="govuk-caption-l"><Mixed context={context}>{t('resultsOf', { name: head.employerName, year: head.baseYear })}</Mixed></span>
        <h1 class="govuk-heading-l">{t('resultsTitle')}</h1>
        {version === null ? <p class="govuk-body">{t('notCompared')}</p> : (
          <>
            <p class="govuk-body">{t('resultsLead', { day: kit.day(version.comparedAt) })}</p>
            <SummaryList
              rows={[
                { key: t('linesAll'), value: t('people', { count: version.lines }) }, { key: t('linesClear'), value: t('people', { count: version.lines - version.doubtful }) },
                { key: t('linesPaper'), value: t('people', { count: version.paper }) }, { key: t('monthsCounted'), value: t('ofMonths', { counted: version.countedMonths, all: version.months }) },
              ]}
            />
            {isOwn(scope) && version.paper > 0 && <p class="govuk-body">{t('papersLead')} <a class="govuk-link zj-alone" href={context.href(`/filings/${head.id}/papers`)}>{t('papersUpload')}</a></p>}
            <p class="govuk-body">{t('choiceNow', { choice: t(CHOICES[choice]) })}</p>
            <ul class="govuk-list zj-list-plain">{choices.map((one) => <li><a class="govuk-link zj-alone" href={at({ choice: one })}>{t(CHOICES[one])}</a></li>)}</ul>
            {page.items.length === 0 && <p class="govuk-body">{t('nothingToDo')}</p>}
            {page.items.map((line) => <Line kit={kit} shown={line} scope={scope} />)}
            {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={at({ choice, after: page.next })} rel="next">{t('more')}</a></p>}
          </>
        )}
      </>
    ),
  };
}

function Line({ kit, shown: { line, citizenId, comparison, contest }, scope }: { readonly kit: Kit; readonly shown: ShownComparison; readonly scope: Scope }): VNode {
  const { context, t, months } = kit;
  const id = `line-${line.id}`;
  return (
    <section class="zj-paper" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}><Mixed context={context}>{t('personTitle', { name: shownName(line.name, scope) || '—', number: maskCitizenId(citizenId) })}</Mixed></h2>
      {contest !== null && <p class="govuk-body">{contest.awarded === null ? t('contested', { months: months(contest.contested) }) : t(contest.awarded === 0 ? 'settledNone' : 'settledFor', { months: months(contest.contested), awarded: months(contest.awarded) })}</p>}
      {asTold(context.variant, comparison.groups, isOwn(scope)).map((group) => <Group kit={kit} group={group} />)}
      {comparison.notes.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{t('notes')}</h3>
          <ul class="govuk-list govuk-list--bullet">{comparison.notes.map((note) => <li>{noteWords(kit, note)}</li>)}</ul>
        </>
      )}
      <p class="govuk-body-s"><Mixed context={context}>{sourceWords(kit, comparison.sources)}</Mixed></p>
    </section>
  );
}

function Group({ kit: { context, t, months }, group: { months: mask, counted, findings, papers } }: { readonly kit: Kit; readonly group: Told }): VNode {
  const answer = !counted ? 'refused' : findings.length > 0 ? 'provisional' : 'counted';
  return (
    <>
      <h3 class="govuk-heading-s">{t(answer, { months: months(mask) })}</h3>
      {findings.length === 0 ? <p class="govuk-body">{t('noFault')}</p> : (
        <ul class="govuk-list govuk-list--bullet">
          {findings.map((finding) => <li><Mixed context={context}>{findingWords(context.variant, finding)}</Mixed>{finding.answer === 'unknown_parameter' && t('reviewersMatter')}</li>)}
        </ul>
      )}
      {papers.length > 0 && (
        <>
          <p class="govuk-body govuk-!-margin-bottom-1">{t('papers')}</p>
          <ul class="govuk-list govuk-list--bullet">{papers.map((paper) => <li>{say(paperTexts, context.variant, paper)}</li>)}</ul>
        </>
      )}
      {papers.length === 0 && findings.some(({ answer: one }) => one === 'unmet') && <p class="govuk-body">{t('noPaper')}</p>}
    </>
  );
}

const yuan = (text: string): string => formatYuan(BigInt(text) as Fen);

const noteWords = ({ t }: Kit, note: LineNote): string => {
  if (note.code === 'number_differs') return t('note_number_differs');
  return note.code === 'grade_differs' ? t('note_grade_differs', { declared: note.declared, registered: note.registered }) : t('note_wage_differs', { declared: yuan(note.declared), registered: yuan(note.registered) });
};

function sourceWords({ context, t, day }: Kit, sources: LineSources): string {
  const told = (['certificate', 'insurance', 'wage'] as const).flatMap((kind) => {
    const source = sources[kind];
    return source === undefined ? [] : [t(`source_${kind}`, { source: source.source, day: day(new Date(source.asOf)) })];
  });
  return `${t('sources')}${context.language === 'zh' ? '：' : ': '}${told.length === 0 ? t('noSource') : told.join(context.language === 'zh' ? '；' : '; ')}`;
}
