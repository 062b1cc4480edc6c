import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FilterForm, formFaultAt, FormFaultSummary, langOfTyped, Mixed, NameOfYear, NotificationBanner, PostForm, Radios, Select, SummaryList, Table, TableRegion, Textarea, titleOf, type FormFault, type PageView } from '../../../../ui/index.js';
import type { ShownSignal, SignalState } from '../../infra/signal.repository.js';
import type { LookForm } from '../forms.js';
import { groundTexts, signalTexts } from '../texts.js';
import type { Kit } from './kit.js';

const STATES = { open: 'stateSignalOpen', no_concern: 'stateNoConcern', to_inspect: 'stateToInspect' } as const;

/** 挂证线索 of the area, the oldest first. @param filing of one filing only */
export function signalsPage({ context, t, day }: Kit, page: ListPage<ShownSignal>, state: SignalState, filing: string | null): PageView {
  const one: Readonly<Record<string, string>> = filing === null ? {} : { filing };
  return {
    title: t('signalsTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('signalsTitle')}</h1>
        <p class="govuk-body">{t('signalsLead')}</p>
        <FilterForm action={context.href('/signals')} show={t('showSignals')}>
          {filing !== null && <input type="hidden" name="filing" value={filing} />}
          <Select name="state" label={t('state')} value={state} items={(Object.keys(STATES) as (keyof typeof STATES)[]).map((value) => ({ value, text: t(STATES[value]) }))} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t('signalsNone')}</p> : (
          <TableRegion label={t('signalsTitle')}>
            <Table
              caption={t('signalsTitle')}
              captionClass="govuk-visually-hidden"
              firstCellIsHeader
              head={[t('employer'), t('year'), t('signal'), t('foundAt')]}
              rows={page.items.map((signal) => [
                { content: <a class="govuk-link zj-alone" href={context.href(`/signals/${signal.id}`)}><NameOfYear context={context} name={signal.employerName} year={signal.baseYear} /><span class="govuk-visually-hidden">{t('comma')}{say(signalTexts, context.variant, signal.code)}</span></a> },
                String(signal.baseYear), say(signalTexts, context.variant, signal.code), day(signal.foundAt),
              ])}
            />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${context.href('/signals')}?${new URLSearchParams({ state, ...one, after: page.next }).toString()}`} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

export type SignalPageState = { readonly mayLook: boolean; readonly done: boolean; readonly typed: LookForm; readonly faults: readonly FormFault[] };

/** One signal with its ground, and what somebody found on looking. */
export function signalPage(kit: Kit, signal: ShownSignal, { mayLook, done, typed, faults }: SignalPageState): PageView {
  const { context, t, day } = kit;
  const title = say(signalTexts, context.variant, signal.code);
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return {
    title: titleOf(context, title, t('signalsTitle')),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/signals'), text: t('signalsTitle') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" title={t('lookDone')}><p class="govuk-body">{t('lookDoneText')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{t('signalsLead')}</p>
        <SummaryList
          rows={[
            row(t('employer'), signal.employerName), row(t('year'), String(signal.baseYear)), row(t('ground'), groundWords(kit, signal).join(' ')), row(t('state'), t(STATES[signal.state])), row(t('foundAt'), day(signal.foundAt)),
            signal.lookedAt !== null && row(t('lookedAt'), day(signal.lookedAt)), signal.words !== null && row(t('words'), signal.words),
          ]}
        />
        <p class="govuk-body"><a class="govuk-link zj-alone" href={`${context.href(`/filings/${signal.declarationId}/results`)}?choice=all`}>{t('seeResults')}</a></p>
        {mayLook && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/reviews/${signal.declarationId}`)}>{t('seeReview')}</a></p>}
        {mayLook && <Look kit={kit} signal={signal} typed={typed} faults={faults} />}
      </>
    ),
  };
}

function Look({ kit: { context, t }, signal, typed, faults }: { readonly kit: Kit; readonly signal: ShownSignal; readonly typed: LookForm; readonly faults: readonly FormFault[] }): VNode {
  return (
    <section aria-labelledby="look">
      <h2 class="govuk-heading-m" id="look">{t('lookTitle')}</h2>
      <PostForm context={context} action={`/signals/${signal.id}`}>
        <input type="hidden" name="version" value={String(signal.version)} />
        <Radios name="state" fieldset={{ legend: t('look') }} hint={t('lookHint')} value={typed.state ?? ''} {...formFaultAt(faults, 'state')} items={[{ value: 'no_concern', content: t('lookNoConcern') }, { value: 'to_inspect', content: t('lookToInspect') }]} />
        <Textarea name="words" label={t('words')} hint={t('wordsHint')} value={typed.words ?? ''} rows={3} {...formFaultAt(faults, 'words')} {...langOfTyped(context, typed.words ?? '')} />
        <Button preventDoubleClick>{t('lookSave')}</Button>
      </PostForm>
    </section>
  );
}

/** The numbers of a ground in sentences. */
function groundWords({ context }: Kit, { code, grounds }: ShownSignal): readonly string[] {
  if (code === 'shared_contact') return (['employersWithPhone', 'employersOfPhone', 'employersOfAddress'] as const).flatMap((key) => (grounds[key] === undefined ? [] : [say(groundTexts, context.variant, key, { count: grounds[key] })]));
  if (code === 'far_workplace') return [say(groundTexts, context.variant, grounds['beyond'] === 'city' ? 'far_city' : 'far_province', grounds)];
  return [say(groundTexts, context.variant, code, grounds)];
}
