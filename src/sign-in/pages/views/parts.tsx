import type { ComponentChildren, VNode } from 'preact';
import { say } from '../../../kernel/texts.js';
import { ErrorSummary, type PageContext } from '../../../ui/index.js';
import type { Fault } from '../faults.js';
import { signInTexts } from '../texts/sign-in-texts.js';

export type SignInText = (key: keyof typeof signInTexts.zh, params?: Parameters<typeof say>[3]) => string;

export const signInText = (context: PageContext): SignInText => (key, params) => say(signInTexts, context.variant, key, params);

/** Where the sign-in leads to, and what is carried along. */
export type OnwardState = { readonly next: string | null; readonly kept: string | null };

export const query = (values: Readonly<Record<string, string | null>>): string => {
  const pairs = Object.entries(values).filter((pair): pair is [string, string] => pair[1] !== null);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
};

export function Faulty({ title, faults }: { readonly title: string; readonly faults: readonly Fault[] }): VNode | null {
  if (faults.length === 0) return null;
  return <ErrorSummary title={title} errorList={faults.map(({ field, text }) => ({ content: text, href: `#${field}` }))} />;
}

export const faultAt = (faults: readonly Fault[], field: string): { readonly errorMessage?: string } => {
  const found = faults.find((fault) => fault.field === field);
  return found ? { errorMessage: found.text } : {};
};

/** A form that posts, with its token and what is carried along. */
export function Form(props: { readonly context: PageContext; readonly action: string; readonly onward?: OnwardState; readonly children: ComponentChildren }): VNode {
  const { context, onward } = props;
  return (
    <form method="post" action={context.href(props.action)} novalidate>
      <input type="hidden" name="_csrf" value={context.csrfToken()} />
      {onward && onward.next !== null && <input type="hidden" name="next" value={onward.next} />}
      {onward && onward.kept !== null && <input type="hidden" name="kept" value={onward.kept} />}
      {props.children}
    </form>
  );
}
