import type { PageView } from '../../../ui/index.js';
import type { Kit } from './parts.js';

/** An address with a parameter that does not exist. */
export function parameterNotFound(kit: Kit, parameter: string): PageView {
  const { t, context } = kit;
  return {
    title: t('not_found_title'),
    status: 404,
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('not_found_title')}</h1>
        <p class="govuk-body">{t('not_found_text', { parameter: parameter.slice(0, 80) })}</p>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/policy')}>{t('all_parameters')}</a></p>
      </>
    ),
  };
}
