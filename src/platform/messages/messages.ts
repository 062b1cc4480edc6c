import type { TextParams } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import type { Tx } from '../database/index.js';
import type { MessageTemplate } from './message-template.js';

/** To an account, by whatever address it has when the message goes out; or to an address that belongs to none yet. */
export type MessageRecipient =
  | { readonly accountId: string }
  | { readonly address: { readonly kind: 'email' | 'phone'; readonly value: string }; readonly language: Language };

export type OutgoingMessage = { readonly to: MessageRecipient; readonly template: MessageTemplate; readonly params: TextParams };

/** How rooms tell people something. Params and address are sealed; jobs and logs hold the message's id only. */
export abstract class Messages {
  /** Keeps the message with the caller's transaction; it goes out after the commit. @returns its id */
  abstract enqueue(tx: Tx, message: OutgoingMessage): Promise<string>;
}

export type Addresses = { readonly email: string | null; readonly phone: string | null; readonly language: Language };

/** Who knows the addresses of accounts. Asked at the moment of sending, so that a changed address counts. */
export abstract class AddressBook {
  /** Verified addresses in clear; null for an account that is not there or may no longer be written to. */
  abstract addressesOf(tx: Tx, accountId: string): Promise<Addresses | null>;
}
