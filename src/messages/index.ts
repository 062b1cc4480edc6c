export { Inbox, type InboxMessage, type InboxPage } from './app/inbox.js';
export { SmsOutbox, type TextMessage } from './infra/sms-outbox.js';
export { messagesErrorTexts } from './texts.js';
