import type { Tx } from '../../../platform/database/index.js';
import type { RegistryPeople } from '../../registry/index.js';
import type { Merged, Refused, TableLoad } from '../../../platform/sheets/index.js';
import type { BatchOrigin } from '../app/fact-load.js';
import { readGraduateRow, type GraduateKey, type GraduateRow } from '../domain/graduate-row.js';
import { KnownPeople } from './month-load.js';

/** Degrees: one of a person, level and day; school and major are corrected by a register that speaks of a later moment. */
export async function graduateLoad(tx: Tx, people: RegistryPeople, batch: BatchOrigin): Promise<TableLoad<GraduateKey, GraduateRow>> {
  const known = new KnownPeople(tx, people);
  await tx.query('CREATE TEMPORARY TABLE fact_stage (line integer, person bigint, graduated_on date, education text, school text, major text) ON COMMIT DROP');
  let staged = 0;
  return {
    read: readGraduateRow,
    async stage(rows) {
      await known.learn(rows);
      staged += rows.length;
      await tx.query(
        'INSERT INTO fact_stage SELECT * FROM unnest($1::integer[], $2::bigint[], $3::date[], $4::text[], $5::text[], $6::text[])',
        [rows.map(({ line }) => line), rows.map(({ citizenId }) => known.idOf(citizenId)), rows.map(({ graduatedOn }) => graduatedOn), rows.map(({ education }) => education), rows.map(({ school }) => school), rows.map(({ major }) => major)],
      );
    },
    async merge(): Promise<Merged<GraduateKey>> {
      const rejected = [...(await contradictions(tx)), ...(await outdated(tx, batch.asOf))];
      const [{ accepted }] = await tx.query(
        `WITH written AS (INSERT INTO graduate_fact AS g (registry_person_id, graduated_on, education, school, major, source, batch_id, as_of)
           SELECT DISTINCT ON (person, education, graduated_on) person, graduated_on, education, school, major, $1, $2::bigint, $3::timestamptz FROM fact_stage ORDER BY person, education, graduated_on, line
           ON CONFLICT (registry_person_id, education, graduated_on) DO UPDATE SET school = EXCLUDED.school, major = coalesce(EXCLUDED.major, g.major), source = EXCLUDED.source, batch_id = EXCLUDED.batch_id, as_of = EXCLUDED.as_of
           WHERE (g.school, g.major) IS DISTINCT FROM (EXCLUDED.school, coalesce(EXCLUDED.major, g.major)) RETURNING 1)
         SELECT count(*)::integer AS accepted FROM written`, [batch.source, batch.id, batch.asOf],
      ) as [{ accepted: number }];
      return { accepted, unchanged: staged - accepted - rejected.length, rejected };
    },
  };
}

async function contradictions(tx: Tx): Promise<readonly Refused<GraduateKey>[]> {
  const rows = await tx.query(
    `WITH told AS (SELECT ctid AS place, (school, major)::text AS content, school, first_value(line) OVER w AS first_line, first_value((school, major)::text) OVER w AS first_content, first_value(school) OVER w AS first_school FROM fact_stage
         WINDOW w AS (PARTITION BY person, education, graduated_on ORDER BY line)),
       removed AS (DELETE FROM fact_stage AS s USING told AS t WHERE s.ctid = t.place AND t.content <> t.first_content RETURNING s.line, t.first_line, CASE WHEN t.school = t.first_school THEN 'major' ELSE 'school' END AS differs)
     SELECT line, first_line, differs FROM removed ORDER BY line`,
  ) as { line: number; first_line: number; differs: GraduateKey }[];
  return rows.map(({ line, first_line, differs }) => ({ line, column: differs, code: 'facts.row.contradicts_line', params: { line: first_line } }));
}

async function outdated(tx: Tx, asOf: Date): Promise<readonly Refused<GraduateKey>[]> {
  const rows = await tx.query(
    `WITH removed AS (DELETE FROM fact_stage AS s USING graduate_fact AS g
       WHERE g.registry_person_id = s.person AND g.education = s.education AND g.graduated_on = s.graduated_on AND g.as_of > $1
         AND (g.school, g.major) IS DISTINCT FROM (s.school, coalesce(s.major, g.major)) RETURNING s.line, CASE WHEN g.school = s.school THEN 'major' ELSE 'school' END AS differs)
     SELECT line, differs FROM removed ORDER BY line`, [asOf],
  ) as { line: number; differs: GraduateKey }[];
  return rows.map(({ line, differs }) => ({ line, column: differs, code: 'facts.row.newer_known', params: {} }));
}
