import type { PageView } from '../../../../ui/index.js';
import type { ShownGroup } from '../error-groups.js';
import { ErrorGroups } from './errors-view.js';
import { counted, Parts, tOf, type ResultView } from './frame.js';
import { Again } from './result-page.js';

export function errorsPage(view: ResultView, groups: readonly ShownGroup[]): PageView {
  const { context, head } = view;
  const t = tOf(context);
  return {
    title: t('errors_page_title'),
    noIndex: true,
    content: (
      <>
        <Parts view={view} open="errors" />
        <h1 class="govuk-heading-l">{t('errors_page_title')}</h1>
        <p class="govuk-body">{t('errors_lead', { rejected: counted(head.rows.rejected) })}</p>
        <ErrorGroups context={context} groups={groups} />
        <Again context={context} />
      </>
    ),
  };
}
