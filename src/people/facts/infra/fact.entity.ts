import { Check, Column, Entity, Exclusion, ForeignKey, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

const MONTH = 'month BETWEEN 190001 AND 219912 AND month % 100 BETWEEN 1 AND 12';

/**
 * What a register says of a person's certificate of one kind: its present number and validity. A person has at most one of
 * a kind; an earlier number or grade of the same certificate lives on in its dated grades.
 */
@Entity('certificate_fact')
@Unique('certificate_fact_holder_key', ['registryPersonId', 'kind'])
@Unique('certificate_fact_number_index_a_key', ['numberIndexA', 'kind'])
@Unique('certificate_fact_number_index_b_key', ['numberIndexB', 'kind'])
@Check('certificate_fact_kind_check', `kind IN ('disability', 'military', 'police')`)
@Check('certificate_fact_category_check', `(kind = 'disability') = (category IS NOT NULL) AND category BETWEEN 1 AND 7`)
@Check('certificate_fact_period_check', 'valid_until >= valid_from AND valid_until >= first_issued_on')
export class CertificateFactRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'certificate_fact_pkey' })
  id: string;

  @Column('bigint', { name: 'registry_person_id' })
  @ForeignKey('registry_person', { name: 'certificate_fact_registry_person_fkey' })
  registryPersonId: string;

  @Column('text')
  kind: string;

  @Column('text')
  number: string;

  @Column('text', { name: 'number_index_a', nullable: true })
  numberIndexA: string | null;

  @Column('text', { name: 'number_index_b', nullable: true })
  numberIndexB: string | null;

  /** 残疾类别 1–7; null for service certificates. */
  @Column('smallint', { nullable: true })
  category: number | null;

  /** Months before it do not count. Null where the register does not say. */
  @Column('date', { name: 'first_issued_on', nullable: true })
  firstIssuedOn: string | null;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom: string | null;

  /** Last day; null where it has no end or the register does not say. */
  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;

  @Column('text')
  source: string;

  @Column('bigint', { name: 'batch_id' })
  @ForeignKey('fact_batch', { name: 'certificate_fact_batch_fkey' })
  batchId: string;

  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;
}

/** The grade in force from a day to a day, both inclusive. */
@Entity('certificate_grade')
@Check('certificate_grade_grade_check', 'grade BETWEEN 1 AND 10')
@Check('certificate_grade_period_check', 'until_date >= from_date')
@Exclusion('certificate_grade_overlap_excl', `USING gist (certificate_id WITH =, daterange(from_date, until_date, '[]') WITH &&)`)
export class CertificateGradeRecord {
  @PrimaryColumn('bigint', { name: 'certificate_id', primaryKeyConstraintName: 'certificate_grade_pkey' })
  @ForeignKey('certificate_fact', { name: 'certificate_grade_certificate_fkey', onDelete: 'CASCADE' })
  certificateId: string;

  @PrimaryColumn('date', { name: 'from_date', primaryKeyConstraintName: 'certificate_grade_pkey' })
  fromDate: string;

  @Column('date', { name: 'until_date', nullable: true })
  untilDate: string | null;

  @Column('smallint')
  grade: number;

  @Column('bigint', { name: 'batch_id' })
  @ForeignKey('fact_batch', { name: 'certificate_grade_batch_fkey' })
  batchId: string;
}

/** A month of pension or medical insurance paid by an employer, whose credit code is `employerKey`. */
@Entity('insurance_month')
@Check('insurance_month_kind_check', `kind IN ('pension', 'medical')`)
@Check('insurance_month_month_check', MONTH)
export class InsuranceMonthRecord {
  @PrimaryColumn('bigint', { name: 'registry_person_id', primaryKeyConstraintName: 'insurance_month_pkey' })
  registryPersonId: string;

  /** yyyymm */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'insurance_month_pkey' })
  month: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'insurance_month_pkey' })
  kind: string;

  @PrimaryColumn('text', { name: 'employer_key', primaryKeyConstraintName: 'insurance_month_pkey' })
  employerKey: string;

  @Column('bigint', { name: 'batch_id' })
  batchId: string;
}

/** Wage paid for a month, before tax. */
@Entity('wage_month')
@Check('wage_month_fen_check', 'fen >= 0')
@Check('wage_month_month_check', MONTH)
export class WageMonthRecord {
  @PrimaryColumn('bigint', { name: 'registry_person_id', primaryKeyConstraintName: 'wage_month_pkey' })
  registryPersonId: string;

  /** yyyymm */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'wage_month_pkey' })
  month: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'wage_month_pkey' })
  uscc: string;

  @Column('bigint')
  fen: string;

  @Column('bigint', { name: 'batch_id' })
  batchId: string;
}

/** A degree that an education authority tells of. */
@Entity('graduate_fact')
@Unique('graduate_fact_degree_key', ['registryPersonId', 'education', 'graduatedOn'])
@Check('graduate_fact_education_check', `education IN ('secondary', 'secondary_vocational', 'junior_college', 'bachelor', 'master', 'doctor')`)
export class GraduateFactRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'graduate_fact_pkey' })
  id: string;

  @Column('bigint', { name: 'registry_person_id' })
  @ForeignKey('registry_person', { name: 'graduate_fact_registry_person_fkey' })
  registryPersonId: string;

  @Column('date', { name: 'graduated_on' })
  graduatedOn: string;

  @Column('text')
  education: string;

  @Column('text')
  school: string;

  @Column('text', { nullable: true })
  major: string | null;

  @Column('text')
  source: string;

  @Column('bigint', { name: 'batch_id' })
  @ForeignKey('fact_batch', { name: 'graduate_fact_batch_fkey' })
  batchId: string;

  @Column('timestamptz', { name: 'as_of' })
  asOf: Date;
}
