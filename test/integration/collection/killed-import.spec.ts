import { startTestApp } from '../../support/app.js';
import { aBatch, aDetermination } from '../../support/collection.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { KillableService } from '../../support/killable.js';
import { managerOf, signedInAs } from '../../support/members.js';

// Real processes on whatever machine: the limits are there to end a hang, not to measure.
jest.setTimeout(240_000);
const BUILD_MS = 300_000;
const RECORDS = 400;

let service: KillableService;
let database: TestDatabase;
let bearer = '';
let text = '';
let assessmentId = '';

beforeAll(async () => {
  database = await createTestDatabase();
  service = KillableService.ship(database.url);
  const app = await startTestApp({ DATABASE_URL: database.url });
  bearer = (await signedInAs(app, { role: 'tax_liaison' })).bearer;
  const made = await aDetermination(app);
  assessmentId = made.assessmentId;
  const [row] = await managerOf(app).query('SELECT uscc FROM employer WHERE id = $1', [made.employerId]) as { uscc: string }[];
  const common = { uscc: row?.uscc, baseYear: 2025, on: '2026-09-10' };
  text = aBatch({ batch: 'killed', records: [
    { kind: 'declaration', record: 'K-0', ...common, due: '4000000.00', relief: '0.00', payable: '4000000.00' },
    ...Array.from({ length: RECORDS }, (_, at) => ({ kind: 'payment', record: `K-${at + 1}`, ...common, amount: '10000.00' })),
    { kind: 'payment', record: 'K-wrong', ...common, amount: 'x' },
  ] });
  await app.close();
}, BUILD_MS);
afterEach(() => service.end());
afterAll(async () => {
  await database.drop();
  service.remove();
});

async function send(origin: string): Promise<{ readonly status: number; readonly body: Readonly<Record<string, unknown>> }> {
  const form = new FormData();
  form.set('file', new Blob([text]), 'batch.jsonl');
  const answer = await fetch(`${origin}/api/v1/tax/imports`, { method: 'POST', headers: { Authorization: bearer }, body: form });
  return { status: answer.status, body: await answer.json() as Readonly<Record<string, unknown>> };
}

async function effects(): Promise<Readonly<Record<string, unknown>>> {
  const client = await service.connected();
  const { rows: [row] } = await client.query<Record<string, unknown>>(
    `SELECT (SELECT count(*) FROM collection_record)::int AS records, (SELECT count(*) FROM exchange_import)::int AS imports, (SELECT count(*) FROM exchange_rejection)::int AS rejections,
       (SELECT state FROM assessment WHERE id = $1) AS state, (SELECT count(*) FROM assessment_step WHERE assessment_id = $1)::int AS steps,
       (SELECT count(*) FROM audit_entry WHERE act = 'collection.batch.receive')::int AS told`, [assessmentId]);
  return row ?? {};
}

const NOTHING = { records: 0, imports: 0, rejections: 0, state: 'pending', steps: 1, told: 0 };

describe('a service that is killed while it takes a batch leaves nothing of it', () => {
  it.each([
    ['exchange_import', 'BEFORE INSERT'], ['collection_record', 'BEFORE INSERT'], ['exchange_rejection', 'BEFORE INSERT'], ['assessment', 'BEFORE UPDATE'], ['assessment_step', 'BEFORE INSERT'], ['audit_entry', 'BEFORE INSERT'],
  ])('at %s (%s)', async (table, when) => {
    const { origin, child } = await service.serve();
    const open = await service.gateAt(table, when);
    const lost = send(origin).catch((error: Error) => error.message);
    await service.reached();
    await child.end('SIGKILL');
    expect(await lost).toMatch(/fetch failed|terminated|socket/);
    await open();
    expect(await effects()).toEqual(NOTHING);
  });
});

it('sent again it is taken whole, and once more changes nothing', async () => {
  const { origin } = await service.serve();
  const first = await send(origin);
  expect(first).toMatchObject({ status: 201, body: { rowsIn: RECORDS + 2, accepted: RECORDS + 1, unchanged: 0, rejected: 1, repeated: false } });
  const after = await effects();
  expect(after).toEqual({ records: RECORDS + 1, imports: 1, rejections: 1, state: 'settled', steps: 4, told: 1 });
  expect(await send(origin)).toMatchObject({ status: 201, body: { repeated: true } });
  expect(await effects()).toEqual(after);
});
