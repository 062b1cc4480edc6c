import type { VNode } from 'preact';
import { InsetText } from '../../../../ui/index.js';
import type { ShownReview } from '../../app/read-review.query.js';
import type { Kit } from './kit.js';

/** To the signals of a filing that nobody has looked at. */
export const SignalsDoor = ({ kit: { context, t }, id }: { readonly kit: Kit; readonly id: string }): VNode =>
  <a class="govuk-link zj-alone" href={context.href(`/signals?filing=${id}`)}>{t('signalsGo')}</a>;

/** Said before a decision, which waits for them. */
export function UnseenSignals({ kit, shown: { head, signals } }: { readonly kit: Kit; readonly shown: ShownReview }): VNode | null {
  const count = signals.filter(({ state }) => state === 'open').length;
  if (count === 0) return null;
  return (
    <InsetText>
      <p class="govuk-body">{kit.t('signalsUnseen', { count })}</p>
      <p class="govuk-body"><SignalsDoor kit={kit} id={head.id} /></p>
    </InsetText>
  );
}
