import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { entities } from '../../../src/entities.js';
import { Inbox, SmsOutbox } from '../../../src/messages/index.js';
import { MessagesModule } from '../../../src/messages/messages.module.js';
import { ClockModule } from '../../../src/platform/clock/clock.module.js';
import { SettingsModule } from '../../../src/platform/config/index.js';
import { DatabaseModule, UnitOfWork } from '../../../src/platform/database/index.js';
import { deadLetters, JobsModule } from '../../../src/platform/jobs/index.js';
import { KeyRingModule } from '../../../src/platform/keys/index.js';
import { createLogger, LoggingModule } from '../../../src/platform/logging/index.js';
import { AddressBook, Messages, messageTemplate, type Addresses, type OutgoingMessage } from '../../../src/platform/messages/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { ringText } from '../../support/keys.js';
import { cleanEnvironment, startNode } from '../../support/processes.js';
import { startMailServer, type MailServer } from '../../support/mail-server.js';
import { testSettings } from '../../support/settings.js';

// The limit is there to end a hang, not to measure.
jest.setTimeout(120_000);

const NEWS = messageTemplate('test.news', {
  inInbox: true, goesOut: true,
  zh: { subject: '{what}有变化', body: '您的{what}有变化。' }, en: { subject: '{what} changed', body: 'Your {what} changed.' },
});
const CODE = messageTemplate('test.code', {
  inInbox: false, goesOut: true,
  zh: { subject: '验证码', body: '验证码是 {code}，请勿告诉别人。', sms: '助就验证码 {code}' }, en: { subject: 'Code', body: 'The code is {code}.' },
});
const LEADING = messageTemplate('test.leading', { inInbox: true, goesOut: true, page: '/filings/{id}', zh: { subject: '结果', body: '请登录查看。' }, en: { subject: 'Result', body: 'Sign in to see it.' } });
const QUIET = messageTemplate('test.quiet', { inInbox: true, goesOut: false, zh: { subject: '提醒', body: '提醒' }, en: { subject: 'Note', body: 'Note' } });

const [ANNE, BERT] = [randomUUID(), randomUUID()];
const MAIL = 'somebody@post.example';
const PHONE = '13900000000';

const known = new Map<string, Addresses>();

class TestBook extends AddressBook {
  async addressesOf(_tx: unknown, accountId: string): Promise<Addresses | null> {
    return known.get(accountId) ?? null;
  }
}

@Global()
@Module({ providers: [{ provide: AddressBook, useClass: TestBook }], exports: [AddressBook] })
class BookModule {}

let database: TestDatabase;
let mail: MailServer;
let app: INestApplicationContext;
let db: DataSource;

async function start(env: Readonly<Record<string, string>>): Promise<void> {
  const settings = testSettings({
    DATABASE_URL: database.url, ZHUJIU_KEYS: ringText({ id: 'test' }), ZHUJIU_ROLE: 'worker', ZHUJIU_JOB_POLL_MILLISECONDS: '100', ZHUJIU_JOB_MAX_ATTEMPTS: '3',
    ZHUJIU_SHUTDOWN_SECONDS: '2', ZHUJIU_LOG_LEVEL: 'silent', ZHUJIU_MAIL_FROM: 'zhujiu@gov.example', ...env,
  });
  const url = database.url;
  @Module({
    imports: [
      SettingsModule.forRoot(settings), LoggingModule.forRoot(createLogger(settings)), ClockModule, DatabaseModule.forRoot({ url, entities, constraintErrors: {} }),
      KeyRingModule.forRoot(settings, []), JobsModule.forRoot({ url }), BookModule, MessagesModule,
    ],
  })
  class MessagesApp {}
  app = await NestFactory.createApplicationContext(MessagesApp, { logger: ['fatal'], abortOnError: false });
  db = app.get(DataSource);
}

const enqueue = (message: OutgoingMessage): Promise<string> => app.get(UnitOfWork).run((tx) => app.get(Messages).enqueue(tx, message));
const state = async (id: string): Promise<string> => ((await db.query('SELECT state FROM message WHERE id = $1', [id])) as { state: string }[])[0]?.state ?? 'none';
async function settled(id: string): Promise<string> {
  while ((await state(id)) === 'waiting') await sleep(30);
  return state(id);
}
/** What a mail program shows. */
const plain = (raw: string): string => /base64/i.test(raw) ? Buffer.from(raw.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8') : raw;

beforeAll(async () => { mail = await startMailServer(); });
afterAll(() => mail.close());
beforeEach(async () => {
  database = await createTestDatabase();
  mail.received.length = 0;
  mail.refuse = null;
  known.clear();
  known.set(ANNE, { email: MAIL, phone: PHONE, language: 'zh' }).set(BERT, { email: null, phone: PHONE, language: 'en' });
});
afterEach(async () => {
  await app.close();
  await database.drop();
});

describe('a message', () => {
  it('goes out by mail in the language of the reader, once the transaction commits', async () => {
    await start({ ZHUJIU_SMTP_URL: mail.url });
    await expect(app.get(UnitOfWork).run(async (tx) => {
      await app.get(Messages).enqueue(tx, { to: { accountId: ANNE }, template: NEWS, params: { what: '住址' } });
      throw new Error('changed my mind');
    })).rejects.toThrow();
    const id = await enqueue({ to: { accountId: ANNE }, template: NEWS, params: { what: '电话' } });
    expect(await settled(id)).toBe('sent');
    expect(mail.received).toHaveLength(1);
    expect(mail.received[0]).toMatchObject({ from: 'zhujiu@gov.example', to: [MAIL] });
    expect(plain(mail.received[0]?.raw ?? '')).toContain('您的电话有变化。');
    expect(mail.received[0]?.raw).toContain(`Message-ID: <${id}@gov.example>`);
  });

  it('goes to an address that belongs to no account yet', async () => {
    await start({ ZHUJIU_SMTP_URL: mail.url });
    expect(await settled(await enqueue({ to: { address: { kind: 'email', value: 'new@post.example' }, language: 'en' }, template: CODE, params: { code: 'QX7' } }))).toBe('sent');
    expect(mail.received[0]).toMatchObject({ to: ['new@post.example'] });
    expect(mail.received[0]?.raw).toContain('The code is QX7.');
  });

  it('is tried again while the server is busy, and is a dead letter in the end, without an address in its error', async () => {
    await start({ ZHUJIU_SMTP_URL: mail.url });
    mail.refuse = 451;
    const id = await enqueue({ to: { accountId: ANNE }, template: NEWS, params: { what: 'x' } });
    const due = async (): Promise<unknown> => db.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL');
    const attempts = async (): Promise<number> => ((await db.query(
      `SELECT job.attempts FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = 'messages.deliver' AND job.locked_at IS NULL`,
    )) as { attempts: number }[])[0]?.attempts ?? 0;
    while ((await attempts()) < 2) await due().then(() => sleep(30));
    mail.refuse = null;
    await due();
    expect(await settled(id)).toBe('sent');
    expect(mail.received).toHaveLength(1);

    mail.refuse = 451;
    const lost = await enqueue({ to: { accountId: ANNE }, template: NEWS, params: { what: 'x' } });
    while ((await deadLetters(db, 5)).length === 0) await due().then(() => sleep(30));
    expect((await deadLetters(db, 5)).map(({ job, lastError }) => [job, lastError])).toEqual([['messages.deliver', expect.stringMatching(/messages\.mail_failed/)]]);
    expect(JSON.stringify(await db.query('SELECT * FROM graphile_worker._private_jobs'))).not.toContain('post.example');
    expect(await state(lost)).toBe('waiting');
  });

  it('is given up at once where the server never takes the address', async () => {
    await start({ ZHUJIU_SMTP_URL: mail.url });
    mail.refuse = 550;
    expect(await settled(await enqueue({ to: { accountId: ANNE }, template: NEWS, params: { what: 'x' } }))).toBe('refused');
    expect(await deadLetters(db, 5)).toEqual([]);
  });

  it('goes as a text message where there is no mail, for the gateway to take and settle', async () => {
    await start({ ZHUJIU_SMTP_URL: mail.url, ZHUJIU_SMS_OUTBOX: 'true' });
    const id = await enqueue({ to: { accountId: BERT }, template: NEWS, params: { what: 'address' } });
    expect(await settled(id)).toBe('sent');
    const sms = app.get(SmsOutbox);
    const run = app.get(UnitOfWork);
    const now = new Date();
    expect(await run.run((tx) => sms.take(tx, 10, now))).toEqual([{ id, phone: PHONE, body: 'Your address changed.' }]);
    expect(await run.run((tx) => sms.take(tx, 10, now))).toEqual([]);
    // A gateway that died with it in its hands is no end.
    expect(await run.run((tx) => sms.take(tx, 10, new Date(now.getTime() + 660_000)))).toHaveLength(1);
    expect(await run.run((tx) => sms.settle(tx, [id]))).toBe(1);
    expect(await run.run((tx) => sms.take(tx, 10, new Date(now.getTime() + 9e6)))).toEqual([]);
  });

  it('is handed to a gateway by the command', async () => {
    await start({ ZHUJIU_SMS_OUTBOX: 'true' });
    const id = await enqueue({ to: { accountId: BERT }, template: NEWS, params: { what: 'address' } });
    await settled(id);
    const command = async (...args: readonly string[]): Promise<{ code: number; output: string }> => {
      const child = startNode('src/cli.ts', ['--lang', 'en', 'sms', ...args], { env: cleanEnvironment({ DATABASE_URL: database.url }), account: null });
      const [code] = (await once(child.process, 'close')) as [number];
      return { code, output: child.output() };
    };
    expect(await command('take')).toEqual({ code: 0, output: `${JSON.stringify({ id, phone: PHONE, body: 'Your address changed.' })}\n` });
    expect(await command('take')).toEqual({ code: 0, output: '' });
    expect((await command('done', "'; --")).code).toBe(2);
    expect(await command('done', id)).toEqual({ code: 0, output: '1 text messages are settled.\n' });
  });

  it('says below its words where its page is, with the address of the service, in the language of the reader', async () => {
    await start({ ZHUJIU_SMTP_URL: mail.url, ZHUJIU_SMS_OUTBOX: 'true', ZHUJIU_PUBLIC_URL: 'https://zhujiu.example' });
    expect(await settled(await enqueue({ to: { accountId: ANNE }, template: LEADING, params: { id: '7' } }))).toBe('sent');
    expect(mail.received[0]?.raw).toContain('\r\nhttps://zhujiu.example/filings/7\r\n');
    const id = await enqueue({ to: { accountId: BERT }, template: LEADING, params: { id: '7' } });
    expect(await settled(id)).toBe('sent');
    expect(await app.get(UnitOfWork).run((tx) => app.get(SmsOutbox).take(tx, 10, new Date()))).toEqual([{ id, phone: PHONE, body: 'Sign in to see it.\nhttps://zhujiu.example/en/filings/7' }]);
  });

  it('is unreachable where nothing leads to the reader', async () => {
    await start({});
    expect(await settled(await enqueue({ to: { accountId: ANNE }, template: NEWS, params: { what: 'x' } }))).toBe('unreachable');
    expect(await settled(await enqueue({ to: { accountId: randomUUID() }, template: NEWS, params: { what: 'x' } }))).toBe('unreachable');
  });

  it('stands nowhere in clear: neither address nor params, in no table', async () => {
    await start({ ZHUJIU_SMS_OUTBOX: 'true' });
    const ids = [
      await enqueue({ to: { address: { kind: 'phone', value: PHONE }, language: 'zh' }, template: CODE, params: { code: 'QX7-SECRET' } }),
      await enqueue({ to: { accountId: BERT }, template: NEWS, params: { what: 'PERSONAL-WORD' } }),
    ];
    for (const id of ids) expect(await settled(id)).toBe('sent');
    for (const table of ['message', 'sms_outbox', 'graphile_worker._private_jobs']) {
      const all = JSON.stringify(await db.query(`SELECT * FROM ${table}`));
      for (const clear of [PHONE, MAIL, 'QX7', 'PERSONAL-WORD']) expect(all).not.toContain(clear);
    }
  });
});

describe('the inbox', () => {
  it('shows an account its own messages in its language, newest first, by pages, and none of a code', async () => {
    await start({});
    const ids: string[] = [];
    for (let n = 0; n < 23; n += 1) ids.unshift(await enqueue({ to: { accountId: ANNE }, template: NEWS, params: { what: `第${n}项` } }));
    await enqueue({ to: { accountId: ANNE }, template: CODE, params: { code: 'Q' } });
    await enqueue({ to: { accountId: BERT }, template: QUIET, params: {} });
    const inbox = app.get(Inbox);
    const first = await inbox.list(ANNE, 'zh', null);
    expect(first.messages.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    expect(first).toMatchObject({ unread: 23, messages: expect.arrayContaining([expect.objectContaining({ subject: '第22项有变化', body: '您的第22项有变化。' })]) });
    const second = await inbox.list(ANNE, 'en', first.next);
    expect(second.messages.map(({ id }) => id)).toEqual(ids.slice(20));
    expect(second.next).toBeNull();
    expect(second.messages[0]?.body).toBe('Your 第2项 changed.');
  });

  it('opens a message of the account and marks it read; another account’s is not there', async () => {
    await start({});
    const id = await enqueue({ to: { accountId: ANNE }, template: QUIET, params: {} });
    expect(await state(id)).toBe('kept');
    const inbox = app.get(Inbox);
    await expect(inbox.open(BERT, 'zh', id)).rejects.toMatchObject({ code: 'messages.not_found' });
    await expect(inbox.open(ANNE, 'zh', 'x')).rejects.toMatchObject({ code: 'messages.not_found' });
    expect((await inbox.list(ANNE, 'zh', null)).unread).toBe(1);
    expect(await inbox.open(ANNE, 'zh', id)).toMatchObject({ subject: '提醒' });
    expect((await inbox.list(ANNE, 'zh', null)).unread).toBe(0);
    expect((await inbox.list(BERT, 'zh', id)).messages).toEqual([]);
  });
});
