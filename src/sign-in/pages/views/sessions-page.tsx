import { say } from '../../../kernel/texts.js';
import { Button, NotificationBanner, SummaryList, type PageContext, type PageView } from '../../../ui/index.js';
import type { OwnSession } from '../../app/own-sessions.js';
import { accountTexts } from '../texts/account-texts.js';
import { instantText } from './instant.js';
import { Form } from './parts.js';

export type SessionsState = { readonly sessions: readonly OwnSession[]; readonly ended: boolean };

/** 我的登录 */
export function sessionsPage(context: PageContext, { sessions, ended }: SessionsState): PageView {
  const t = (key: keyof typeof accountTexts.zh, params = {}) => say(accountTexts, context.variant, key, params);
  const others = sessions.filter(({ isThis }) => !isThis);
  return {
    title: t('sessions'),
    back: { href: context.href('/account'), text: t('account') },
    noIndex: true,
    content: (
      <>
        {ended && <NotificationBanner type="success" title={t('ended')}><p class="govuk-body">{t('endedText')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('sessions')}</h1>
        <p class="govuk-body">{t('sessionsText')}</p>
        <ul class="govuk-list zj-sessions">
          {sessions.map((session) => {
            const opened = instantText(session.openedAt);
            return (
              <li>
                <h2 class="govuk-heading-s">{session.device}{session.kind === 'bearer' ? t('bearer') : ''}{session.isThis ? ` · ${t('thisOne')}` : ''}</h2>
                <SummaryList
                  rows={[
                    { key: t('method'), value: t(session.method) },
                    { key: t('opened'), value: opened },
                    { key: t('seen'), value: instantText(session.seenAt) },
                    { key: t('ends'), value: instantText(session.endsAt) },
                  ]}
                />
                {!session.isThis && (
                  <Form context={context} action="/account/sessions/end">
                    <input type="hidden" name="session" value={session.id} />
                    <Button class="govuk-button--secondary" attributes={{ 'aria-label': t('endOf', { device: session.device, opened }) }}>{t('end')}</Button>
                  </Form>
                )}
              </li>
            );
          })}
        </ul>
        {others.length > 1 && <Form context={context} action="/account/sessions/end-others"><Button class="govuk-button--secondary">{t('endOthers')}</Button></Form>}
        <Form context={context} action="/sign-in/out"><Button>{t('signOut')}</Button></Form>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/account/password')}>{t('changePassword')}</a></p>
      </>
    ),
  };
}
