import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, chinese, CodeLookup, Input, LiveLevy, Mixed, Radios, type PageContext, type PageView } from '../../../../ui/index.js';
import { EMPLOYER_KINDS } from '../../domain/case.js';
import type { LevyResult } from '../../domain/result.js';
import type { LevyDraft } from '../draft/draft.js';
import { keepsPeople, keepsStaff } from '../forms/quick-form.js';
import { MOST_MATCHES } from '../steps/region-step.js';
import type { Law } from '../steps/step.js';
import { quickTexts, type QuickText } from '../texts/quick-texts.js';
import { isZero } from './formula-table.js';
import { groupedYuan } from './numbers.js';
import { Faults, faultOf, HiddenFields, saysOf as questionSays, valueOf, type FormView } from './question-frame.js';

type T = (key: QuickText, params?: Parameters<typeof say>[3]) => string;
const saysOf = (context: PageContext): T => (key, params) => say(quickTexts, context.variant, key, params);

/** All main fields on one page. With script the sum follows the typing; without, the button leads to the full result. */
export function quickPage(view: FormView, draft: LevyDraft, law: Law, sum: LevyResult | null): PageView {
  const { context, faults } = view;
  const t = saysOf(context);
  return {
    title: t('title'),
    hasErrors: faults.length > 0,
    noIndex: faults.length > 0,
    back: { href: context.href('/levy') },
    content: (
      <>
        <Faults context={context} faults={faults} />
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('lead')} <a class="govuk-link" href={context.href('/levy')}>{t('toSteps')}</a></p>
        <LiveLevy context={context} src="/levy/live" result={<LiveSum context={context} result={sum} />}>
          <form method="post" action={context.href('/levy/quick')} novalidate>
            <HiddenFields context={context} toCheck={false} />
            <RegionField view={view} law={law} />
            <Fields view={view} draft={draft} law={law} />
            <div class="zj-actions"><Button preventDoubleClick>{t('compute')}</Button></div>
          </form>
        </LiveLevy>
      </>
    ),
  };
}

function RegionField({ view, law }: { readonly view: FormView; readonly law: Law }): VNode {
  const { context } = view;
  const t = saysOf(context);
  const several = view.faults.some(({ code }) => code === 'levy.page.region_several');
  return (
    <>
      <CodeLookup context={context} src="/levy/regions" name="region">
        <Input
          name="q" label={t('region')} hint={{ content: <Mixed context={context}>{t('regionHint')}</Mixed> }} value={valueOf(view, 'q')} autocomplete="off" class="govuk-input--width-20"
          attributes={chinese(context)} {...faultOf(view, 'q')}
        />
      </CodeLookup>
      {several ? (
        <Radios
          name="region" fieldset={{ legend: t('matches') }} {...faultOf(view, 'region')}
          items={law.regions.search(valueOf(view, 'q'), MOST_MATCHES).map(({ code }) => ({ value: code, content: law.regions.fullName(code), label: { attributes: chinese(context) }, hint: code }))}
        />
      ) : null}
    </>
  );
}

function Fields({ view, draft, law }: { readonly view: FormView; readonly draft: LevyDraft; readonly law: Law }): VNode {
  const { context } = view;
  const t = saysOf(context);
  const q = questionSays(context);
  const box = (name: string, label: QuickText, more: { readonly hint?: string; readonly unit?: QuickText; readonly width: number }): VNode => (
    <Input
      name={name} label={t(label)} {...(more.hint === undefined ? {} : { hint: more.hint })} value={valueOf(view, name)} {...(more.unit === undefined ? {} : { suffix: t(more.unit) })}
      inputmode="decimal" class={`govuk-input--width-${more.width}`} {...faultOf(view, name)}
    />
  );
  return (
    <>
      {box('year', 'year', { hint: t('yearHint', { year: Number(law.simulator.today.slice(0, 4)) - 1 }), width: 4 })}
      <Radios
        name="kind" fieldset={{ legend: t('kind') }} hint={t('kindNote')} value={valueOf(view, 'kind')} {...faultOf(view, 'kind')}
        items={EMPLOYER_KINDS.map((kind) => ({ value: kind, content: q(`kind.${kind}`) }))}
      />
      {keepsStaff(draft) ? <Kept context={context} text={t('keptMonthly')} path="/levy/staff" /> : box('average', 'average', { hint: t('averageHint'), unit: 'people', width: 10 })}
      <Radios
        name="how" fieldset={{ legend: t('wages') }} value={valueOf(view, 'how')} {...faultOf(view, 'how')}
        items={[
          { value: 'total', content: q('wages.total'), conditional: box('totalWages', 'total', { unit: 'yuan', width: 20 }) },
          { value: 'average', content: q('wages.average'), conditional: box('averageWage', 'averageWage', { unit: 'yuan', width: 20 }) },
        ]}
      />
      {keepsPeople(draft)
        ? <Kept context={context} text={t('keptPeople', { count: draft.people?.length ?? 0 })} path="/levy/people" />
        : box('arrangedCount', 'arrangedCount', { hint: t('arrangedHint'), unit: 'people', width: 10 })}
      {box('alreadyPaid', 'alreadyPaid', { unit: 'yuan', width: 20 })}
    </>
  );
}

function Kept({ context, text, path }: { readonly context: PageContext; readonly text: string; readonly path: string }): VNode {
  return <p class="govuk-body">{text} <a class="govuk-link" href={context.href(path)}>{saysOf(context)('changeKept')}</a></p>;
}

/** What the script puts in the place of the result; its first sentence is said once. */
export function LiveSum({ context, result }: { readonly context: PageContext; readonly result: LevyResult | null }): VNode {
  const t = saysOf(context);
  if (result === null) return <output class="zj-live" aria-live="off">{t('waiting')}</output>;
  const refund = !isZero(result.refundDue);
  return (
    <output class="zj-live" aria-live="off">
      <strong class="zj-sum-line" data-announce>{t(refund ? 'liveRefund' : 'live', { sum: groupedYuan(refund ? result.refundDue : result.payable) })}</strong>{' '}
      {t('liveNote')}
    </output>
  );
}
