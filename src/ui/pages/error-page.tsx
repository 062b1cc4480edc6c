import { say, type Language } from '../../kernel/texts.js';
import { localPath } from '../layout/page-context.js';
import type { PageView } from '../layout/render-page.js';
import { errorPageTexts } from '../texts/error-page-texts.js';

/** The part of a problem (RFC 9457) that a person is shown. */
export type ShownProblem = {
  readonly status: number;
  readonly title: string;
  readonly errors: readonly { readonly message: string }[];
  readonly correlationId: string;
};

const HEADINGS: Readonly<Record<number, keyof typeof errorPageTexts.zh>> = {
  401: 'forbidden', 403: 'forbidden', 404: 'notFound', 410: 'gone', 413: 'tooLarge', 422: 'refused', 429: 'tooMany', 500: 'failed', 503: 'unavailable',
};

/** What an address leads to that is wrong, or right no longer: there was nothing typed to go back to. */
const LEADS_NOWHERE: ReadonlySet<number> = new Set([404, 410]);

/** What happened, what it means for what was typed, and where to go from here. */
export function errorPage(language: Language, problem: ShownProblem): PageView {
  const t = (key: keyof typeof errorPageTexts.zh, params = {}) => say(errorPageTexts, language, key, params);
  const heading = t(HEADINGS[problem.status] ?? 'other');
  return {
    title: heading,
    hasErrors: true,
    status: problem.status,
    content: (
      <>
        <h1 class="govuk-heading-l">{heading}</h1>
        <p class="govuk-body">{problem.title}</p>
        {problem.errors.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t('places')}</h2>
            <ul class="govuk-list govuk-list--bullet">{problem.errors.map(({ message }) => <li>{message}</li>)}</ul>
          </>
        )}
        <h2 class="govuk-heading-m">{t('next')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {problem.status === 410 ? <li><a class="govuk-link zj-alone" href={localPath(language, '/sign-in')}>{t('signIn')}</a></li> : null}
          {LEADS_NOWHERE.has(problem.status) ? null : <li>{t('back')}</li>}
          <li><a class="govuk-link zj-alone" href={localPath(language, '/')}>{t('home')}</a></li>
          <li><a class="govuk-link zj-alone" href={localPath(language, '/help')}>{t('help')}</a></li>
        </ul>
        {problem.correlationId === '' ? null : <p class="govuk-body zj-quiet">{t('reference', { id: problem.correlationId })}</p>}
      </>
    ),
  };
}
