import { parseArgs } from 'node:util';
import { say } from '../../kernel/texts.js';
import { writeLine, type Command, type CommandIo } from '../../platform/cli/command.js';
import { readSettings } from '../../platform/config/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { openDataSource, UnitOfWork } from '../../platform/database/index.js';
import { openKeyRing, withDatabase } from '../../platform/startup/index.js';
import { SmsOutbox } from '../infra/sms-outbox.js';
import { smsCommandTexts } from './texts.js';

const MOST = 1_000;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function withOutbox<T>(io: CommandIo, work: (outbox: SmsOutbox, unitOfWork: UnitOfWork) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const outbox = new SmsOutbox(new FieldCipher(openKeyRing(settings, io.clock.now())));
  return withDatabase(settings, async ({ url }) => {
    const db = await openDataSource(url, [], settings);
    try {
      return await work(outbox, new UnitOfWork(db, {}));
    } finally {
      await db.destroy();
    }
  });
}

function most(args: readonly string[]): number | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { most: { type: 'string' } }, strict: true });
    const count = Number(values.most ?? 100);
    return Number.isInteger(count) && count >= 1 && count <= MOST ? count : null;
  } catch {
    return null;
  }
}

/** `zhujiu sms`. @returns 0; 2 for wrong usage */
export const run: Command = async ([act, ...args], io) => {
  const count = act === 'take' ? most(args) : null;
  if (count !== null) {
    const taken = await withOutbox(io, (outbox, unitOfWork) => unitOfWork.run((tx) => outbox.take(tx, count, io.clock.now())));
    for (const message of taken) await writeLine(io.stdout, JSON.stringify(message));
    return 0;
  }
  if (act === 'done' && args.length > 0 && args.every((id) => UUID.test(id))) {
    const settled = await withOutbox(io, (outbox, unitOfWork) => unitOfWork.run((tx) => outbox.settle(tx, args)));
    await writeLine(io.stdout, say(smsCommandTexts, io.language, 'sms.done', { count: settled }));
    return 0;
  }
  const asked = act === '--help';
  await writeLine(asked ? io.stdout : io.stderr, say(smsCommandTexts, io.language, 'sms.command.help'));
  return asked ? 0 : 2;
};
