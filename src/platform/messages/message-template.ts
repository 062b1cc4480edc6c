import type { Text } from '../../kernel/texts.js';

/** The words of a message in one language. `sms` is what goes by text message; without it the body does. */
export type MessageWords = { readonly subject: Text; readonly body: Text; readonly sms?: Text };

export type MessageTemplate = {
  readonly name: string;
  /** Whether it stands in the inbox of the account too; a message with a code or a link that lets somebody in does not. */
  readonly inInbox: boolean;
  /** Whether it goes out by e-mail or text message; else it waits in the inbox. */
  readonly goesOut: boolean;
  /** The page of this service that it leads to, filled from the params: `/employers/{id}`. The words themselves name no address. */
  readonly page?: string;
  readonly zh: MessageWords;
  /** 易读, for what disabled people are told; in the inbox alone. */
  readonly easy?: MessageWords;
  readonly en: MessageWords;
};

const declared = new Map<string, MessageTemplate>();

/**
 * Declares what a room tells people: `messageTemplate('sign-in.reset', { inInbox: false, goesOut: true, zh: …, en: … })`.
 * Texts are plain; the placeholders are filled from the params of the message.
 */
export function messageTemplate(name: string, template: Omit<MessageTemplate, 'name'>): MessageTemplate {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9_-]*)+$/.test(name)) throw new RangeError(`a template's name reads room.what, not "${name}"`);
  if (declared.has(name)) throw new RangeError(`the message template "${name}" is declared twice`);
  const made = { name, ...template };
  declared.set(name, made);
  return made;
}

/** Null for a template that this program no longer knows. */
export const templateNamed = (name: string): MessageTemplate | null => declared.get(name) ?? null;

export const declaredTemplates = (): readonly MessageTemplate[] => [...declared.values()];
