import { Button, ErrorSummary, Mixed, type PageContext, type PageView } from '../../../../ui/index.js';
import type { RosterHead } from '../../app/conclude-roster.js';
import { rosterPath } from '../paths.js';
import { Balance, Parts, tOf, type ResultView } from './frame.js';
import { Again, Notices } from './result-page.js';

/** Expired, deleted, replaced, or of another browser: all the same to whoever asks. */
export function gonePage(context: PageContext, minutes: number): PageView {
  const t = tOf(context);
  return {
    title: t('gone_title'),
    status: 404,
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('gone_title')}</h1>
        <p class="govuk-body">{t('gone_text', { minutes })}</p>
        <Button href={context.href('/levy/roster')}>{t('gone_again')}</Button>
      </>
    ),
  };
}

/** Asked once more before file and result are gone for good. */
export function deletePage(context: PageContext, id: string): PageView {
  const t = tOf(context);
  return {
    title: t('confirm_title'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('confirm_title')}</h1>
        <p class="govuk-body">{t('confirm_text')}</p>
        <form method="post" action={context.href(rosterPath('delete', id))}>
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          <div class="zj-actions">
            <Button class="govuk-button--warning" preventDoubleClick>{t('confirm_yes')}</Button>
            <a class="govuk-link zj-alone" href={context.href(rosterPath('status', id))}>{t('confirm_no')}</a>
          </div>
        </form>
      </>
    ),
  };
}

/** The file was read, and the case of the employer then gave no sum. */
export function failedPage(view: ResultView, head: RosterHead, sentences: readonly string[]): PageView {
  const { context } = view;
  const t = tOf(context);
  return {
    title: t('failed_title'),
    hasErrors: true,
    content: (
      <>
        <ErrorSummary title={t('failed_title')} errorList={sentences.map((sentence) => ({ content: <Mixed context={context}>{sentence}</Mixed> }))} />
        <Parts view={view} open="result" />
        <h1 class="govuk-heading-l">{t('failed_title')}</h1>
        <Balance view={view} />
        <Notices view={view} head={head} />
        <Again context={context} />
      </>
    ),
  };
}
