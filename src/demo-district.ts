import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { buildApp } from './build-app.js';
import { Actors, certificateRegister, DistrictClock, insuranceRegister, MakeDistrict, planDistrict, taxRegister, wageRegister, type World } from './demo/district/index.js';
import { say } from './kernel/texts.js';
import { AcceptInvitation, InviteMember } from './members/index.js';
import { demoTexts } from './demo/index.js';
import type { Command } from './platform/cli/command.js';
import { readSettings } from './platform/config/index.js';
import { UnitOfWork } from './platform/database/index.js';
import { Outbox, queueCounts } from './platform/jobs/index.js';
import { createLogger } from './platform/logging/index.js';
import { runProcess } from './platform/process/run-process.js';
import { seedDemo } from './platform/demo/index.js';
import { openDatabase } from './platform/startup/index.js';
import { putDemo } from './put-demo.js';
import { run as importEmployers } from './quota/employers/cli/employers.command.js';
import { PASS_DEADLINE } from './quota/filing/index.js';
import { run as importFacts } from './people/facts/cli/facts.command.js';
import { OpenSession } from './sign-in/index.js';

const MOST_EMPLOYERS = 3_000;
const SEED = 20_251_122;

/** `--employers 60` makes a smaller one, with fewer of everything. Null where the words are others. */
function employersWanted(words: readonly string[]): number | null {
  if (words.length === 0) return MOST_EMPLOYERS;
  const count = words.length === 2 && words[0] === '--employers' && /^\d{1,4}$/.test(words[1] ?? '') ? Number(words[1]) : 0;
  return count >= 1 && count <= MOST_EMPLOYERS ? count : null;
}

const tell = (line: string): void => { process.stdout.write(`${line}\n`); };

/** Says why nothing is done, and ends. */
function refuse(why: 'demo.district.refused' | 'demo.district.there' | 'demo.district.words'): void {
  tell(`${say(demoTexts, 'zh', why)}\n${say(demoTexts, 'en', why)}`);
  process.kill(process.pid, 'SIGTERM');
}

/** `npm run demo:district`: fills the embedded database with a made-up district; on a DATABASE_URL database it does nothing. */
runProcess(async ({ onStop }) => {
  const count = employersWanted(process.argv.slice(2));
  if (count === null) return refuse('demo.district.words');
  const given = readSettings();
  if (given.database.url !== null || !given.demo.enabled) {
    return refuse('demo.district.refused');
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-district-'));
  onStop(async () => rmSync(folder, { recursive: true, force: true }));
  const settings = { ...given, role: 'all' as const, server: { ...given.server, port: 0 } };
  const clock = new DistrictClock();
  const database = await openDatabase(settings);
  onStop(() => database.stop());
  const app = await buildApp({ settings, logger: createLogger(settings), databaseUrl: database.url, clock });
  onStop(() => app.close());
  await putDemo(app.nest, database, given, tell);
  await new Promise<void>((resolve) => { app.server.listen(0, '127.0.0.1', resolve); });
  const origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const [db, unitOfWork] = [app.nest.get(DataSource), app.nest.get(UnitOfWork, { strict: false })];
  // Marked before it is made: one that was cut off cannot be gone on with either.
  const isNew = (await seedDemo(database, given, unitOfWork, [{ name: 'district', seed: async () => undefined }])).length > 0;
  if (!isNew) return refuse('demo.district.there');
  const district = planDistrict(count, SEED);

  const load = async (command: Command, name: string, text: string, words: (file: string) => readonly string[]): Promise<void> => {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    const io = { stdin: new PassThrough(), stdout: new PassThrough().resume(), stderr: process.stderr, clock, language: 'zh' } as const;
    if ((await command(words(file), io)) !== 0) throw new Error(`${name} was not loaded`);
  };

  const world: World = {
    clock, tell,
    actors: new Actors(unitOfWork, app.nest.get(InviteMember, { strict: false }), app.nest.get(AcceptInvitation, { strict: false }), app.nest.get(OpenSession, { strict: false }), origin),
    // The demo that a first start brings has one already.
    federation: async () => {
      const [row]: { id: string }[] = await db.query(`SELECT id FROM organisation WHERE kind = 'federation' AND name = $1`, [say(demoTexts, 'zh', 'demo.federation')]);
      if (row === undefined) throw new Error('the demo has no federation');
      return row.id;
    },
    employers: async (asOf) => {
      await load(importEmployers, 'employers.csv', taxRegister(district), (file) => ['import', file, '--source', '演示税务登记名单', '--as-of', asOf]);
      const rows: { uscc: string; id: string }[] = await db.query('SELECT uscc, id FROM employer WHERE uscc = ANY ($1)', [district.employers.map(({ uscc }) => uscc)]);
      return new Map(rows.map(({ uscc, id }) => [uscc, id]));
    },
    facts: async (asOf, known) => {
      const months = `${Math.floor(known.from / 100)}-01..${Math.floor(known.until / 100)}-12`;
      const from = (kind: string, register: string) => (file: string): readonly string[] => ['import', kind, file, '--source', `演示${register}登记`, '--as-of', asOf, '--covers', `100000:${months}`];
      await load(importFacts, `disability-${known.from}.csv`, certificateRegister(district), from('disability', '残疾人证'));
      await load(importFacts, `insurance-${known.from}.csv`, insuranceRegister(district, known), from('insurance', '社会保险'));
      await load(importFacts, `wage-${known.from}.csv`, wageRegister(district, known), from('wage', '工资'));
    },
    settled: async () => {
      for (;;) {
        const counts = await queueCounts(db);
        if (counts.every(({ waiting, running }) => waiting + running === 0)) return;
        await sleep(200);
      }
    },
    passDeadline: async () => {
      await unitOfWork.run((tx) => app.nest.get(Outbox, { strict: false }).enqueue(tx, PASS_DEADLINE, null));
      await world.settled();
    },
  };
  await new MakeDistrict(world, district).run();
  const stands: { year: number; state: string; count: number }[] = await db.query('SELECT base_year AS year, state, count(*)::int AS count FROM declaration GROUP BY 1, 2 ORDER BY 1, 2');
  for (const { year, state, count: filings } of stands) tell(`${year} ${state}: ${filings}`);
  tell(`${say(demoTexts, 'zh', 'demo.district.made', { count })}\n${say(demoTexts, 'en', 'demo.district.made', { count })}`);
  process.kill(process.pid, 'SIGTERM');
});
