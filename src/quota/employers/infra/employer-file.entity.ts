import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A change of the file: what stood there before, since when the new value holds, and who recorded it. */
@Entity('employer_change')
@Index('employer_change_employer_idx', ['employerId', 'id'])
@Check('employer_change_differs_check', 'before IS DISTINCT FROM after')
export class EmployerChangeRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'employer_change_pkey' })
  id: string;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'employer_change_employer_fkey' })
  employerId: string;

  @Column('text')
  field: string;

  @Column('text', { nullable: true })
  before: string | null;

  @Column('text', { nullable: true })
  after: string | null;

  @Column('date', { name: 'effective_on' })
  effectiveOn: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('account', { name: 'employer_change_recorded_by_fkey' })
  recordedBy: string | null;

  @Column('bigint', { name: 'import_id', nullable: true })
  @ForeignKey('employer_import', { name: 'employer_change_import_fkey' })
  importId: string | null;
}

/** A branch or workplace 分支机构; insurance may be paid under its own credit code. */
@Entity('employer_establishment')
@Index('employer_establishment_employer_idx', ['employerId'])
@Unique('employer_establishment_uscc_key', ['uscc'])
@Check('employer_establishment_uscc_check', `uscc ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'`)
@Check('employer_establishment_region_check', `region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`)
@Check('employer_establishment_period_check', 'closed_on >= opened_on')
export class EmployerEstablishmentRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'employer_establishment_pkey' })
  id: string;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'employer_establishment_employer_fkey' })
  employerId: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  uscc: string | null;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('date', { name: 'opened_on', nullable: true })
  openedOn: string | null;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;
}

/** Whom to call. Name and number sealed; one of each role. */
@Entity('employer_contact')
@Unique('employer_contact_role_key', ['employerId', 'role'])
@Index('employer_contact_phone_index_a_idx', ['phoneIndexA'])
@Index('employer_contact_phone_index_b_idx', ['phoneIndexB'])
@Check('employer_contact_role_check', `role IN ('legal_representative', 'personnel', 'finance', 'other')`)
@Check('employer_contact_content_check', 'name IS NOT NULL OR phone IS NOT NULL')
export class EmployerContactRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'employer_contact_pkey' })
  id: string;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'employer_contact_employer_fkey' })
  employerId: string;

  @Column('text')
  role: string;

  @Column('text', { nullable: true })
  name: string | null;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'phone_index_a', nullable: true })
  phoneIndexA: string | null;

  @Column('text', { name: 'phone_index_b', nullable: true })
  phoneIndexB: string | null;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}

/** Staff of a month as the employer declares it 在职职工人数; blank months have no row. */
@Entity('employer_headcount')
@Check('employer_headcount_staff_check', 'staff BETWEEN 0 AND 10000000')
@Check('employer_headcount_month_check', 'month BETWEEN 190001 AND 219912 AND month % 100 BETWEEN 1 AND 12')
export class EmployerHeadcountRecord {
  @PrimaryColumn('uuid', { name: 'employer_id', primaryKeyConstraintName: 'employer_headcount_pkey' })
  @ForeignKey('employer', { name: 'employer_headcount_employer_fkey' })
  employerId: string;

  /** yyyymm */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'employer_headcount_pkey' })
  month: number;

  @Column('integer')
  staff: number;

  @Column('timestamptz', { name: 'declared_at' })
  declaredAt: Date;

  @Column('uuid', { name: 'declared_by', nullable: true })
  @ForeignKey('account', { name: 'employer_headcount_declared_by_fkey' })
  declaredBy: string | null;
}
