import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, InsetText, type PageContext } from '../../../../ui/index.js';
import type { LevyDraft } from '../draft/draft.js';
import { isExample } from '../draft/example.js';
import { startTexts } from '../texts/start-texts.js';

/** The way in for whoever wants to see a result before any figure is at hand. */
export function ExampleForm({ context }: { readonly context: PageContext }): VNode {
  return (
    <section aria-labelledby="example">
      <h2 class="govuk-heading-m" id="example">{say(startTexts, context.variant, 'example.title')}</h2>
      <p class="govuk-body">{say(startTexts, context.variant, 'example.text')}</p>
      <form method="post" action={context.href('/levy/example')}>
        <input type="hidden" name="_csrf" value={context.csrfToken()} />
        <Button class="govuk-button--secondary">{say(startTexts, context.variant, 'example.show')}</Button>
      </form>
    </section>
  );
}

/** Said on every page that shows the example as if it were somebody's answers. */
export function ExampleNote({ context, draft }: { readonly context: PageContext; readonly draft: LevyDraft }): VNode | null {
  if (!isExample(draft)) return null;
  return (
    <InsetText>
      <p class="govuk-body"><strong>{say(startTexts, context.variant, 'example.mark')}</strong> {say(startTexts, context.variant, 'example.note')}</p>
      <p class="govuk-body">{say(startTexts, context.variant, 'example.own')}</p>
    </InsetText>
  );
}
