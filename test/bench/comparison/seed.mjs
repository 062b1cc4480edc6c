// Filings and facts of a province's year, made up: identities sealed as in service and sent by COPY, months of insurance and wages made in the database.
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import pg from 'pg';

const MONTHS = 12;
/** 吴兴, whose minimum wage is known. */
const REGION = '330502';
const SUBMITTED = '2026-05-06T02:00:00Z';
const BATCH_ROWS = 20_000;
/** One person in so many is claimed by the next employer too, one in so many is not insured, is graded anew, is paid too little. */
const EVERY = { twice: 200, uninsured: 20, regraded: 25, underpaid: 50 };
const PAID_FEN = 420_000;

/** @returns what was made, in numbers */
export async function seed({ url, keysFile, dist, employers, personMonthsEach, baseYear, say }) {
  const built = (file) => import(path.join(dist, file));
  const [{ FieldCipher, BlindIndex, readKeyRing }, { citizenIdCheckSign }, { copyIn }] = await Promise.all([built('platform/crypto/index.js'), built('kernel/ids/citizen-id.js'), built('platform/database/index.js')]);
  const ring = readKeyRing({ kind: 'file', path: keysFile });
  const [cipher, numbers, certificates] = [new FieldCipher(ring), new BlindIndex(ring, 'citizenId'), new BlindIndex(ring, 'certificate')];
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const copy = async (into, rows) => {
    const target = await copyIn(client, `COPY ${into} FROM STDIN`);
    let chunk = [];
    for (const cells of rows) {
      chunk.push(cells.map((cell) => (cell === null ? '\\N' : String(cell))).join('\t'));
      if (chunk.length < BATCH_ROWS) continue;
      await target.write(Buffer.from(`${chunk.join('\n')}\n`));
      chunk = [];
    }
    if (chunk.length > 0) await target.write(Buffer.from(`${chunk.join('\n')}\n`));
    await target.end();
  };
  // Area 999999 does not exist: numbers of nobody.
  const numberOf = (serial) => {
    const day = new Date(Date.UTC(1970, 0, 1 + (serial % 9_000))).toISOString().slice(0, 10).replaceAll('-', '');
    const first17 = `999999${day}${String(Math.floor(serial / 9_000)).padStart(3, '0')}`;
    return first17 + citizenIdCheckSign(first17);
  };
  const people = Math.floor((employers * personMonthsEach) / MONTHS);
  const [employerIds, versionIds] = [Array.from({ length: employers }, () => randomUUID()), Array.from({ length: employers }, () => randomUUID())];
  const codeOf = (employer) => `91330502MA${String(employer).padStart(8, '0')}`;
  const employerOf = (serial) => serial % employers;

  try {
    await client.query('BEGIN');
    await copy('organisation (id, kind, name, region_code, created_at)', employerIds.map((id, at) => [id, 'employer', `企业${at}`, REGION, SUBMITTED]));
    await copy('employer (id, uscc, kind, status, registered_at, decided_at)', employerIds.map((id, at) => [id, codeOf(at), 'enterprise', 'verified', SUBMITTED, SUBMITTED]));
    await copy('declaration (id, employer_id, base_year, filing_year, region_code, mode, state, state_since, opened_at, deadline, submitted_at)', employerIds.map((id) => [id, id, baseYear, baseYear + 1, REGION, 'native', 'checking', SUBMITTED, SUBMITTED, '2026-10-31', SUBMITTED]));
    await copy('filing_version (id, declaration_id, number, created_at, changed_at, submitted_at, judged_on)', versionIds.map((id, at) => [id, employerIds[at], 1, SUBMITTED, SUBMITTED, SUBMITTED, '2026-05-06']));
    say(`  ${employers} employers`);
    await copy('registry_person (id, citizen_id, citizen_id_index_a, citizen_id_index_b)', (function* rows() {
      for (let serial = 1; serial <= people; serial++) {
        const { a, b } = numbers.columnsOf(numberOf(serial));
        yield [serial, cipher.seal(numberOf(serial), { table: 'registry_person', column: 'citizen_id', rowId: String(serial) }), a, b];
      }
    })());
    say(`  ${people} people`);
    const line = (id, serial, employer) => [
      id, versionIds[employer], serial, 'upload', 'x', cipher.seal(`${numberOf(serial)}43`, { table: 'roster_line', column: 'certificate', rowId: String(id) }), 'disability', 3, true, true,
      cipher.seal('装配工', { table: 'roster_line', column: 'post', rowId: String(id) }), 'worker', 'contract', '2020-01-01', PAID_FEN, 4095, 4095, 4095, 4095, 4095, 'own', 12, 12, 12, 12, 'x',
    ];
    const claimedTwice = (serial) => serial % EVERY.twice === 0;
    await copy(
      'roster_line (id, version_id, registry_person_id, source, name, certificate, certificate_kind, certificate_grade, certificate_from_declared, certificate_until_declared, post, post_category, contract_kind, contract_start, wage, pension_known, pension_yes, medical_known, medical_yes, months, counts, counted_months, weighted_months, certain_months, certain_weighted, fingerprint)',
      (function* rows() {
        let id = 0;
        for (let serial = 1; serial <= people; serial++) yield line(++id, serial, claimedTwice(serial) ? employerOf(serial + 1) : employerOf(serial));
        for (let serial = EVERY.twice; serial <= people; serial += EVERY.twice) yield line(++id, serial, employerOf(serial));
      })(),
    );
    await client.query(`INSERT INTO fact_batch (id, kind, source, as_of, received_at, digest, state) VALUES (1, 'insurance', '市医疗保障局', $1, $1, 'a', 'loaded'), (2, 'wage', '市税务局', $1, $1, 'b', 'loaded'), (3, 'disability', '残疾人人口基础数据库', $1, $1, 'c', 'loaded')`, [SUBMITTED]);
    await client.query(`INSERT INTO fact_coverage (kind, region_prefix, from_month, until_month, as_of, batch_id) SELECT kind, '33', $1, $2, $3, CASE kind WHEN 'wage' THEN 2 ELSE 1 END FROM unnest('{pension,medical,wage}'::text[]) AS v (kind)`, [baseYear * 100 + 1, baseYear * 100 + 12, SUBMITTED]);
    await copy('certificate_fact (id, registry_person_id, kind, number, number_index_a, category, first_issued_on, valid_until, source, batch_id, as_of)', (function* rows() {
      for (let serial = 1; serial <= people; serial++) yield [serial, serial, 'disability', 'x', certificates.indexOf(`${numberOf(serial)}43`), 4, '2018-01-01', '2028-01-01', '持证登记', 3, SUBMITTED];
    })());
    await copy('certificate_grade (certificate_id, grade, from_date, until_date, batch_id)', (function* rows() {
      for (let serial = 1; serial <= people; serial++) {
        const regraded = serial % EVERY.regraded === 0;
        yield [serial, regraded ? 2 : 3, '2018-01-01', regraded ? `${baseYear}-08-31` : null, 3];
        if (regraded) yield [serial, 3, `${baseYear}-09-01`, null, 3];
      }
    })());
    say('  certificates');
    const insured = await client.query(
      `INSERT INTO insurance_month (registry_person_id, month, kind, employer_key, batch_id)
       SELECT serial, $1 * 100 + m, kind, '91330502MA' || lpad((serial % $2)::text, 8, '0'), 1 FROM generate_series(1, $3::int) AS p (serial), generate_series(1, 12) AS v (m), unnest('{medical,pension}'::text[]) AS k (kind) WHERE serial % $4 <> 0`,
      [baseYear, employers, people, EVERY.uninsured],
    );
    const paid = await client.query(
      `INSERT INTO wage_month (registry_person_id, month, uscc, fen, batch_id)
       SELECT serial, $1 * 100 + m, '91330502MA' || lpad((serial % $2)::text, 8, '0'), CASE WHEN serial % $4 = 0 AND m = 3 THEN 100000 ELSE ${PAID_FEN} END, 2 FROM generate_series(1, $3::int) AS p (serial), generate_series(1, 12) AS v (m)`,
      [baseYear, employers, people, EVERY.underpaid],
    );
    await client.query('COMMIT');
    say(`  ${insured.rowCount} insurance months, ${paid.rowCount} wages`);
    await client.query('VACUUM ANALYZE');
    const lines = people + Math.floor(people / EVERY.twice);
    return { lines, personMonths: lines * MONTHS, insuranceMonths: insured.rowCount, wageMonths: paid.rowCount, certificates: people };
  } finally {
    await client.end();
  }
}
