import type { ComponentChildren, VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, ErrorSummary, Mixed, type PageContext, type PageView } from '../../../../ui/index.js';
import { faultSentence, type FormFault } from '../forms/faults.js';
import { textOf, type Typed } from '../forms/typed.js';
import { questionTexts, type QuestionText } from '../texts/question-texts.js';

/** What every form of the journey is drawn from. */
export type FormView = {
  readonly context: PageContext;
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
  /** The visitor came from the page of answers and goes back there. */
  readonly toCheck: boolean;
};

export type Says = (key: QuestionText, params?: Parameters<typeof say>[3]) => string;
export const saysOf = (context: PageContext): Says => (key, params) => say(questionTexts, context.variant, key, params);

/** Spread into a field: the sentence of its fault, or nothing. */
export function faultOf({ context, faults }: Pick<FormView, 'context' | 'faults'>, field: string): { readonly errorMessage?: { readonly content: VNode } } {
  const fault = faults.find((one) => one.field === field);
  return fault ? { errorMessage: { content: <FaultWords context={context} fault={fault} /> } } : {};
}

/** The sentence of a fault; it may quote Chinese that was typed on an English page. */
export const FaultWords = ({ context, fault }: { readonly context: PageContext; readonly fault: FormFault }): VNode =>
  <Mixed context={context}>{faultSentence(fault, context.variant)}</Mixed>;

export const valueOf = ({ typed }: Pick<FormView, 'typed'>, name: string): string => textOf(typed, name);

export function Faults({ context, faults }: Pick<FormView, 'context' | 'faults'>): VNode | null {
  if (faults.length === 0) return null;
  return (
    <ErrorSummary
      title={saysOf(context)('errorTitle', { count: faults.length })}
      errorList={faults.map((fault) => ({ content: <FaultWords context={context} fault={fault} />, href: fault.code === 'levy.page.draft_full' ? context.href('/levy/roster') : `#${fault.field}` }))}
    />
  );
}

export function HiddenFields({ context, toCheck }: Pick<FormView, 'context' | 'toCheck'>): VNode {
  return (
    <>
      <input type="hidden" name="_csrf" value={context.csrfToken()} />
      {toCheck ? <input type="hidden" name="to" value="check" /> : null}
    </>
  );
}

export type QuestionFrame = {
  readonly view: FormView;
  /** Where the form posts to, without language. */
  readonly path: string;
  readonly title: string;
  readonly back: string;
  readonly caption: QuestionText;
  readonly submit?: string;
  readonly children: ComponentChildren;
  /** Below the form. */
  readonly after?: ComponentChildren;
};

/** One question: caption, faults first, the form, and the way back to the list of tasks. Complete without script. */
export function questionPage({ view, path, title, back, caption, submit, children, after }: QuestionFrame): PageView {
  const { context, faults, toCheck } = view;
  const t = saysOf(context);
  return {
    title,
    hasErrors: faults.length > 0,
    noIndex: true,
    back: { href: context.href(toCheck ? '/levy/check' : back), ...(toCheck ? { text: t('backToCheck') } : {}) },
    content: (
      <>
        <Faults context={context} faults={faults} />
        <p class="govuk-caption-l">{t(caption)}</p>
        <form method="post" action={context.href(path)} novalidate>
          <HiddenFields context={context} toCheck={toCheck} />
          {children}
          <div class="zj-actions">
            <Button preventDoubleClick>{submit ?? t('saveAndContinue')}</Button>
            <a class="govuk-link zj-alone" href={context.href('/levy#tasks')}>{t('backToTasks')}</a>
          </div>
        </form>
        {after}
      </>
    ),
  };
}

/** The question itself as the legend of its choices. */
export const headingLegend = (title: string): { content: string; class: string; isPageHeading: true } => ({ content: title, class: 'govuk-fieldset__legend--l', isPageHeading: true });
export const headingLabel = (title: string): { content: string; class: string; isPageHeading: true } => ({ content: title, class: 'govuk-label--l', isPageHeading: true });
