import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DomainError } from '../../kernel/domain-error.js';
import { SETTINGS, type Settings } from '../../platform/config/index.js';

export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string };

/** The server will never take this one: another try would be the same. */
export class MailRefused extends DomainError {
  constructor(status: number) {
    super('messages.mail_refused', { status });
  }
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** Sends over SMTP. Its errors hold codes only: those of the protocol quote the address. */
@Injectable()
export class Mailer implements BeforeApplicationShutdown {
  private transport: Transporter | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  get isOn(): boolean {
    return this.settings.mail.smtpUrl !== null && this.settings.mail.from !== null;
  }

  /** The same id makes the same Message-ID, by which mail programs know a message that came twice. @throws MailRefused, DomainError `messages.mail_failed` */
  async send({ id, to, subject, text }: Mail): Promise<void> {
    const { from } = this.settings.mail;
    if (from === null) throw new DomainError('messages.mail_failed', { status: null });
    try {
      await this.open().sendMail({ from, to: { name: '', address: to }, subject, text, messageId: `<${id}@${domainOf(from)}>`, headers: { 'Auto-Submitted': 'auto-generated' } });
    } catch (error) {
      const status = (error as { readonly responseCode?: unknown }).responseCode;
      if (typeof status === 'number' && status >= 500) throw new MailRefused(status);
      throw new DomainError('messages.mail_failed', { status: typeof status === 'number' ? status : null });
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.transport?.close();
  }

  private open(): Transporter {
    const { smtpUrl } = this.settings.mail;
    if (smtpUrl === null) throw new DomainError('messages.mail_failed', { status: null });
    const url = new URL(smtpUrl);
    const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
    this.transport ??= createTransport({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || (url.protocol === 'smtps:' ? 465 : 587)),
      secure: url.protocol === 'smtps:',
      // Personal data crosses no network in clear; on this machine there is none to cross.
      requireTLS: url.protocol === 'smtp:' && !loopback,
      ignoreTLS: url.protocol === 'smtp:' && loopback,
      ...(url.username === '' ? {} : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
      connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS,
      disableFileAccess: true, disableUrlAccess: true,
    });
    return this.transport;
  }
}

const domainOf = (address: string): string => /@([^>\s]+)/.exec(address)?.[1] ?? 'zhujiu.invalid';
