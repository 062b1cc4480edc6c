import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** What a line of a roster holds. Months are bit masks, bit 0 is January of the base year. */
abstract class LineColumns {
  @Column('text')
  source: string;

  /** Row of the file that it came from. */
  @Column('integer', { name: 'source_row', nullable: true })
  sourceRow: number | null;

  /** Sealed. */
  @Column('text')
  name: string;

  /** Sealed: its last two signs are the diagnosis. */
  @Column('text')
  certificate: string;

  @Column('text', { name: 'certificate_kind' })
  certificateKind: string;

  @Column('smallint', { name: 'certificate_grade' })
  certificateGrade: number;

  @Column('date', { name: 'certificate_from', nullable: true })
  certificateFrom: string | null;

  @Column('date', { name: 'certificate_until', nullable: true })
  certificateUntil: string | null;

  /** The file had no place for the day: stating the number declares a certificate that was held. */
  @Column('boolean', { name: 'certificate_from_declared', default: false })
  certificateFromDeclared: boolean;

  @Column('boolean', { name: 'certificate_until_declared', default: false })
  certificateUntilDeclared: boolean;

  /** Sealed: free words. */
  @Column('text', { nullable: true })
  post: string | null;

  @Column('text', { name: 'post_category', nullable: true })
  postCategory: string | null;

  @Column('text', { name: 'contract_kind', nullable: true })
  contractKind: string | null;

  @Column('date', { name: 'contract_start' })
  contractStart: string;

  @Column('date', { name: 'contract_end', nullable: true })
  contractEnd: string | null;

  /** Fen a month. */
  @Column('bigint', { nullable: true })
  wage: string | null;

  @Column('smallint', { name: 'pension_known', default: 0 })
  pensionKnown: number;

  @Column('smallint', { name: 'pension_yes', default: 0 })
  pensionYes: number;

  @Column('smallint', { name: 'medical_known', default: 0 })
  medicalKnown: number;

  @Column('smallint', { name: 'medical_yes', default: 0 })
  medicalYes: number;

  @Column('date', { name: 'pension_drawn_from', nullable: true })
  pensionDrawnFrom: string | null;

  @Column('text', { nullable: true })
  residence: string | null;

  /** Months that the employer claims. */
  @Column('smallint')
  months: number;

  @Column('text', { default: 'own' })
  counts: string;

  /** The other unit of a dispatch agreement. */
  @Column('text', { name: 'other_uscc', nullable: true })
  otherUscc: string | null;

  /** What counting said of what the line declares: months, and weights of months, provisional ones included … */
  @Column('smallint', { name: 'counted_months', default: 0 })
  countedMonths: number;

  @Column('smallint', { name: 'weighted_months', default: 0 })
  weightedMonths: number;

  /** … and without them. */
  @Column('smallint', { name: 'certain_months', default: 0 })
  certainMonths: number;

  @Column('smallint', { name: 'certain_weighted', default: 0 })
  certainWeighted: number;

  /** Keyed digest of all that the line says. */
  @Column('text')
  fingerprint: string;
}

/** One person claimed in one version of a filing, under one contract. */
@Entity('roster_line')
@Unique('roster_line_once_key', ['versionId', 'registryPersonId', 'contractStart'])
@Index('roster_line_person_idx', ['registryPersonId'])
@Check('roster_line_source_check', `source IN ('upload', 'hand', 'prefill_last_year', 'prefill_spell', 'prefill_registry')`)
@Check('roster_line_kind_check', `certificate_kind IN ('disability', 'military', 'police')`)
@Check('roster_line_grade_check', `certificate_grade BETWEEN 1 AND CASE WHEN certificate_kind = 'disability' THEN 4 ELSE 10 END`)
@Check('roster_line_contract_kind_check', `contract_kind IN ('establishment', 'contract')`)
@Check('roster_line_post_category_check', `post_category IN ('management', 'worker')`)
@Check('roster_line_residence_check', `residence IN ('local', 'elsewhere')`)
@Check('roster_line_counts_check', `counts IN ('own', 'in', 'out')`)
@Check('roster_line_months_check', 'months BETWEEN 0 AND 4095 AND pension_known BETWEEN 0 AND 4095 AND medical_known BETWEEN 0 AND 4095 AND pension_yes & ~pension_known = 0 AND medical_yes & ~medical_known = 0')
@Check('roster_line_counted_check', 'counted_months BETWEEN 0 AND 12 AND certain_months BETWEEN 0 AND counted_months AND weighted_months BETWEEN counted_months AND 2 * counted_months AND certain_weighted BETWEEN certain_months AND 2 * certain_months')
@Check('roster_line_contract_check', 'contract_end IS NULL OR contract_end >= contract_start')
export class RosterLineRecord extends LineColumns {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'roster_line_pkey' })
  id: string;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('filing_version', { name: 'roster_line_version_fkey', onDelete: 'CASCADE' })
  versionId: string;

  @Column('bigint', { name: 'registry_person_id' })
  @ForeignKey('registry_person', { name: 'roster_line_registry_person_fkey' })
  registryPersonId: string;
}

/** A line that a dry run would take; its id is the one that it will have. */
@Entity('roster_staged_line')
@Index('roster_staged_line_import_idx', ['importId', 'registryPersonId', 'contractStart'])
export class RosterStagedLineRecord extends LineColumns {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'roster_staged_line_pkey' })
  id: string;

  @Column('uuid', { name: 'import_id' })
  @ForeignKey('roster_import', { name: 'roster_staged_line_import_fkey', onDelete: 'CASCADE' })
  importId: string;

  @Column('bigint', { name: 'registry_person_id' })
  registryPersonId: string;
}
