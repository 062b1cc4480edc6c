import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, InsetText, NotificationBanner, TaskList, type PageContext, type PageView } from '../../../../ui/index.js';
import { EMPTY_DRAFT, type LevyDraft } from '../draft/draft.js';
import { taskStates } from '../draft/tasks.js';
import { startTexts, type StartText } from '../texts/start-texts.js';
import { ExampleForm, ExampleNote } from './example.js';

export type Notice = 'cleared' | 'dropped' | 'kept' | null;

/** What it needs, how long it takes, what becomes of the answers; then the tasks. */
export function startPage(context: PageContext, draft: LevyDraft, notice: Notice): PageView {
  const t = (key: StartText) => say(startTexts, context.variant, key);
  const states = taskStates(draft);
  const begun = draft !== EMPTY_DRAFT && Object.keys(draft).length > 0;
  const next = states.find(({ done, href }) => !done && href !== null)?.href ?? '/levy/statement';
  return {
    title: t('title'),
    content: (
      <>
        {notice === null ? null : <NotificationBanner text={t(notice)} />}
        <h1 class="govuk-heading-xl">{t('title')}</h1>
        <p class="govuk-body-l">{t('lead')}</p>
        <ExampleNote context={context} draft={draft} />
        <InsetText><p class="govuk-body">{t('trial')}</p></InsetText>
        <h2 class="govuk-heading-m">{t('before')}</h2>
        <ul class="govuk-list govuk-list--bullet">
          {(['need1', 'need2', 'need3', 'need4'] as const).map((key) => <li>{t(key)}</li>)}
        </ul>
        <p class="govuk-body">{t('time')}</p>
        <Button isStart href={context.href(next)}>{t(begun ? 'resume' : 'start')}</Button>
        {begun ? null : <ExampleForm context={context} />}
        <h2 class="govuk-heading-m" id="tasks">{t('tasks')}</h2>
        <TaskList
          idPrefix="task"
          items={states.map(({ key, done, href }) => ({
            title: t(`task.${key}`),
            ...(href === null ? {} : { href: context.href(href) }),
            ...(key === 'check' && !done ? { hint: t('task.checkHint') } : {}),
            ...(key === 'result' && href === null ? { hint: t('task.resultHint') } : {}),
            status: { tag: { content: t(done ? 'done' : 'open'), colour: done ? ('green' as const) : ('grey' as const) } },
          }))}
        />
        <h2 class="govuk-heading-m">{t('otherWays')}</h2>
        <ul class="zj-cards">
          <Way context={context} href="/levy/quick" name={t('quick')} text={t('quickText')} />
          <Way context={context} href="/levy/roster" name={t('roster')} text={t('rosterText')} />
          <Way context={context} href="/api" name={t('api')} text={t('apiText')} />
        </ul>
        <h2 class="govuk-heading-m">{t('privacyTitle')}</h2>
        <p class="govuk-body">{t('privacy')}</p>
        {begun ? <ClearForm context={context} /> : null}
      </>
    ),
  };
}

function Way({ context, href, name, text }: { readonly context: PageContext; readonly href: string; readonly name: string; readonly text: string }): VNode {
  return (
    <li class="zj-card">
      <h3 class="govuk-heading-s"><a class="govuk-link" href={context.href(href)}>{name}</a></h3>
      <p class="govuk-body">{text}</p>
    </li>
  );
}

/** Forgets the answers: the cookie is taken back at once. */
export function ClearForm({ context }: { readonly context: PageContext }): VNode {
  return (
    <form method="post" action={context.href('/levy/clear')} class="zj-noprint">
      <input type="hidden" name="_csrf" value={context.csrfToken()} />
      <Button class="govuk-button--secondary">{say(startTexts, context.variant, 'clear')}</Button>
    </form>
  );
}
