export { declaredTemplates, messageTemplate, templateNamed, type MessageTemplate, type MessageWords } from './message-template.js';
export { AddressBook, Messages, type Addresses, type MessageRecipient, type OutgoingMessage } from './messages.js';
