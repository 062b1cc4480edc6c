import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, DateInput, InsetText, Input, MonthBars, Radios, WarningText, type PageContext, type PageView } from '../../../../ui/index.js';
import type { OutlookAnswer, WhatIfAnswer } from '../../app/explore-what-if.query.js';
import { SEVERITIES, WHAT_IF_KINDS } from '../forms/what-if-question.js';
import { whatIfTexts, type WhatIfText } from '../texts/what-if-texts.js';
import { isZero } from './formula-table.js';
import { groupedYuan } from './numbers.js';
import { Rule, type PlaceOfLaw } from './step-list.js';
import { Faults, faultOf, valueOf, type FormView } from './question-frame.js';

export type WhatIfResult = { readonly answer: WhatIfAnswer; readonly month: number };

type T = (key: WhatIfText, params?: Parameters<typeof say>[3]) => string;
const saysOf = (context: PageContext): T => (key, params) => say(whatIfTexts, context.variant, key, params);

/**
 * What one more disabled employee would change: asked by GET, so that an answer can be kept and shared; the case itself
 * stays in the visitor's cookie. Hypothetical, and it says so (security.md: a saving is never shown beside a person).
 */
export function whatIfPage(view: FormView, result: WhatIfResult | null, place: PlaceOfLaw, outlook: OutlookAnswer): PageView {
  const { context, faults } = view;
  const t = saysOf(context);
  return {
    title: t('title'),
    hasErrors: faults.length > 0,
    noIndex: true,
    back: { href: context.href('/levy/statement'), text: t('back') },
    content: (
      <>
        <Faults context={context} faults={faults} />
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <InsetText><p class="govuk-body">{t('hypothetical')}</p></InsetText>
        {result ? <Answer context={context} result={result} /> : null}
        <Question view={view} />
        <Outlook context={context} outlook={outlook} place={place} />
      </>
    ),
  };
}

function Question({ view }: { readonly view: FormView }): VNode {
  const { context } = view;
  const t = saysOf(context);
  const legend = (key: WhatIfText) => ({ legend: { content: t(key), class: 'govuk-fieldset__legend--s' } });
  return (
    <section aria-labelledby="form">
      <h2 class="govuk-heading-m" id="form">{t('form')}</h2>
      <form method="get" action={context.href('/levy/what-if')} novalidate>
        <Radios
          name="kind" fieldset={legend('kind')} value={valueOf(view, 'kind')} {...faultOf(view, 'kind')}
          items={WHAT_IF_KINDS.map((kind) => ({ value: kind, content: t(`kind.${kind}`), hint: t(`kind.${kind}Hint`) }))}
        />
        <Radios
          name="severity" fieldset={legend('severity')} hint={t('severity.hint')} value={valueOf(view, 'severity')} {...faultOf(view, 'severity')}
          items={SEVERITIES.map((severity) => ({ value: severity, content: t(`severity.${severity}`) }))}
        />
        <DateInput
          id="start" fieldset={legend('month')} hint={t('monthHint')} {...faultOf(view, 'month')}
          items={[{ name: 'month', id: 'month', part: 'month', label: t('monthLabel'), value: valueOf(view, 'month') }]}
        />
        <Input
          name="wage" label={{ content: t('wage'), class: 'govuk-label--s' }} hint={t('wageHint')} value={valueOf(view, 'wage')} suffix={t('yuan')} inputmode="decimal"
          class="govuk-input--width-10" {...faultOf(view, 'wage')}
        />
        <div class="zj-actions"><Button>{t('compute')}</Button></div>
      </form>
    </section>
  );
}

function Answer({ context, result: { answer, month } }: { readonly context: PageContext; readonly result: WhatIfResult }): VNode | null {
  const t = saysOf(context);
  const chosen = answer.rows[month - 1];
  const [first, last] = [answer.rows[0], answer.rows[11]];
  if (!chosen || !first || !last) return null;
  const change = changeOf(answer);
  return (
    <>
      <section class="zj-paper" aria-labelledby="answer">
        <h2 class="govuk-heading-m" id="answer">{t('answer', { month })}</h2>
        <p class="zj-sum-line">{savedSentence(chosen.payable, chosen.saved, t)}</p>
        <p class="govuk-body">{t('now', { payable: groupedYuan(answer.payableNow) })}{answer.monthlyWage === null ? '' : ` ${t('wageUsed', { wage: groupedYuan(answer.monthlyWage) })}`}</p>
        {chosen.exemptionLost ? <WarningText>{t('lost')}</WarningText> : null}
        {answer.kind === 'new_hire' ? <p class="govuk-body">{answer.breakEvenWage === null || isZero(answer.breakEvenWage) ? t('noBreakEven') : t('breakEven', { wage: groupedYuan(answer.breakEvenWage) })}</p> : null}
      </section>
      <MonthBars
        id="what-if"
        finding={t('chart', { first: groupedYuan(first.payable), last: groupedYuan(last.payable) })}
        caption={t('table')}
        monthHead={t('table.month')}
        series={change === null ? [t('table.payable')] : [t('table.payable'), t(change)]}
        months={answer.rows.map(({ payable, saved, exemptionLost }, index) => ({
          label: `${t('monthName', { month: index + 1 })}${index + 1 === month ? bracketed(t('chosen'), context) : ''}`,
          short: String(index + 1),
          values: [
            { value: payable, text: `${groupedYuan(payable)}${exemptionLost ? bracketed(t('table.lost'), context) : ''}` },
            ...(change === null ? [] : [{ value: without(saved), text: groupedYuan(without(saved)) }]),
          ],
        }))}
      />
    </>
  );
}

/** A bar shows an amount, not a direction: the second row of numbers says which one it is, and is left out where there are both. */
function changeOf(answer: WhatIfAnswer): 'table.saved' | 'table.dearer' | null {
  const dearer = answer.rows.filter(({ saved }) => saved.startsWith('-')).length;
  if (dearer === 0) return 'table.saved';
  return answer.rows.some(({ saved }) => !saved.startsWith('-') && !isZero(saved)) ? null : 'table.dearer';
}

const without = (signed: string): string => signed.replace(/^-/, '');

const bracketed = (text: string, { language }: PageContext): string => (language === 'zh' ? `（${text}）` : ` (${text})`);

function savedSentence(payable: string, saved: string, t: T): string {
  if (/^-?0+\.0+$/.test(saved)) return t('same', { payable: groupedYuan(payable) });
  return saved.startsWith('-') ? t('dearer', { payable: groupedYuan(payable), saved: groupedYuan(without(saved)) }) : t('saved', { payable: groupedYuan(payable), saved: groupedYuan(saved) });
}

function Outlook({ context, outlook, place }: { readonly context: PageContext; readonly outlook: OutlookAnswer; readonly place: PlaceOfLaw }): VNode {
  const t = saysOf(context);
  const { change, payable, until } = outlook;
  return (
    <section aria-labelledby="outlook">
      <h2 class="govuk-heading-m" id="outlook">{t('outlook')}</h2>
      <p class="govuk-body">{change ? t('outlookChange', { year: change.filingYear, payable: groupedYuan(change.payable), now: groupedYuan(payable) }) : t('outlookSame', { until })}</p>
      <p class="govuk-body">{t('outlookNote')}</p>
      {change ? (
        <>
          <h3 class="govuk-heading-s">{t('outlookRules')}</h3>
          {change.rules.map((rule) => <Rule context={context} rule={rule} place={place} />)}
        </>
      ) : null}
    </section>
  );
}
