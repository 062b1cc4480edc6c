import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** 年审申报: what one employer says of one base year, and where it stands. `version` counts every change, of state or content. */
@Entity('declaration')
@Unique('declaration_employer_year_key', ['employerId', 'baseYear'])
@Index('declaration_queue_idx', { synchronize: false })
@Index('declaration_desk_idx', { synchronize: false })
@Index('declaration_region_idx', { synchronize: false })
@Check('declaration_mode_check', `mode IN ('native', 'companion')`)
@Check('declaration_state_check', `state IN ('draft', 'nothing_to_claim', 'submitted', 'checking', 'accepted', 'first_check', 'second_check', 'determined', 'refused', 'returned', 'withdrawn', 'objected', 'corrected', 'late', 'counted_as_none', 'archived')`)
@Check('declaration_year_check', 'base_year BETWEEN 2015 AND 2035 AND filing_year BETWEEN base_year AND 2036')
@Check('declaration_region_check', `region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`)
export class DeclarationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'declaration_pkey' })
  id: string;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'declaration_employer_fkey' })
  employerId: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  @Column('smallint', { name: 'filing_year' })
  filingYear: number;

  /** The employer's when the declaration was opened: who decides does not change with a move. */
  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('text')
  mode: string;

  @Column('text', { default: 'draft' })
  state: string;

  @Column('timestamptz', { name: 'state_since' })
  stateSince: Date;

  @Column('smallint', { name: 'current_version', default: 1 })
  currentVersion: number;

  @Column('timestamptz', { name: 'opened_at' })
  openedAt: Date;

  /** Last day of the window as it was known at the opening; null where it is not known. */
  @Column('date', { nullable: true })
  deadline: string | null;

  /** By when the next step is due, whoever's it is. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('boolean', { name: 'is_late', default: false })
  isLate: boolean;

  @Column('uuid', { name: 'first_checker', nullable: true })
  @ForeignKey('account', { name: 'declaration_first_checker_fkey' })
  firstChecker: string | null;

  /** How much in it asks for a look; the reviewer's queue is ordered by it. */
  @Column('smallint', { default: 0 })
  doubt: number;

  @Column('integer', { default: 1 })
  version: number;
}

/** One step of a declaration: who did what, when, and why. Never changed, never removed. */
@Entity('declaration_step')
@Index('declaration_step_declaration_idx', ['declarationId', 'id'])
export class DeclarationStepRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'declaration_step_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'declaration_step_declaration_fkey' })
  declarationId: string;

  @Column('smallint', { name: 'version_number' })
  versionNumber: number;

  @Column('text')
  act: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('timestamptz')
  at: Date;

  /** Null: the service itself. */
  @Column('uuid', { nullable: true })
  @ForeignKey('account', { name: 'declaration_step_actor_fkey' })
  actor: string | null;

  @Column('text', { nullable: true })
  role: string | null;

  /** Code of a closed list. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Sealed: free words of people. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;
}
