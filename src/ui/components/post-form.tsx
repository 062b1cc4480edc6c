import type { ComponentChildren, VNode } from 'preact';
import type { FormFault } from '../http/form-faults.js';
import type { PageContext } from '../layout/page-context.js';
import { ErrorSummary } from './messages.js';
import { Mixed } from './mixed.js';

/** A form that posts, with its token. */
export function PostForm(props: { readonly context: PageContext; readonly action: string; readonly children: ComponentChildren }): VNode {
  return (
    <form method="post" action={props.context.href(props.action)} novalidate>
      <input type="hidden" name="_csrf" value={props.context.csrfToken()} />
      {props.children}
    </form>
  );
}

export function FormFaultSummary({ context, title, faults }: { readonly context: PageContext; readonly title: string; readonly faults: readonly FormFault[] }): VNode | null {
  if (faults.length === 0) return null;
  return <ErrorSummary title={title} errorList={faults.map(({ field, text }) => ({ content: <Mixed context={context}>{text}</Mixed>, href: `#${field}` }))} />;
}

export const formFaultAt = (faults: readonly FormFault[], field: string): { readonly errorMessage?: string } => {
  const found = faults.find((fault) => fault.field === field);
  return found ? { errorMessage: found.text } : {};
};

/** The same where the words may quote Chinese that was typed. */
export const mixedFaultAt = (context: PageContext, faults: readonly FormFault[], field: string): { readonly errorMessage?: { readonly content: VNode } } => {
  const { errorMessage } = formFaultAt(faults, field);
  return errorMessage === undefined ? {} : { errorMessage: { content: <Mixed context={context}>{errorMessage}</Mixed> } };
};
