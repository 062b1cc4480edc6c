import { Injectable } from '@nestjs/common';
import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { monthNumber, monthsOfYear, type YearMonth } from '../../../kernel/year-month.js';
import { withinScope, type Scope } from '../../../platform/access/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import type { KnownMonths } from '../../counting/index.js';
import { staffFaults } from '../domain/employer-facts.js';
import type { KnownCertificate, KnownOfPerson, RegisteredCertificate } from '../domain/prefill.js';
import { declarationScope } from './declaration.repository.js';

type Fund = 'pension' | 'medical';
type Known = { -readonly [K in keyof KnownOfPerson]: K extends 'certificates' ? RegisteredCertificate[] : KnownOfPerson[K] };

/** Name of a person's file, and the certificate as its register has it. */
export type KnownIdentity = { readonly name: string; readonly certificate: KnownCertificate | null };

/** The grade of the certificate `c` on a day. */
const GRADE_ON = 'LEFT JOIN LATERAL (SELECT grade FROM certificate_grade WHERE certificate_id = c.id AND from_date <= $2 ORDER BY from_date DESC LIMIT 1) AS g ON true';

/** What registers and placements know of people whom an employer has named itself. Nobody else is looked up here. */
@Injectable()
export class PrefillRepository {
  constructor(private readonly cipher: FieldCipher) {}

  /** Of the declaration of the year before the version that says most: what was decided, else what was handed in. More than one where employers were merged, the employer's own first. */
  async yearBefore(tx: Tx, scope: Scope, employerId: string, baseYear: number): Promise<readonly { readonly id: string; readonly number: number }[]> {
    const params: unknown[] = [employerId, baseYear - 1];
    return tx.query(
      `SELECT d.id, max(v.number) AS number FROM declaration AS d JOIN filing_version AS v ON v.declaration_id = d.id AND v.submitted_at IS NOT NULL
       WHERE d.employer_id = ANY ((SELECT ids FROM employer_as_one WHERE id = $1)::uuid[]) AND d.base_year = $2 AND ${withinScope(scope, declarationScope, params)}
       GROUP BY d.id ORDER BY d.employer_id <> $1, d.id`, params,
    ) as Promise<{ id: string; number: number }[]>;
  }

  /** People who have a line in a version already. */
  async present(tx: Tx, _scope: Scope, versionId: string): Promise<ReadonlySet<string>> {
    const rows = await tx.query('SELECT DISTINCT registry_person_id::text AS id FROM roster_line WHERE version_id = $1', [versionId]) as { id: string }[];
    return new Set(rows.map(({ id }) => id));
  }

  /** Months for which a register of insurance is loaded where the employer is, as bits of the base year. */
  async coverage(tx: Tx, _scope: Scope, region: string, baseYear: number): Promise<Readonly<Record<Fund, number>>> {
    const months = monthsOfYear(baseYear).map(monthNumber);
    const rows = await tx.query(
      `SELECT c.kind, m.place::int AS bit FROM fact_coverage AS c JOIN unnest($2::int[]) WITH ORDINALITY AS m (month, place) ON m.month BETWEEN c.from_month AND c.until_month
       WHERE c.kind IN ('pension', 'medical') AND $1 LIKE c.region_prefix || '%'`, [region, months],
    ) as { kind: Fund; bit: number }[];
    const mask = { pension: 0, medical: 0 };
    for (const { kind, bit } of rows) mask[kind] |= 1 << (bit - 1);
    return mask;
  }

  /** Three statements, however many people. */
  async known(tx: Tx, _scope: Scope, employerId: string, people: readonly string[], coverage: Readonly<Record<Fund, number>>, baseYear: number): Promise<ReadonlyMap<string, KnownOfPerson>> {
    const months = (yes: number, fund: Fund): KnownMonths => ({ known: coverage[fund], yes: yes & coverage[fund] });
    const found = new Map<string, Known>(people.map((id) => [id, { pension: months(0, 'pension'), medical: months(0, 'medical'), leftAfter: null, certificates: [] }]));
    const insured = await tx.query(
      `SELECT registry_person_id::text AS id, kind, bit_or(1 << (month % 100 - 1)) AS yes FROM insurance_month
       WHERE registry_person_id = ANY ($1::bigint[]) AND month BETWEEN $2 AND $3 AND employer_key IN (SELECT c.uscc FROM employer_by_code AS c JOIN employer_as_one AS one ON one.goes_on = c.employer_id WHERE one.id = $4) GROUP BY 1, 2`,
      [people, baseYear * 100 + 1, baseYear * 100 + 12, employerId],
    ) as { id: string; kind: Fund; yes: number }[];
    for (const { id, kind, yes } of insured) (found.get(id) as Known)[kind] = months(yes, kind);
    const certificates = await tx.query(
      `SELECT c.registry_person_id::text AS person, c.id::text, c.kind, c.number, c.first_issued_on, c.valid_until, g.grade FROM certificate_fact AS c ${GRADE_ON} WHERE c.registry_person_id = ANY ($1::bigint[])`, [people, `${baseYear}-12-31`],
    ) as { person: string; id: string; kind: CertificateKind; number: string; first_issued_on: LocalDate | null; valid_until: LocalDate | null; grade: number | null }[];
    for (const { person, id, kind, number, first_issued_on: firstIssued, valid_until: validUntil, grade } of certificates) {
      (found.get(person) as Known).certificates.push({ kind, number: this.numberOf(id, number), firstIssued, validUntil, grade });
    }
    const left = await tx.query(
      `SELECT registry_person_id::text AS id, max(until_month) AS until FROM employment_spell WHERE registry_person_id = ANY ($1::bigint[]) AND employer_id = ANY ((SELECT ids FROM employer_as_one WHERE id = $2)::uuid[])
       GROUP BY 1 HAVING bool_and(until_month IS NOT NULL)`, [people, employerId],
    ) as { id: string; until: number }[];
    for (const { id, until } of left) (found.get(id) as Known).leftAfter = `${String(until).slice(0, 4)}-${String(until).slice(4)}` as YearMonth;
    return found;
  }

  /** Of people whom we have placed at the employer ourselves. Of several certificates the disability certificate. One statement. */
  async identities(tx: Tx, _scope: Scope, people: readonly string[], day: LocalDate): Promise<ReadonlyMap<string, KnownIdentity>> {
    const rows = await tx.query(
      `SELECT DISTINCT ON (r.id) r.id::text AS id, coalesce(p.name, '') AS name, c.id::text AS certificate_id, c.kind, c.number, g.grade FROM registry_person AS r LEFT JOIN person AS p ON p.id = r.person_id
       LEFT JOIN certificate_fact AS c ON c.registry_person_id = r.id
       ${GRADE_ON} WHERE r.id = ANY ($1::bigint[]) ORDER BY r.id, (c.kind = 'disability') DESC NULLS LAST, c.kind`, [people, day],
    ) as { id: string; name: string; certificate_id: string | null; kind: CertificateKind | null; number: string | null; grade: number | null }[];
    return new Map(rows.map(({ id, name, certificate_id: rowId, kind, number, grade }) => [id, {
      name,
      certificate: rowId === null || kind === null || number === null || grade === null ? null
        : { certificate: this.numberOf(rowId, number), certificateKind: kind, certificateGrade: grade },
    }]));
  }

  /** Head-counts of the base year that stand in the employer's file, January first; null where one of the months is not there. */
  async staff(tx: Tx, _scope: Scope, employerId: string, baseYear: number, registeredOn: LocalDate | null): Promise<readonly (number | null)[] | null> {
    const rows = await tx.query('SELECT month % 100 AS month, staff FROM employer_headcount WHERE employer_id = $1 AND month BETWEEN $2 AND $3', [employerId, baseYear * 100 + 1, baseYear * 100 + 12]) as { month: number; staff: number }[];
    if (rows.length === 0) return null;
    const known = new Map(rows.map(({ month, staff }) => [month, staff]));
    const staff = monthsOfYear(baseYear).map((_, at) => known.get(at + 1) ?? null);
    return staffFaults(staff, registeredOn, baseYear).length === 0 ? staff : null;
  }

  private numberOf(rowId: string, sealed: string): string {
    return this.cipher.open(sealed, { table: 'certificate_fact', column: 'number', rowId });
  }
}
