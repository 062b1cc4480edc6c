import type { VNode } from 'preact';
import { Button } from './button.js';
import type { Content } from './slots.js';

export type FilterFormProps = {
  /** Where the list stands, as in a link. */
  readonly action: string;
  /** Of its button. */
  readonly show: string;
  readonly children: Content;
};

/** What narrows a list: its boxes side by side where there is room, so that the list itself is in sight. It asks and changes nothing. */
export function FilterForm({ action, show, children }: FilterFormProps): VNode {
  return (
    <form class="zj-filter" method="get" action={action} novalidate>
      {children}
      <Button class="govuk-button--secondary">{show}</Button>
    </form>
  );
}
