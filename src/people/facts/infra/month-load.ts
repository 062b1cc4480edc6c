import type { QueryRunner } from 'typeorm';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { copyLines, type Tx } from '../../../platform/database/index.js';
import type { RegistryPeople, RegistryPersonId } from '../../registry/index.js';
import type { Merged, Refused, TableLoad } from '../../../platform/sheets/index.js';
import type { BatchOrigin } from '../app/fact-load.js';
import { readInsuranceRow, readWageRow, type InsuranceKey, type InsuranceRow, type WageKey, type WageRow } from '../domain/month-rows.js';

/** Ids of people, found once for each person of a file and not once for each month. */
export class KnownPeople {
  private readonly ids = new Map<CitizenIdText, RegistryPersonId>();

  constructor(private readonly tx: Tx, private readonly people: RegistryPeople) {}

  async learn(rows: readonly { readonly citizenId: CitizenIdText }[]): Promise<void> {
    const missing = new Set<CitizenIdText>();
    for (const { citizenId } of rows) if (!this.ids.has(citizenId)) missing.add(citizenId);
    if (missing.size === 0) return;
    for (const [number, id] of await this.people.keep(this.tx, [...missing])) this.ids.set(number, id);
  }

  /** Of somebody who was learnt. */
  idOf(citizenId: CitizenIdText): RegistryPersonId {
    const id = this.ids.get(citizenId);
    if (id === undefined) throw new Error('a person of this row was not entered');
    return id;
  }
}

function queryRunnerOf(tx: Tx): QueryRunner {
  if (tx.queryRunner === undefined) throw new Error('a load runs inside a unit of work');
  return tx.queryRunner;
}

const CHUNK = 2_000;

/** Lines of COPY's text format in pieces. No value of a month row holds a sign that the format would have to escape. */
function* linesOf<R>(rows: readonly R[], lineOf: (row: R) => string): Generator<string, void, undefined> {
  for (let at = 0; at < rows.length; at += CHUNK) {
    let text = '';
    for (let index = at; index < Math.min(at + CHUNK, rows.length); index++) text += lineOf(rows[index] as R);
    yield text;
  }
}

/** Insurance months: a month of a fund at an employer is there or not, so a repeat is always unchanged. */
export async function insuranceLoad(tx: Tx, people: RegistryPeople, batch: BatchOrigin, lastMonth: number): Promise<TableLoad<InsuranceKey, InsuranceRow>> {
  const known = new KnownPeople(tx, people);
  await tx.query('CREATE TEMPORARY TABLE fact_stage (person bigint, month integer, kind text, employer_key text) ON COMMIT DROP');
  let staged = 0;
  return {
    read: (reader) => readInsuranceRow(reader, lastMonth),
    async stage(rows) {
      await known.learn(rows);
      staged += await copyLines(tx, 'COPY fact_stage FROM STDIN', linesOf(rows, ({ citizenId, month, kind, uscc }) => `${known.idOf(citizenId)}\t${month}\t${kind}\t${uscc}\n`));
    },
    async merge(): Promise<Merged<InsuranceKey>> {
      // In the order of people and months, so that the index grows at its end and pages are written once.
      const { affected } = await queryRunnerOf(tx).query(
        `INSERT INTO insurance_month (registry_person_id, month, kind, employer_key, batch_id) SELECT person, month, kind, employer_key, $1 FROM fact_stage ORDER BY person, month ON CONFLICT DO NOTHING`, [batch.id], true,
      );
      const accepted = affected ?? 0;
      return { accepted, unchanged: staged - accepted, rejected: [] };
    },
  };
}

/** Wages: a register that speaks of a later moment corrects the amount; one of an earlier moment is rejected by row. */
export async function wageLoad(tx: Tx, people: RegistryPeople, batch: BatchOrigin, lastMonth: number): Promise<TableLoad<WageKey, WageRow>> {
  const known = new KnownPeople(tx, people);
  await tx.query('CREATE TEMPORARY TABLE fact_stage (line integer, person bigint, month integer, uscc text, fen bigint) ON COMMIT DROP');
  let staged = 0;
  return {
    read: (reader) => readWageRow(reader, lastMonth),
    async stage(rows) {
      await known.learn(rows);
      staged += await copyLines(tx, 'COPY fact_stage FROM STDIN', linesOf(rows, ({ line, citizenId, month, uscc, fen }) => `${line}\t${known.idOf(citizenId)}\t${month}\t${uscc}\t${fen}\n`));
    },
    async merge(): Promise<Merged<WageKey>> {
      const rejected: Refused<WageKey>[] = [...(await contradictions(tx)), ...(await outdated(tx, batch.asOf))];
      const [{ accepted }] = await tx.query(
        `WITH written AS (INSERT INTO wage_month AS w (registry_person_id, month, uscc, fen, batch_id)
           SELECT DISTINCT ON (person, month, uscc) person, month, uscc, fen, $1::bigint FROM fact_stage ORDER BY person, month, uscc, line
           ON CONFLICT (registry_person_id, month, uscc) DO UPDATE SET fen = EXCLUDED.fen, batch_id = EXCLUDED.batch_id WHERE w.fen <> EXCLUDED.fen RETURNING 1)
         SELECT count(*)::integer AS accepted FROM written`, [batch.id],
      ) as [{ accepted: number }];
      return { accepted, unchanged: staged - accepted - rejected.length, rejected };
    },
  };
}

/** Two amounts of one person, month and employer in one file: the first stands, the others are named with its line. */
async function contradictions(tx: Tx): Promise<readonly Refused<WageKey>[]> {
  const rows = await tx.query(
    `WITH told AS (SELECT ctid AS place, line, fen, first_value(line) OVER w AS first_line, first_value(fen) OVER w AS first_fen FROM fact_stage WINDOW w AS (PARTITION BY person, month, uscc ORDER BY line)),
       removed AS (DELETE FROM fact_stage AS s USING told AS t WHERE s.ctid = t.place AND t.fen <> t.first_fen RETURNING s.line, t.first_line)
     SELECT line, first_line FROM removed ORDER BY line`,
  ) as { line: number; first_line: number }[];
  return rows.map(({ line, first_line }) => ({ line, column: 'wage', code: 'facts.row.contradicts_line', params: { line: first_line } }));
}

async function outdated(tx: Tx, asOf: Date): Promise<readonly Refused<WageKey>[]> {
  const rows = await tx.query(
    `WITH removed AS (DELETE FROM fact_stage AS s USING wage_month AS w JOIN fact_batch AS b ON b.id = w.batch_id
       WHERE w.registry_person_id = s.person AND w.month = s.month AND w.uscc = s.uscc AND w.fen <> s.fen AND b.as_of > $1 RETURNING s.line)
     SELECT line FROM removed ORDER BY line`, [asOf],
  ) as { line: number }[];
  return rows.map(({ line }) => ({ line, column: 'wage', code: 'facts.row.newer_known', params: {} }));
}
