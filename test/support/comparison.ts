import { randomUUID } from 'node:crypto';
import { citizenIdCheckSign, parseCitizenId, type CitizenIdText } from '../../src/kernel/ids/citizen-id.js';
import { localDate } from '../../src/kernel/local-date.js';
import { fen } from '../../src/kernel/money.js';
import { RegistryPeople } from '../../src/people/registry/index.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { BlindIndexes } from '../../src/platform/keys/index.js';
import { ALL_MONTHS } from '../../src/quota/counting/index.js';
import { LineRepository } from '../../src/quota/filing/infra/line.repository.js';
import type { LineContent } from '../../src/quota/filing/index.js';
import type { TestApp } from './app.js';
import { anEmployer, aUscc } from './employers.js';
import { managerOf } from './members.js';

let serial = 0;

/** Numbers of nobody, born in 1990 and later: area 999999 does not exist. */
export function aWorkerId(): string {
  serial += 1;
  const first17 = `999999199${Math.floor(serial / 500)}0307${String(500 + (serial % 500)).slice(-3)}`;
  return first17 + citizenIdCheckSign(first17);
}

const EVERYWHERE = { kind: 'region', prefix: '' } as const;

export type TestLine = Partial<LineContent> & { readonly citizenId?: string };

export type TestFiling = { readonly declarationId: string; readonly versionId: string; readonly employerId: string; readonly uscc: string; readonly lineIds: readonly string[]; readonly persons: readonly string[] };

export type FilingParts = { readonly regionCode?: string; readonly baseYear?: number; readonly state?: string; readonly uscc?: string; readonly name?: string; readonly deadline?: string | null; readonly staff?: number; readonly submittedAt?: string };

/** A contract of years, a wage, insurance of all months: everything that an employer can say. */
const CONTENT: LineContent = {
  name: '某人', certificate: '', certificateKind: 'disability', certificateGrade: 3, certificateFrom: localDate('2018-01-01'), certificateUntil: localDate('2028-01-01'), post: '装配工', postCategory: 'worker',
  contractKind: 'contract', contractStart: localDate('2020-01-01'), contractEnd: null, wage: fen(300_000n), pension: { known: ALL_MONTHS, yes: ALL_MONTHS }, medical: { known: ALL_MONTHS, yes: ALL_MONTHS },
  pensionDrawnFrom: null, residence: null, months: ALL_MONTHS, counts: 'own', otherUscc: null,
};

/** Id in the register of people, entered where it is new. */
export async function registered(app: TestApp, citizenId: string): Promise<string> {
  const parsed = parseCitizenId(citizenId);
  if (!parsed.ok) throw new Error(parsed.error);
  const kept = await app.app.nest.get(UnitOfWork).run((tx) => app.app.nest.get(RegistryPeople, { strict: false }).keep(tx, [parsed.value.text]));
  return kept.get(parsed.value.text as CitizenIdText) ?? '';
}

/** A filing that was handed in, past all rules of who may file and when. */
export async function aSubmittedFiling(app: TestApp, lines: readonly TestLine[], parts: FilingParts = {}): Promise<TestFiling> {
  const { regionCode = '370303', baseYear = 2025, state = 'submitted', uscc = aUscc(), name, deadline = '2026-10-31', staff = 100, submittedAt = '2026-05-06T02:00:00Z' } = parts;
  const employerId = await anEmployer(app, { regionCode, uscc, ...(name === undefined ? {} : { name }) });
  const [declarationId, versionId] = [randomUUID(), randomUUID()];
  await managerOf(app).query(
    `INSERT INTO declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at, deadline, submitted_at) VALUES ($1, $2, $3, $4, $5, 'native', $6, $8, $8, $7, $8)`,
    [declarationId, employerId, baseYear, baseYear + 1, regionCode, state, deadline, submittedAt],
  );
  await managerOf(app).query(
    `INSERT INTO filing_version (id, declaration_id, number, created_at, changed_at, submitted_at, monthly_staff, total_wages, judged_on) VALUES ($1, $2, 1, $3, $3, $3, $4, $5, '2026-05-06')`,
    [versionId, declarationId, submittedAt, Array.from({ length: 12 }, () => staff), String(staff * 8_000_000)],
  );
  const made: { readonly id: string; readonly person: string }[] = [];
  for (const line of lines) made.push(await aLine(app, versionId, line));
  return { declarationId, versionId, employerId, uscc, lineIds: made.map(({ id }) => id), persons: made.map(({ person }) => person) };
}

async function aLine(app: TestApp, versionId: string, { citizenId = aWorkerId(), ...over }: TestLine): Promise<{ readonly id: string; readonly person: string }> {
  const person = await registered(app, citizenId);
  const content = { ...CONTENT, ...over, certificate: over.certificate ?? `${citizenId}4${over.certificateGrade ?? CONTENT.certificateGrade}` };
  const sums = { counted: 12, weighted: 12, certain: 12, certainWeighted: 12 };
  const id = await app.app.nest.get(UnitOfWork).run((tx) => app.app.nest.get(LineRepository, { strict: false }).add(tx, EVERYWHERE, versionId, { registryPersonId: person, citizenId: citizenId as CitizenIdText, source: 'hand', sourceRow: null, content, sums }));
  return { id, person };
}

/** A batch of a register. @returns its id */
export async function aBatch(app: TestApp, kind: string, source: string, asOf: string = '2026-04-01T00:00:00Z'): Promise<string> {
  const [{ id }] = await managerOf(app).query(`INSERT INTO fact_batch (kind, source, as_of, received_at, digest, state) VALUES ($1, $2, $3, now(), $4, 'loaded') RETURNING id`, [kind, source, asOf, Buffer.from(randomUUID())]) as [{ id: string }];
  return id;
}

const monthsOf = (mask: number, baseYear: number): number[] => Array.from({ length: 12 }, (_, bit) => (mask & (1 << bit) ? [baseYear * 100 + bit + 1] : [])).flat();

export async function insured(app: TestApp, batch: string, person: string, uscc: string, mask: number = ALL_MONTHS, baseYear: number = 2025, kinds: readonly string[] = ['pension', 'medical']): Promise<void> {
  for (const kind of kinds) {
    await managerOf(app).query(`INSERT INTO insurance_month (registry_person_id, month, kind, employer_key, batch_id) SELECT $1, month, $2, $3, $4 FROM unnest($5::int[]) AS m (month)`, [person, kind, uscc, batch, monthsOf(mask, baseYear)]);
  }
}

export async function paid(app: TestApp, batch: string, person: string, uscc: string, yuan: number, mask: number = ALL_MONTHS, baseYear: number = 2025): Promise<void> {
  await managerOf(app).query(`INSERT INTO wage_month (registry_person_id, month, uscc, fen, batch_id) SELECT $1, month, $2, $3, $4 FROM unnest($5::int[]) AS m (month)`, [person, uscc, yuan * 100, batch, monthsOf(mask, baseYear)]);
}

export async function certified(app: TestApp, batch: string, person: string, grades: readonly (readonly [from: string, grade: number])[], over: { readonly firstIssuedOn?: string | null; readonly validUntil?: string | null; readonly category?: number } = {}): Promise<void> {
  const { firstIssuedOn = '2018-01-01', validUntil = '2028-01-01', category = 4 } = over;
  const [{ id }] = await managerOf(app).query(
    `INSERT INTO certificate_fact (registry_person_id, kind, number, number_index_a, category, first_issued_on, valid_until, source, batch_id, as_of) VALUES ($1, 'disability', 'sealed elsewhere', $6, $2, $3, $4, '持证登记', $5, now()) RETURNING id`,
    [person, category, firstIssuedOn, validUntil, batch, app.app.nest.get(BlindIndexes).of('certificate').indexOf(`${person} disability`)],
  ) as [{ id: string }];
  for (const [at, [from, grade]] of grades.entries()) {
    const next = grades[at + 1]?.[0];
    await managerOf(app).query(`INSERT INTO certificate_grade (certificate_id, grade, from_date, until_date, batch_id) VALUES ($1, $2, $3, $4::date - 1, $5)`, [id, grade, from, next ?? null, batch]);
  }
}

export async function covers(app: TestApp, batch: string, kind: string, regionPrefix: string, from: number = 202501, until: number = 202512): Promise<void> {
  await managerOf(app).query('INSERT INTO fact_coverage (kind, region_prefix, from_month, until_month, as_of, batch_id) VALUES ($1, $2, $3, $4, now(), $5)', [kind, regionPrefix, from, until, batch]);
}
