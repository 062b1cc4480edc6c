import { Button, type PageContext, type PageView } from '../../../../ui/index.js';
import { NOT_LIABLE_KINDS } from '../../domain/case.js';
import { isOneOf } from '../steps/step.js';
import { saysOf } from './question-frame.js';

/** Where the journey ends for those who owe no quota (残疾人就业条例 art. 8). */
export function notLiablePage(context: PageContext, kind: string): PageView {
  const t = saysOf(context);
  return {
    title: t('notLiable.title'),
    back: { href: context.href('/levy/kind') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('notLiable.title')}</h1>
        <p class="govuk-body-l">{t('notLiable.lead', { kind: isOneOf(NOT_LIABLE_KINDS, kind) ? t(`kind.${kind}`) : t('notLiable.any') })}</p>
        <p class="govuk-body">{t('notLiable.law')}</p>
        <p class="govuk-body">{t('notLiable.hire')}</p>
        <h2 class="govuk-heading-m">{t('notLiable.wrong')}</h2>
        <Button href={context.href('/levy/kind')} class="govuk-button--secondary">{t('notLiable.again')}</Button>
      </>
    ),
  };
}
