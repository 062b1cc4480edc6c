import { randomUUID } from 'node:crypto';
import type { FieldCipher } from '../../../platform/crypto/index.js';
import { copyLines, copyValue, type Tx } from '../../../platform/database/index.js';
import type { BlindIndexes } from '../../../platform/keys/index.js';
import type { Merged, Refused, TableLoad } from '../../../platform/sheets/index.js';
import { nameKey } from '../domain/name-key.js';
import { readTaxRegisterRow, type TaxRegisterKey, type TaxRegisterRow, type TaxRegisterRules } from '../domain/tax-register-row.js';
import { ContactSeals } from './contact-seals.js';

export type TaxRegisterOrigin = { readonly importId: string; readonly asOf: Date; /** The day of which the list speaks, as the history tells it. */ readonly asOfDay: string; readonly at: Date };

/** One employer of the list: where it will be, and whether its contact changes. */
type Staged = { readonly row: TaxRegisterRow; readonly employerId: string; readonly isNew: boolean; readonly contactChanges: boolean };

type Known = { id: string; uscc: string; contact_id: string | null; name: string | null; phone: string | null };

const CHUNK = 1_000;

const STAGE = `CREATE TEMPORARY TABLE employer_stage (line integer, employer_id uuid, is_new boolean, contact_changes boolean, uscc text, name text, name_key text, kind text, region_code text,
  registered_on date, industry text, state_owned boolean, establishment_size integer, establishment_level text, is_school boolean, changed boolean DEFAULT false) ON COMMIT DROP`;
const STAGE_COLUMNS = 'line, employer_id, is_new, contact_changes, uscc, name, name_key, kind, region_code, registered_on, industry, state_owned, establishment_size, establishment_level, is_school';
const CONTACTS = 'CREATE TEMPORARY TABLE contact_stage (id uuid, employer_id uuid, name text, phone text, phone_index_a text, phone_index_b text) ON COMMIT DROP';

/** What the list says, where it says anything, differs from what is known. */
const DIFFERS = `(o.name, e.kind, e.tax_region_code) IS DISTINCT FROM (s.name, s.kind, s.region_code)
  OR (s.registered_on IS NOT NULL AND s.registered_on IS DISTINCT FROM e.registered_on) OR (s.industry IS NOT NULL AND s.industry IS DISTINCT FROM e.industry)
  OR (s.state_owned IS NOT NULL AND s.state_owned IS DISTINCT FROM e.state_owned) OR (s.establishment_size IS NOT NULL AND s.establishment_size IS DISTINCT FROM e.establishment_size)
  OR (s.establishment_level IS NOT NULL AND s.establishment_level IS DISTINCT FROM e.establishment_level) OR (s.is_school IS NOT NULL AND s.is_school IS DISTINCT FROM e.is_school)`;

/** Each field with what is known and what the list says. */
const FIELDS = `(VALUES
    ('name', o.name, s.name), ('kind', e.kind, s.kind), ('taxRegionCode', e.tax_region_code, s.region_code), ('registeredOn', e.registered_on::text, s.registered_on::text), ('industry', e.industry, s.industry),
    ('stateOwned', e.state_owned::text, s.state_owned::text), ('establishmentSize', e.establishment_size::text, s.establishment_size::text), ('establishmentLevel', e.establishment_level, s.establishment_level), ('isSchool', e.is_school::text, s.is_school::text)
  ) AS v (field, before, after)`;

const KNOWN = 'employer_stage AS s JOIN employer AS e ON e.id = s.employer_id JOIN organisation AS o ON o.id = e.id';

/** Loads a list of the tax register by set. Rows of other regions were rejected before, so no scope stands in the statements. */
export async function taxRegisterLoad(tx: Tx, cipher: FieldCipher, indexes: BlindIndexes, origin: TaxRegisterOrigin, rules: TaxRegisterRules): Promise<TableLoad<TaxRegisterKey, TaxRegisterRow>> {
  await tx.query(STAGE);
  await tx.query(CONTACTS);
  const seals = new ContactSeals(cipher, indexes);
  const ids = new Map<string, string>();
  let staged = 0;
  return {
    read: (reader) => readTaxRegisterRow(reader, rules),
    async stage(rows) {
      staged += rows.length;
      const known = new Map((await knownEmployers(tx, rows.map(({ uscc }) => uscc))).map((employer) => [employer.uscc, employer]));
      const contacts: string[] = [];
      const ready = rows.map((row): Staged => {
        const before = known.get(row.uscc);
        const employerId = before?.id ?? ids.get(row.uscc) ?? randomUUID();
        const isNew = before === undefined;
        if (isNew) ids.set(row.uscc, employerId);
        const contactChanges = (row.representative !== null || row.phone !== null) && (before === undefined || !seals.isSame(before, row));
        if (contactChanges) contacts.push(seals.lineOf(employerId, row));
        return { row, employerId, isNew, contactChanges };
      });
      await copyLines(tx, `COPY employer_stage (${STAGE_COLUMNS}) FROM STDIN`, inChunks(ready.map(lineOf)));
      await copyLines(tx, 'COPY contact_stage FROM STDIN', inChunks(contacts));
    },
    async merge(): Promise<Merged<TaxRegisterKey>> {
      await keepTowns(tx);
      const rejected = [...(await contradictions(tx)), ...(await foreign(tx, rules.regionPrefix)), ...(await outdated(tx, origin.asOf))];
      await dropRepeats(tx);
      await tx.query(`UPDATE employer_stage SET changed = true WHERE line IN (SELECT s.line FROM ${KNOWN} WHERE NOT s.is_new AND (${DIFFERS}))`);
      const [{ accepted }] = await tx.query('SELECT count(*)::integer AS accepted FROM employer_stage WHERE is_new OR changed OR contact_changes') as [{ accepted: number }];
      await write(tx, origin);
      return { accepted, unchanged: staged - accepted - rejected.length, rejected };
    },
  };
}

const lineOf = ({ row, employerId, isNew, contactChanges }: Staged): string => `${[
  row.line, employerId, isNew, contactChanges, row.uscc, row.name, nameKey(row.name), row.kind, row.taxRegionCode, row.registeredOn, row.industry, row.stateOwned, row.establishmentSize, row.establishmentLevel, row.isSchool,
].map(copyValue).join('\t')}\n`;

function* inChunks(lines: readonly string[]): Generator<string, void, undefined> {
  for (let at = 0; at < lines.length; at += CHUNK) yield lines.slice(at, at + CHUNK).join('');
}

const knownEmployers = (tx: Tx, codes: readonly string[]): Promise<Known[]> => tx.query(
  `SELECT e.id, e.uscc, c.id AS contact_id, c.name, c.phone FROM employer AS e LEFT JOIN employer_contact AS c ON c.employer_id = e.id AND c.role = 'legal_representative'
   WHERE e.uscc = ANY ($1) AND e.status <> 'refused'`, [codes],
) as Promise<Known[]>;

/** Columns of the stage, and what the list calls them. */
const CONTENT_KEYS = {
  name: 'name', kind: 'kind', region_code: 'region', registered_on: 'registeredOn', industry: 'industry', state_owned: 'stateOwned', establishment_size: 'establishmentSize', establishment_level: 'establishmentLevel',
  is_school: 'isSchool',
} as const satisfies Readonly<Record<string, TaxRegisterKey>>;
/** The first thing that a row says otherwise than the first row of the same window. */
const FIRST_DIFFERENCE = `CASE ${Object.entries(CONTENT_KEYS).map(([column, key]) => `WHEN ${column} IS DISTINCT FROM first_value(${column}) OVER w THEN '${key}'`).join(' ')} END`;

/** A list that names the county alone does not take an employer out of its town. */
const keepTowns = (tx: Tx): Promise<unknown> => tx.query(
  `UPDATE employer_stage AS s SET region_code = e.tax_region_code FROM employer AS e WHERE e.id = s.employer_id AND NOT s.is_new AND e.tax_region_code <> s.region_code AND starts_with(e.tax_region_code, s.region_code)`,
);

/** Two rows of one code that say different things: the first stands, the others are named with its line. */
async function contradictions(tx: Tx): Promise<readonly Refused<TaxRegisterKey>[]> {
  const rows = await tx.query(
    `WITH told AS (SELECT ctid AS place, first_value(line) OVER w AS first_line, ${FIRST_DIFFERENCE} AS differs FROM employer_stage WINDOW w AS (PARTITION BY uscc ORDER BY line)),
       removed AS (DELETE FROM employer_stage AS s USING told AS t WHERE s.ctid = t.place AND t.differs IS NOT NULL RETURNING s.line, t.first_line, t.differs)
     SELECT line, first_line, differs FROM removed ORDER BY line`,
  ) as { line: number; first_line: number; differs: TaxRegisterKey }[];
  return rows.map(({ line, first_line, differs }) => ({ line, column: differs, code: 'employers.row.contradicts_line', params: { line: first_line } }));
}

/** Whoever lists an employer of another region does not move it: the federation above both does. */
async function foreign(tx: Tx, regionPrefix: string): Promise<readonly Refused<TaxRegisterKey>[]> {
  const rows = await tx.query(
    `WITH removed AS (DELETE FROM employer_stage WHERE line IN (SELECT s.line FROM ${KNOWN} WHERE NOT s.is_new AND NOT starts_with(o.region_code, $1)) RETURNING line) SELECT line FROM removed ORDER BY line`, [regionPrefix],
  ) as { line: number }[];
  return rows.map(({ line }) => ({ line, column: 'uscc', code: 'employers.row.belongs_elsewhere', params: {} }));
}

/** What a later list has told stands, and so does what an officer has corrected behind the day of this list. */
async function outdated(tx: Tx, asOf: Date): Promise<readonly Refused<TaxRegisterKey>[]> {
  const corrected = `EXISTS (SELECT FROM employer_change AS c WHERE c.employer_id = e.id AND c.field = v.field AND c.import_id IS NULL AND c.recorded_at > $1)`;
  const rows = await tx.query(
    `WITH late AS (SELECT DISTINCT ON (s.line) s.line, v.field FROM ${KNOWN} CROSS JOIN LATERAL ${FIELDS}
         WHERE NOT s.is_new AND (${DIFFERS}) AND v.after IS NOT NULL AND v.before IS DISTINCT FROM v.after AND (e.as_of > $1 OR ${corrected}) ORDER BY s.line, v.field),
       removed AS (DELETE FROM employer_stage AS s USING late WHERE s.line = late.line RETURNING late.line, late.field)
     SELECT line, field FROM removed ORDER BY line`, [asOf],
  ) as { line: number; field: string }[];
  return rows.map(({ line, field }) => ({ line, column: field === 'taxRegionCode' ? 'region' : field as TaxRegisterKey, code: 'employers.row.newer_known', params: {} }));
}

/** The same row again in the same list is unchanged. */
const dropRepeats = (tx: Tx): Promise<unknown> => tx.query(
  'DELETE FROM employer_stage AS s USING (SELECT ctid AS place, row_number() OVER (PARTITION BY uscc ORDER BY line) AS place_in_code FROM employer_stage) AS t WHERE s.ctid = t.place AND t.place_in_code > 1',
);

async function write(tx: Tx, { importId, asOf, asOfDay, at }: TaxRegisterOrigin): Promise<void> {
  await tx.query(
    `INSERT INTO employer_change (employer_id, field, before, after, effective_on, recorded_at, import_id)
     SELECT e.id, v.field, v.before, v.after, $1, $2, $3 FROM ${KNOWN} CROSS JOIN LATERAL ${FIELDS} WHERE s.changed AND v.after IS NOT NULL AND v.before IS DISTINCT FROM v.after`, [asOfDay, at, importId],
  );
  await tx.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) SELECT employer_id, 'employer', name, region_code, $1 FROM employer_stage WHERE is_new`, [at]);
  await tx.query(
    `INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at, registered_on, tax_region_code, industry, state_owned, establishment_size, establishment_level, is_school, name_key, source, as_of)
     SELECT employer_id, uscc, kind, 'verified', $1, $1, registered_on, region_code, industry, state_owned, establishment_size, establishment_level, is_school, nullif(name_key, ''), 'tax_register', $2 FROM employer_stage WHERE is_new`, [at, asOf],
  );
  await tx.query(
    `UPDATE organisation AS o SET name = s.name, region_code = CASE WHEN starts_with(o.region_code, s.region_code) THEN o.region_code ELSE s.region_code END, version = o.version + 1 FROM employer_stage AS s
     WHERE o.id = s.employer_id AND NOT s.is_new AND (o.name IS DISTINCT FROM s.name OR NOT starts_with(o.region_code, s.region_code))`,
  );
  await tx.query(
    `UPDATE employer AS e SET kind = s.kind, tax_region_code = s.region_code, name_key = nullif(s.name_key, ''), as_of = greatest(e.as_of, $1), registered_on = coalesce(s.registered_on, e.registered_on), industry = coalesce(s.industry, e.industry),
       state_owned = coalesce(s.state_owned, e.state_owned), establishment_size = coalesce(s.establishment_size, e.establishment_size), establishment_level = coalesce(s.establishment_level, e.establishment_level),
       is_school = coalesce(s.is_school, e.is_school), version = e.version + s.changed::integer FROM employer_stage AS s WHERE e.id = s.employer_id AND NOT s.is_new`, [asOf],
  );
  await tx.query(
    `INSERT INTO employer_contact (id, employer_id, role, name, phone, phone_index_a, phone_index_b, changed_at)
     SELECT DISTINCT ON (c.employer_id) c.id, c.employer_id, 'legal_representative', c.name, c.phone, c.phone_index_a, c.phone_index_b, $1 FROM contact_stage AS c JOIN employer_stage AS s ON s.employer_id = c.employer_id
     ON CONFLICT (employer_id, role) DO UPDATE SET id = EXCLUDED.id, name = EXCLUDED.name, phone = EXCLUDED.phone, phone_index_a = EXCLUDED.phone_index_a, phone_index_b = EXCLUDED.phone_index_b, changed_at = EXCLUDED.changed_at`, [at],
  );
}
