import { say } from '../../../kernel/texts.js';
import { Mixed, Tag, titleOf, type PageContext, type PageView } from '../../../ui/index.js';
import type { InboxMessage, InboxPage } from '../../app/inbox.js';
import { inboxTexts } from '../texts.js';

/** China's time to the minute; the same digits in both languages are read out well. */
const instantText = (instant: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(instant);

const sayer = (context: PageContext) => (key: keyof typeof inboxTexts.zh, params = {}) => say(inboxTexts, context.variant, key, params);

/** 我的消息 @param isFirst whether the list begins at the newest */
export function inboxPage(context: PageContext, { messages, unread, next }: InboxPage, isFirst: boolean): PageView {
  const t = sayer(context);
  return {
    title: t('title'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('title')}</h1>
        {messages.length === 0 ? <p class="govuk-body">{t('none')}</p> : (
          <>
            <p class="govuk-body">{t('unread', { unread })}</p>
            <ul class="govuk-list">
              {messages.map(({ id, subject, at, readAt }) => (
                <li class="govuk-!-margin-bottom-4">
                  <a class="govuk-link zj-alone" href={context.href(`/inbox/${id}`)}><Mixed context={context}>{subject}</Mixed></a>
                  {readAt === null ? <> <Tag colour="blue">{t('new')}</Tag></> : null}
                  <br /><span class="zj-quiet">{instantText(at)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {next === null ? null : <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/inbox?after=${next}`)}>{t('older')}</a></p>}
        {isFirst ? null : <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/inbox')}>{t('newest')}</a></p>}
      </>
    ),
  };
}

export function messagePage(context: PageContext, { subject, body, at, page }: InboxMessage): PageView {
  const t = sayer(context);
  return {
    title: titleOf(context, subject, t('message')),
    noIndex: true,
    back: { href: context.href('/inbox'), text: t('all') },
    content: (
      <>
        <h1 class="govuk-heading-l"><Mixed context={context}>{subject}</Mixed></h1>
        <p class="govuk-body zj-quiet">{t('sent', { at: instantText(at) })}</p>
        {body.split('\n').filter((line) => line !== '').map((line) => <p class="govuk-body"><Mixed context={context}>{line}</Mixed></p>)}
        {page !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(page)}>{t('openIt')}</a></p>}
      </>
    ),
  };
}
