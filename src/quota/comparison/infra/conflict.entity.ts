import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One person whose months several employers claim, or whose dispatch the other unit does not confirm. A person settles it, the
 * machine never does.
 */
@Entity('claim_conflict')
@Unique('claim_conflict_person_year_key', ['registryPersonId', 'baseYear'])
@Check('claim_conflict_state_check', `state IN ('open', 'settled', 'gone')`)
@Check('claim_conflict_months_check', `overlapping BETWEEN 0 AND 4095 AND unagreed BETWEEN 0 AND 4095 AND (state = 'gone' OR overlapping | unagreed > 0)`)
@Check('claim_conflict_settled_check', `(state = 'settled') = (settled_at IS NOT NULL) AND (state = 'settled') = (settled_by IS NOT NULL) AND (state = 'settled') = (reason IS NOT NULL)`)
@Index('claim_conflict_state_idx', ['state', 'baseYear', 'foundAt', 'id'])
export class ClaimConflictRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_conflict_pkey' })
  id: string;

  @Column('bigint', { name: 'registry_person_id' })
  @ForeignKey('registry_person', { name: 'claim_conflict_registry_person_fkey' })
  registryPersonId: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  /** Months claimed or counted by more than one side. */
  @Column('smallint')
  overlapping: number;

  /** Months of a dispatch that the other unit does not confirm. */
  @Column('smallint')
  unagreed: number;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'found_at' })
  foundAt: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt: Date | null;

  @Column('uuid', { name: 'settled_by', nullable: true })
  @ForeignKey('account', { name: 'claim_conflict_settled_by_fkey' })
  settledBy: string | null;

  /** Code of a closed list. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Sealed. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** A side of a conflict: a filing, or a unit that a filing names and that has none. */
@Entity('claim_conflict_side')
@Check('claim_conflict_side_months_check', 'claimed BETWEEN 0 AND 4095 AND counted BETWEEN 0 AND 4095 AND given_away BETWEEN 0 AND 4095 AND insured BETWEEN 0 AND 4095 AND contracted BETWEEN 0 AND 4095 AND awarded BETWEEN 0 AND 4095')
@Index('claim_conflict_side_declaration_idx', ['declarationId'])
export class ClaimConflictSideRecord {
  @PrimaryColumn('uuid', { name: 'conflict_id', primaryKeyConstraintName: 'claim_conflict_side_pkey' })
  @ForeignKey('claim_conflict', { name: 'claim_conflict_side_conflict_fkey', onDelete: 'CASCADE' })
  conflictId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'claim_conflict_side_pkey' })
  uscc: string;

  @Column('uuid', { name: 'declaration_id', nullable: true })
  @ForeignKey('declaration', { name: 'claim_conflict_side_declaration_fkey' })
  declarationId: string | null;

  /** Months that its filing claims to count here. */
  @Column('smallint')
  claimed: number;

  /** Months that a determination has counted for it. */
  @Column('smallint')
  counted: number;

  /** Months that its filing gives to the other unit by agreement. */
  @Column('smallint', { name: 'given_away' })
  givenAway: number;

  /** Months in which registers tell insurance by this employer; shown to whoever settles. */
  @Column('smallint')
  insured: number;

  @Column('smallint')
  contracted: number;

  /** Months that the settlement gives to this side; null while it is open. */
  @Column('smallint', { nullable: true })
  awarded: number | null;
}

/** A ground to look whether an employment is only pretended 挂证. It refuses nothing; a person looks and says what follows. */
@Entity('claim_signal')
@Unique('claim_signal_code_key', ['declarationId', 'code'])
@Check('claim_signal_code_check', `code IN ('floor_wage', 'late_insurance', 'shared_contact', 'far_workplace', 'short_spells')`)
@Check('claim_signal_state_check', `state IN ('open', 'no_concern', 'to_inspect')`)
@Check('claim_signal_looked_check', `(state = 'open') = (looked_at IS NULL) AND (state = 'open') = (looked_by IS NULL)`)
export class ClaimSignalRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'claim_signal_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'claim_signal_declaration_fkey' })
  declarationId: string;

  @Column('text')
  code: string;

  /** Counts and thresholds, no identities: `Grounds`. */
  @Column('jsonb')
  grounds: object;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'found_at' })
  foundAt: Date;

  @Column('timestamptz', { name: 'looked_at', nullable: true })
  lookedAt: Date | null;

  @Column('uuid', { name: 'looked_by', nullable: true })
  @ForeignKey('account', { name: 'claim_signal_looked_by_fkey' })
  lookedBy: string | null;

  /** Sealed. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
