import type { LocalDate } from '../../../kernel/local-date.js';
import { chinaDay } from '../../../kernel/clock.js';
import type { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { BlindIndexes } from '../../../platform/keys/index.js';
import type { RegistryPeople } from '../../registry/index.js';
import type { Merged, Refused, TableLoad } from '../../../platform/sheets/index.js';
import type { BatchOrigin } from '../app/fact-load.js';
import { mergeCertificate, placeOfFault, type CertificateChange, type CertificateHead, type KnownCertificate } from '../domain/certificate-merge.js';
import { readCertificateRow, type CertificateKey, type CertificateRow } from '../domain/certificate-row.js';
import type { GradePeriod } from '../domain/grade-history.js';
import type { CertificateFactKind } from '../domain/kinds.js';
import { KnownPeople } from './month-load.js';

type Parts = { readonly people: RegistryPeople; readonly cipher: FieldCipher; readonly indexes: BlindIndexes };

type FactRow = {
  id: string; registry_person_id: string; number_index_a: string | null; number_index_b: string | null; category: number | null;
  first_issued_on: LocalDate | null; valid_from: LocalDate | null; valid_until: LocalDate | null; as_of: Date;
};
type GradeRow = { certificate_id: string; grade: number; from_date: LocalDate; until_date: LocalDate | null };

/** A certificate while its rows are worked off; `number` is null while it stays the one that is sealed. */
type Working = {
  id: string;
  readonly personId: string;
  index: { a: string | null; b: string | null };
  head: CertificateHead;
  asOf: Date;
  grades: readonly GradePeriod[];
  number: string | null;
  changedHead: boolean;
  changedGrades: boolean;
  readonly isNew: boolean;
};

/** Certificates: one of a kind for each person, merged in memory a few thousand at a time, written by set. */
export function certificateLoad(tx: Tx, parts: Parts, batch: BatchOrigin, kind: CertificateFactKind): TableLoad<CertificateKey, CertificateRow> {
  const known = new KnownPeople(tx, parts.people);
  const asOfDay = chinaDay(batch.asOf);
  /** In which line of this file somebody's present certificate was first told. */
  const firstLines = new Map<number, number>();
  const rejected: Refused<CertificateKey>[] = [];
  let [accepted, unchanged] = [0, 0];

  /** A second row that says something else of the present certificate: which of them holds is nothing to guess. */
  const contradicted = (personId: string, { line, gradeFrom, gradeUntil }: CertificateRow, { head, grades }: CertificateChange): number | null => {
    if (gradeUntil !== null) return null;
    const first = firstLines.get(Number(personId));
    if (first === undefined) firstLines.set(Number(personId), line);
    return first !== undefined && (head !== null || (grades !== null && gradeFrom === null)) ? first : null;
  };

  return {
    read: (reader) => readCertificateRow(reader, kind),
    async stage(rows) {
      await known.learn(rows);
      const working = await loadKnown(tx, kind, rows.map(({ citizenId }) => known.idOf(citizenId)));
      const owners = await ownersOf(tx, parts.indexes, kind, rows);
      const index = parts.indexes.of('certificate');
      for (const row of rows) {
        const personId = known.idOf(row.citizenId);
        const reject = (column: CertificateKey, code: string, params: Refused<CertificateKey>['params'] = {}): void => { rejected.push({ line: row.line, column, code, params }); };
        const columns = index.columnsOf(row.number);
        if (![null, personId].includes(owners.get(columns.a ?? columns.b ?? '') ?? null)) {
          reject('number', 'facts.row.number_of_someone_else');
          continue;
        }
        const present = working.get(personId) ?? null;
        const before = present === null ? null : shown(present, columns);
        const merged = mergeCertificate(before, row, batch.asOf, asOfDay);
        if (!merged.ok) {
          reject(placeOfFault(merged.error, before, row), merged.error);
          continue;
        }
        const first = contradicted(personId, row, merged.value);
        if (first !== null) reject(placeOfFault('facts.row.contradicts_line', before, row), 'facts.row.contradicts_line', { line: first });
        else if (merged.value.head === null && merged.value.grades === null) unchanged += 1;
        else {
          accepted += 1;
          working.set(personId, applied(present, personId, merged.value, { columns, number: row.number, asOf: batch.asOf }));
          if (merged.value.head !== null) owners.set(columns.a ?? columns.b ?? '', personId);
        }
      }
      await write(tx, parts.cipher, batch, kind, [...working.values()]);
    },
    merge: async (): Promise<Merged<CertificateKey>> => ({ accepted, unchanged, rejected }),
  };
}

const shown = ({ index, head, asOf, grades }: Working, told: { readonly a: string | null; readonly b: string | null }): KnownCertificate => ({
  ...head, asOf, grades, sameNumber: (index.a !== null && index.a === told.a) || (index.b !== null && index.b === told.b),
});

type Told = { readonly columns: { readonly a: string | null; readonly b: string | null }; readonly number: string; readonly asOf: Date };

function applied(present: Working | null, personId: string, change: CertificateChange, { columns, number, asOf }: Told): Working {
  const base: Working = present ?? { id: '', personId, index: { ...columns }, head: { category: null, firstIssuedOn: null, validFrom: null, validUntil: null }, asOf, grades: [], number: null, changedHead: false, changedGrades: false, isNew: true };
  const headChanged = change.head !== null;
  return {
    ...base,
    ...(headChanged ? { head: change.head, index: { ...columns }, number, asOf: asOf > base.asOf ? asOf : base.asOf, changedHead: true } : {}),
    ...(change.grades === null ? {} : { grades: change.grades, changedGrades: true }),
  };
}

async function loadKnown(tx: Tx, kind: CertificateFactKind, people: readonly string[]): Promise<Map<string, Working>> {
  const facts = await tx.query(
    `SELECT id, registry_person_id, number_index_a, number_index_b, category, first_issued_on, valid_from, valid_until, as_of FROM certificate_fact
     WHERE kind = $1 AND registry_person_id = ANY ($2::bigint[]) FOR UPDATE`, [kind, people],
  ) as FactRow[];
  const grades = await tx.query('SELECT certificate_id, grade, from_date, until_date FROM certificate_grade WHERE certificate_id = ANY ($1::bigint[]) ORDER BY from_date', [facts.map(({ id }) => id)]) as GradeRow[];
  const gradesOf = new Map<string, GradePeriod[]>();
  for (const { certificate_id, grade, from_date, until_date } of grades) {
    const list = gradesOf.get(certificate_id) ?? [];
    list.push({ grade, from: from_date, until: until_date });
    gradesOf.set(certificate_id, list);
  }
  return new Map(facts.map((row): [string, Working] => [row.registry_person_id, {
    id: row.id, personId: row.registry_person_id, index: { a: row.number_index_a, b: row.number_index_b },
    head: { category: row.category, firstIssuedOn: row.first_issued_on, validFrom: row.valid_from, validUntil: row.valid_until },
    asOf: row.as_of, grades: gradesOf.get(row.id) ?? [], number: null, changedHead: false, changedGrades: false, isNew: false,
  }]));
}

/** Who has each number already, by what a row would hold in its first filled index column. */
async function ownersOf(tx: Tx, indexes: BlindIndexes, kind: CertificateFactKind, rows: readonly CertificateRow[]): Promise<Map<string, string>> {
  const index = indexes.of('certificate');
  const wanted = new Map(rows.map(({ number }) => [number, index.columnsOf(number)]));
  const all = rows.flatMap(({ number }) => index.candidatesOf(number));
  const found = await tx.query(
    'SELECT registry_person_id, number_index_a AS a, number_index_b AS b FROM certificate_fact WHERE kind = $1 AND (number_index_a = ANY ($2) OR number_index_b = ANY ($2))', [kind, all],
  ) as { registry_person_id: string; a: string | null; b: string | null }[];
  const owners = new Map<string, string>();
  for (const { a, b, registry_person_id } of found) for (const token of [a, b]) if (token !== null) owners.set(token, registry_person_id);
  return new Map([...wanted.values()].flatMap(({ a, b }): [string, string][] => {
    const owner = owners.get(a ?? '') ?? owners.get(b ?? '');
    return owner === undefined ? [] : [[a ?? b ?? '', owner]];
  }));
}

async function write(tx: Tx, cipher: FieldCipher, batch: BatchOrigin, kind: CertificateFactKind, all: readonly Working[]): Promise<void> {
  const fresh = all.filter(({ isNew }) => isNew);
  const ids = fresh.length === 0 ? [] : await tx.query(`SELECT nextval(pg_get_serial_sequence('certificate_fact', 'id')) AS id FROM generate_series(1, $1)`, [fresh.length]) as { id: string }[];
  fresh.forEach((one, at) => { one.id = ids[at]?.id ?? ''; });
  const heads = all.filter(({ changedHead }) => changedHead).map((one) => ({ ...one, sealed: cipher.seal(one.number ?? '', { table: 'certificate_fact', column: 'number', rowId: one.id }) }));
  await tx.query(
    `INSERT INTO certificate_fact (id, registry_person_id, kind, number, number_index_a, number_index_b, category, first_issued_on, valid_from, valid_until, source, batch_id, as_of)
     SELECT v.id, v.person, $1, v.number, v.a, v.b, v.category, v.first_issued_on, v.valid_from, v.valid_until, $2, $3, $4
     FROM unnest($5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::smallint[], $11::date[], $12::date[], $13::date[]) AS v (id, person, number, a, b, category, first_issued_on, valid_from, valid_until)
     ON CONFLICT (registry_person_id, kind) DO UPDATE SET number = EXCLUDED.number, number_index_a = EXCLUDED.number_index_a, number_index_b = EXCLUDED.number_index_b, category = EXCLUDED.category,
       first_issued_on = EXCLUDED.first_issued_on, valid_from = EXCLUDED.valid_from, valid_until = EXCLUDED.valid_until, source = EXCLUDED.source, batch_id = EXCLUDED.batch_id, as_of = EXCLUDED.as_of`,
    [
      kind, batch.source, batch.id, batch.asOf, heads.map(({ id }) => id), heads.map(({ personId }) => personId), heads.map(({ sealed }) => sealed), heads.map(({ index }) => index.a), heads.map(({ index }) => index.b),
      heads.map(({ head }) => head.category), heads.map(({ head }) => head.firstIssuedOn), heads.map(({ head }) => head.validFrom), heads.map(({ head }) => head.validUntil),
    ],
  );
  const regraded = all.filter(({ changedGrades }) => changedGrades);
  const periods = regraded.flatMap(({ id, grades }) => grades.map((period) => ({ id, ...period })));
  await tx.query('DELETE FROM certificate_grade WHERE certificate_id = ANY ($1::bigint[])', [regraded.map(({ id }) => id)]);
  await tx.query(
    'INSERT INTO certificate_grade (certificate_id, grade, from_date, until_date, batch_id) SELECT v.id, v.grade, v.from_date, v.until_date, $1 FROM unnest($2::bigint[], $3::smallint[], $4::date[], $5::date[]) AS v (id, grade, from_date, until_date)',
    [batch.id, periods.map(({ id }) => id), periods.map(({ grade }) => grade), periods.map(({ from }) => from), periods.map(({ until }) => until)],
  );
}
