import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * Who a person is, and to whom the row belongs: region, counselor and own account are what a scope asks for. Number sealed,
 * found by either index column (ADR 9); birth date and sex stand in the number and nowhere else. After anonymisation only
 * the place and the days remain.
 */
@Entity('person')
@Unique('person_citizen_id_index_a_key', ['citizenIdIndexA'])
@Unique('person_citizen_id_index_b_key', ['citizenIdIndexB'])
@Unique('person_account_key', ['accountId'])
@Index('person_region_idx', { synchronize: false })
@Index('person_counselor_idx', ['counselorId'])
@Index('person_created_idx', ['createdAt', 'id'])
@Check('person_region_check', `region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`)
@Check('person_anonymised_check', `(anonymised_at IS NULL) = (citizen_id IS NOT NULL) AND (anonymised_at IS NULL) = (name IS NOT NULL)`)
export class PersonRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'person_pkey' })
  id: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('uuid', { name: 'counselor_id', nullable: true })
  @ForeignKey('account', { name: 'person_counselor_fkey' })
  counselorId: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  @ForeignKey('account', { name: 'person_account_fkey' })
  accountId: string | null;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { name: 'citizen_id', nullable: true })
  citizenId: string | null;

  @Column('text', { name: 'citizen_id_index_a', nullable: true })
  citizenIdIndexA: string | null;

  @Column('text', { name: 'citizen_id_index_b', nullable: true })
  citizenIdIndexB: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'anonymised_at', nullable: true })
  anonymisedAt: Date | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** 残疾人证. Sensitive (个人信息保护法 art. 28): apart from the person, opened only by its own permission with a reason. */
@Entity('disability_certificate')
@Unique('disability_certificate_index_a_key', ['numberIndexA'])
@Unique('disability_certificate_index_b_key', ['numberIndexB'])
@Check('disability_certificate_category_check', 'category BETWEEN 1 AND 7')
@Check('disability_certificate_grade_check', 'grade BETWEEN 1 AND 4')
@Check('disability_certificate_period_check', 'valid_until IS NULL OR issued_on IS NULL OR valid_until >= issued_on')
export class DisabilityCertificateRecord {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'disability_certificate_pkey' })
  @ForeignKey('person', { name: 'disability_certificate_person_fkey', onDelete: 'CASCADE' })
  personId: string;

  @Column('text')
  number: string;

  @Column('text', { name: 'number_index_a', nullable: true })
  numberIndexA: string | null;

  @Column('text', { name: 'number_index_b', nullable: true })
  numberIndexB: string | null;

  @Column('smallint')
  category: number;

  @Column('smallint')
  grade: number;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn: string | null;

  @Column('date', { name: 'valid_until', nullable: true })
  validUntil: string | null;
}
