import { Button, type PageContext, type PageView } from '../../../ui/index.js';
import type { KeptForm } from '../kept-form.js';
import { signInText } from './parts.js';

/** 继续刚才的操作: the form that was sent when the session had ended, whole, behind one button. */
export function continuePage(context: PageContext, kept: KeptForm, back: string): PageView {
  const t = signInText(context);
  return {
    title: t('continueTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('continueTitle')}</h1>
        <p class="govuk-body">{t('continueText')}</p>
        <form method="post" action={context.href(kept.path)}>
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          {kept.fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <Button>{t('continueGo')}</Button>
        </form>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(back)}>{t('continueDrop')}</a></p>
      </>
    ),
  };
}
