import type { VNode } from 'preact';
import { chinaDay } from '../../../../kernel/clock.js';
import { Button, Checkboxes, FormFaultSummary, formFaultAt, InsetText, Panel, PostForm, SummaryList, Textarea, type FormFault, type PageView, type SummaryRow } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import { filingNumber, type ShownFiling } from '../../app/show-filing.query.js';
import { gapsOf } from '../../domain/employer-facts.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import { factRows } from './facts-page.js';
import { backTo, type Kit } from './kit.js';

/** 承诺 */
export function commitmentPage(kit: Kit, { head, version }: ShownFiling, faults: readonly FormFault[]): PageView {
  const { context, t } = kit;
  return {
    title: t('commitTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: backTo(kit, head.id),
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('commitTitle')}</h1>
        {version.committedAt !== null && <p class="govuk-body">{t('commitDone', { day: chinaDay(version.committedAt) })}</p>}
        <InsetText><p class="govuk-body">{t('commitText')}</p></InsetText>
        <p class="govuk-body">{t('commitNote')}</p>
        <PostForm context={context} action={`/filings/${head.id}/commitment`}>
          <input type="hidden" name="version" value={String(head.version)} />
          <Checkboxes name="agreed" {...formFaultAt(faults, 'agreed')} items={[{ value: 'yes', content: t('commitBox') }]} />
          <Button preventDoubleClick>{t('commitButton')}</Button>
        </PostForm>
      </>
    ),
  };
}

export const isReady = ({ version, sums, trial }: ShownFiling): boolean => gapsOf(version).length === 0 && sums.lines > 0 && version.committedAt !== null && trial.kind === 'sum';

/** Everything once more before it is handed in, each part with the way to change it. */
export function checkPage(kit: Kit, filing: ShownFiling, typedReason: string, faults: readonly FormFault[]): PageView {
  const { context, t, at } = kit;
  const { head, version, sums } = filing;
  // The card adds its own title for whoever hears the link alone.
  const change = (part: string) => ({ items: [{ href: at(head.id, part), content: t('changeIt') }] });
  return {
    title: t('checkTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: backTo(kit, head.id),
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('checkTitle')}</h1>
        <SummaryList card={{ title: { content: t('checkFacts') }, actions: change('facts') }} rows={factRows(kit, version)} />
        <SummaryList
          card={{ title: { content: t('checkPeople') }, actions: change('people') }}
          rows={[{ key: t('checkPeople'), value: t('people', { count: sums.people }) }, { key: t('counted'), value: t('months', { count: sums.countedMonths }) }]}
        />
        <SummaryList card={{ title: { content: t('checkTrial') } }} rows={trialRows(kit, filing)} />
        <p class="govuk-body">{t('trialNote')}</p>
        <SummaryList
          card={{ title: { content: t('checkCommit') }, actions: change('commitment') }}
          rows={[{ key: t('checkCommit'), value: t(version.committedAt === null ? 'checkNotCommitted' : 'checkCommitted') }]}
        />
        {isReady(filing) ? (
          <PostForm context={context} action={`/filings/${head.id}/submit`}>
            <input type="hidden" name="version" value={String(head.version)} />
            {filing.isLate && <Textarea name="lateReason" label={t('lateReason')} hint={t('lateReasonHint')} rows={3} value={typedReason} {...formFaultAt(faults, 'lateReason')} />}
            <p class="govuk-body">{t('submitNote')}</p>
            <Button preventDoubleClick>{t('submitButton')}</Button>
          </PostForm>
        ) : <p class="govuk-body" id="version">{t('notReady')}</p>}
      </>
    ),
  };
}

export function trialRows({ t }: Kit, { trial }: ShownFiling): readonly SummaryRow[] {
  if (trial.kind !== 'sum') return [{ key: t('checkTrial'), value: t(trial.kind === 'failed' ? 'trialFailed' : 'trialIncomplete') }];
  const { result, without, provisionalMonths } = trial;
  return [
    { key: t('staff'), value: result.staff }, { key: t('required'), value: result.required }, { key: t('arranged'), value: result.arranged },
    // Wages given in ten thousands of yuan are seen here before they are handed in.
    { key: t('averageWage'), value: t('yuan', { sum: groupedYuan(result.averageWage) }) },
    { key: t('payable'), value: t('yuan', { sum: groupedYuan(result.payable) }) },
    ...(without === null ? [] : [{ key: t('checkTrial'), value: t('withProvisional', { months: provisionalMonths, with: groupedYuan(result.payable), without: groupedYuan(without.payable) }) }]),
  ];
}

/** The number, and what comes next. */
export function submittedPage(kit: Kit, head: DeclarationHead): PageView {
  const { t, at } = kit;
  return {
    title: t('submittedTitle'),
    noIndex: true,
    content: (
      <>
        <Panel title={t('submittedTitle')}><p>{t('submittedNumber')}</p><p><strong>{filingNumber(head)}</strong></p></Panel>
        <p class="govuk-body">{t('printIt')}</p>
        <p class="govuk-body">{t(head.mode === 'native' ? 'nextNative' : 'nextCompanion')}</p>
        <ul class="govuk-list zj-list-plain">
          {head.mode === 'companion' && <li><a class="govuk-link zj-alone" href={at(head.id, 'platform')}>{t('wayPlatform')}</a></li>}
          <li><a class="govuk-link zj-alone" href={at(head.id)}>{t('back')}</a></li>
          <li><a class="govuk-link zj-alone" href={at(head.id, 'history')}>{t('wayHistory')}</a></li>
          <li><a class="govuk-link zj-alone" href={at(head.id, 'withdraw')}>{t('wayWithdraw')}</a></li>
        </ul>
      </>
    ),
  };
}

export type Asked = { readonly part: 'nothing' | 'withdraw' | 'reopen'; readonly possible: boolean; readonly lines: number; readonly typed: string; readonly faults: readonly FormFault[] };

const WORDS = { nothing: ['nothingTitle', 'nothingText', 'nothingButton'], withdraw: ['withdrawTitle', 'withdrawText', 'withdrawButton'], reopen: ['reopenTitle', 'reopenText', 'reopenButton'] } as const;

/** One question with one button: what it means, then the word. */
export function askPage(kit: Kit, head: DeclarationHead, asked: Asked): PageView {
  const { context, t } = kit;
  const [title, text] = WORDS[asked.part];
  return {
    title: t(title),
    noIndex: true,
    hasErrors: asked.faults.length > 0,
    back: backTo(kit, head.id),
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={asked.faults} />
        <h1 class="govuk-heading-l">{t(title)}</h1>
        <p class="govuk-body">{t(text, { year: head.baseYear })}</p>
        <AskForm kit={kit} head={head} asked={asked} />
      </>
    ),
  };
}

function AskForm({ kit: { context, t, at }, head, asked: { part, possible, lines, typed, faults } }: { readonly kit: Kit; readonly head: DeclarationHead; readonly asked: Asked }): VNode {
  if (!possible) return <p class="govuk-body" id="version">{t('notPossible')}</p>;
  if (part === 'nothing' && lines > 0) return <p class="govuk-body" id="version">{t('nothingPeople', { lines })} <a class="govuk-link" href={at(head.id, 'people')}>{t('wayPeople')}</a></p>;
  return (
    <PostForm context={context} action={`/filings/${head.id}/${part}`}>
      <input type="hidden" name="version" value={String(head.version)} />
      {part === 'withdraw' && <Textarea name="words" label={t('withdrawWords')} rows={3} value={typed} {...formFaultAt(faults, 'words')} />}
      <Button preventDoubleClick>{t(WORDS[part][2])}</Button>
    </PostForm>
  );
}
