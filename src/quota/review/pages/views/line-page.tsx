import type { VNode } from 'preact';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import { maskDisabilityCertificate } from '../../../../kernel/ids/disability-certificate.js';
import { formatYuan } from '../../../../kernel/money.js';
import { say } from '../../../../kernel/texts.js';
import type { Scope } from '../../../../platform/access/index.js';
import { Button, Checkboxes, FormFaultSummary, formFaultAt, langOfTyped, Mixed, PostForm, Select, SummaryList, Textarea, type FormFault, type PageView } from '../../../../ui/index.js';
import { monthsIn } from '../../../counting/index.js';
import { groupedYuan } from '../../../levy/index.js';
import { shownName, type DeclarationHead } from '../../../filing/index.js';
import type { ShownLine } from '../../app/read-review.query.js';
import { acceptanceReasons, refusalReasons } from '../../domain/line-decision.js';
import type { ReviewFile } from '../../infra/file.repository.js';
import { needTexts, reasonTexts } from '../../texts.js';
import { asTold, contestWords, noteWords } from './doubts.js';
import type { Kit } from './kit.js';

export type LinePageState = {
  readonly head: DeclarationHead; readonly line: ShownLine; readonly scope: Scope; /** The first check is open and on the caller's desk. */ readonly mayDecide: boolean; readonly mayOpen: boolean; readonly papers: readonly ReviewFile[];
  readonly typed: { readonly months: number; readonly reason: string; readonly words: string }; readonly faults: readonly FormFault[];
};

/** One line: what is declared, what registers say, the papers, and the decision. */
export function linePage(kit: Kit, state: LinePageState): PageView {
  const { context, t, at } = kit;
  const { head, line, scope, mayDecide, faults } = state;
  return {
    title: t('lineTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: at(head.id, 'lines'), text: t('backLines') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <span class="govuk-caption-l"><Mixed context={context}>{`${head.employerName} ${head.baseYear}`}</Mixed></span>
        <h1 class="govuk-heading-l"><Mixed context={context}>{kit.says(t('lineTitle'), shownName(line.line.name, scope))}</Mixed></h1>
        <Declared kit={kit} line={line} />
        <Registers kit={kit} line={line} />
        <Contests kit={kit} line={line} />
        <Papers kit={kit} state={state} />
        {mayDecide ? <Decide kit={kit} state={state} /> : <Decided kit={kit} line={line} />}
      </>
    ),
  };
}

function Declared({ kit: { context, t, months }, line: { line, citizenId, claimed } }: { readonly kit: Kit; readonly line: ShownLine }): VNode {
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return (
    <SummaryList
      card={{ title: { content: t('lineFacts') } }}
      rows={[
        row(t('citizenId'), maskCitizenId(citizenId)), row(t('certificate'), maskDisabilityCertificate(line.certificate)), row(t('contract'), line.contractEnd === null ? t('contractOpen', { from: line.contractStart }) : t('contractOf', { from: line.contractStart, to: line.contractEnd })), row(t('claimedMonths'), months(claimed)),
        line.wage !== null && row(t('wage'), t('plainYuan', { sum: groupedYuan(formatYuan(line.wage)) })), line.counts !== 'own' && row(t('counts'), t(`counts_${line.counts}`)),
      ]}
    />
  );
}

function Registers({ kit, line: { compared } }: { readonly kit: Kit; readonly line: ShownLine }): VNode {
  const { context, t, months, day } = kit;
  if (compared === null) return <p class="govuk-body">{t('notCompared')}</p>;
  const sources = Object.values(compared.sources).map(({ source, asOf }) => t('registerAt', { source, day: day(new Date(asOf)) }));
  const isClear = sources.length > 0 && compared.groups.every(({ findings }) => findings.length === 0) && compared.notes.length === 0;
  return (
    <section aria-labelledby="registers">
      <h2 class="govuk-heading-m" id="registers">{t('registers')}</h2>
      <p class="govuk-body"><Mixed context={context}>{sources.length === 0 ? t('noRegister') : [...new Set(sources)].join(context.language === 'zh' ? '；' : '; ')}</Mixed></p>
      {isClear && <p class="govuk-body">{t('groupClear')}</p>}
      {asTold(kit, compared.groups).map((told) => (
        <>
          <h3 class="govuk-heading-s">{t(told.verdict, { months: months(told.months) })}</h3>
          <ul class="govuk-list govuk-list--bullet">{told.reasons.map((reason) => <li><Mixed context={context}>{reason}</Mixed></li>)}</ul>
        </>
      ))}
      {compared.notes.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {compared.notes.map((note) => <li>{noteWords(kit, note)}</li>)}
        </ul>
      )}
    </section>
  );
}

function Contests({ kit, line: { contested, conflictId } }: { readonly kit: Kit; readonly line: ShownLine }): VNode | null {
  const { context, t } = kit;
  if ((contested.open | contested.lost) === 0) return null;
  return (
    <>
      {contestWords(kit, contested).map((words) => <p class="govuk-body">{words}</p>)}
      {conflictId !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/conflicts/${conflictId}`)}>{t('seeConflict')}</a></p>}
    </>
  );
}

function Papers({ kit: { context, t, day, filing }, state: { head, line, papers, mayOpen } }: { readonly kit: Kit; readonly state: LinePageState }): VNode | null {
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="papers">
      <h2 class="govuk-heading-m" id="papers">{t('papersTitle')}</h2>
      <p class="govuk-body">{t('paperSealed')}</p>
      <ul class="govuk-list zj-list-plain">
        {papers.map((paper) => {
          const words = t('paperOf', { need: say(needTexts, context.variant, paper.need ?? 'other'), day: day(paper.storedAt), size: Math.ceil(paper.size / 1024) });
          return <li>{mayOpen ? <a class="govuk-link zj-alone" href={filing(head.id, `papers/${line.lineId}/${paper.id}`)} download>{words}</a> : words}</li>;
        })}
      </ul>
    </section>
  );
}

function Decide({ kit: { context, t, at, months }, state: { head, line, typed, faults } }: { readonly kit: Kit; readonly state: LinePageState }): VNode {
  const reasons = [...acceptanceReasons, ...refusalReasons, 'other'] as const;
  const claimed = Array.from({ length: 12 }, (_, bit) => bit).filter((bit) => line.claimed & (1 << bit));
  const free = line.claimed & ~(line.contested.open | line.contested.lost);
  // One tick where twelve would be needed; a person's, never the form's.
  const every = monthsIn(free & ~typed.months) > 1 && { value: claimed.filter((bit) => free & (1 << bit)).map((bit) => bit + 1).join(','), content: t('decideEvery', { months: months(free) }), checked: false };
  return (
    <>
      <h2 class="govuk-heading-m">{t('decideTitle')}</h2>
      <PostForm context={context} action={`/reviews/${head.id}/lines/${line.lineId}`}>
        <input type="hidden" name="version" value={String(head.version)} />
        <Checkboxes
          name="months" fieldset={{ legend: t('decideMonths') }} hint={t(line.decision === null ? 'decideMonthsFilled' : 'decideMonthsHint')} {...formFaultAt(faults, 'months')} class="govuk-checkboxes--small zj-ticks"
          items={[...claimed.map((bit) => ({ value: String(bit + 1), content: t('month', { month: bit + 1 }), checked: (typed.months & (1 << bit)) !== 0 })), every]}
        />
        <Select name="reason" label={t('reason')} value={typed.reason} {...formFaultAt(faults, 'reason')} items={[{ value: '', text: t('chooseReason') }, ...reasons.map((reason) => ({ value: reason, text: say(reasonTexts, context.variant, reason) }))]} />
        <Textarea name="words" label={t('words')} hint={t('wordsHint')} rows={3} value={typed.words} {...formFaultAt(faults, 'words')} {...langOfTyped(context, typed.words)} />
        <Button preventDoubleClick>{t('decideButton')}</Button>
      </PostForm>
      {head.state === 'first_check' && <p class="govuk-body">{t('needPapers')} <a class="govuk-link zj-alone" href={at(head.id, 'return')}>{t('wayReturn')}</a></p>}
    </>
  );
}

function Decided({ kit: { context, t, months }, line: { decision } }: { readonly kit: Kit; readonly line: ShownLine }): VNode {
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return (
    <>
      <h2 class="govuk-heading-m">{t('decision')}</h2>
      {decision === null ? <p class="govuk-body">{t('undecided')}</p> : (
        <SummaryList rows={[row(t('decideMonths'), months(decision.months)), row(t('reason'), say(reasonTexts, context.variant, decision.reason)), decision.words !== null && row(t('words'), decision.words)]} />
      )}
      <p class="govuk-body" id="months">{t('lineReadOnly')}</p>
    </>
  );
}
