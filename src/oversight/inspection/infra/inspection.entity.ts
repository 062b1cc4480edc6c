import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** 抽查: a sample of filings of a region and year, drawn by a seed that anybody can draw again with. */
@Entity('inspection_campaign')
@Check('inspection_campaign_numbers_check', 'cases BETWEEN 1 AND population AND lines_each BETWEEN 1 AND 1000')
@Index('inspection_campaign_drawn_idx', ['drawnAt', 'id'])
export class InspectionCampaignRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inspection_campaign_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  @Column('text')
  seed: string;

  /** How many filings could have been drawn … */
  @Column('integer')
  population: number;

  /** … and SHA-256 of their list, so that a second draw is known to be from the same. */
  @Column('text', { name: 'population_digest' })
  populationDigest: string;

  /** `number,people` of each, a line each, in the order of the numbers, as of the draw; null where it was not kept. */
  @Column('text', { name: 'population_list', nullable: true })
  populationList: string | null;

  @Column('integer')
  cases: number;

  @Column('integer', { name: 'lines_each' })
  linesEach: number;

  @Column('timestamptz', { name: 'drawn_at' })
  drawnAt: Date;

  @Column('uuid', { name: 'drawn_by', nullable: true })
  @ForeignKey('account', { name: 'inspection_campaign_drawn_by_fkey' })
  drawnBy: string | null;
}

/** One filing that was drawn. A filing is in one open case at most. */
@Entity('inspection_case')
@Unique('inspection_case_place_key', ['campaignId', 'place'])
@Check('inspection_case_state_check', `state IN ('drawn', 'asked', 'answered', 'proposed', 'defended', 'clear', 'found')`)
@Check('inspection_case_two_people_check', 'proposed_by <> decided_by')
@Index('inspection_case_employer_idx', ['employerId'])
@Index('inspection_case_open_key', { synchronize: false })
export class InspectionCaseRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inspection_case_pkey' })
  id: string;

  @Column('uuid', { name: 'campaign_id' })
  @ForeignKey('inspection_campaign', { name: 'inspection_case_campaign_fkey' })
  campaignId: string;

  /** From 1, in the order of the draw. */
  @Column('integer')
  place: number;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'inspection_case_declaration_fkey' })
  declarationId: string;

  @Column('smallint', { name: 'version_number' })
  versionNumber: number;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'inspection_case_employer_fkey' })
  employerId: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('text')
  state: string;

  @Column('timestamptz', { name: 'state_since' })
  stateSince: Date;

  /** Last day of the employer's term, for proofs or for its defence. */
  @Column('date', { name: 'due_on', nullable: true })
  dueOn: string | null;

  @Column('uuid', { name: 'proposed_by', nullable: true })
  @ForeignKey('account', { name: 'inspection_case_proposed_by_fkey' })
  proposedBy: string | null;

  @Column('uuid', { name: 'decided_by', nullable: true })
  @ForeignKey('account', { name: 'inspection_case_decided_by_fkey' })
  decidedBy: string | null;

  /** Sealed: grounds of the proposed finding, the employer's defence, the words of the decision. */
  @Column('text', { nullable: true })
  grounds: string | null;

  @Column('text', { nullable: true })
  defence: string | null;

  @Column('text', { nullable: true })
  decision: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** A line of the roster that was drawn. Months are bits, bit 0 is January of the base year. */
@Entity('inspection_line')
@Unique('inspection_line_once_key', ['caseId', 'lineId'])
@Check('inspection_line_finding_check', `finding IN ('confirmed', 'partly', 'not_confirmed')`)
@Check('inspection_line_months_check', 'claimed BETWEEN 0 AND 4095 AND refused & ~claimed = 0 AND refused >= 0')
export class InspectionLineRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'inspection_line_pkey' })
  id: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('inspection_case', { name: 'inspection_line_case_fkey', onDelete: 'CASCADE' })
  caseId: string;

  @Column('bigint', { name: 'line_id' })
  @ForeignKey('roster_line', { name: 'inspection_line_line_fkey' })
  lineId: string;

  @Column('integer')
  place: number;

  /** On the filing's own list from 1, whoever claims no month left out; null where it was not kept. */
  @Column('integer', { nullable: true })
  ordinal: number | null;

  @Column('smallint')
  claimed: number;

  @Column('text', { nullable: true })
  finding: string | null;

  /** Code of a closed list. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('smallint', { default: 0 })
  refused: number;

  @Column('uuid', { name: 'judged_by', nullable: true })
  @ForeignKey('account', { name: 'inspection_line_judged_by_fkey' })
  judgedBy: string | null;

  @Column('timestamptz', { name: 'judged_at', nullable: true })
  judgedAt: Date | null;
}

/** A proof that the employer handed in. */
@Entity('inspection_paper')
@Check('inspection_paper_size_check', 'size > 0')
@Index('inspection_paper_case_idx', ['caseId', 'storedAt'])
export class InspectionPaperRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inspection_paper_pkey' })
  id: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('inspection_case', { name: 'inspection_paper_case_fkey', onDelete: 'CASCADE' })
  caseId: string;

  /** Null: it concerns the whole case. */
  @Column('bigint', { name: 'line_id', nullable: true })
  @ForeignKey('inspection_line', { name: 'inspection_paper_line_fkey' })
  lineId: string | null;

  /** Sealed, like the content in Base64. */
  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('integer')
  size: number;

  /** SHA-256 of the bytes. */
  @Column('bytea')
  digest: Buffer;

  @Column('text')
  content: string;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt: Date;

  @Column('uuid', { name: 'stored_by', nullable: true })
  @ForeignKey('account', { name: 'inspection_paper_stored_by_fkey' })
  storedBy: string | null;
}

/** One step of a case. Never changed, never removed. */
@Entity('inspection_step')
@Index('inspection_step_case_idx', ['caseId', 'id'])
export class InspectionStepRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'inspection_step_pkey' })
  id: string;

  @Column('uuid', { name: 'case_id' })
  @ForeignKey('inspection_case', { name: 'inspection_step_case_fkey' })
  caseId: string;

  @Column('text')
  act: string;

  @Column('text', { name: 'from_state', nullable: true })
  fromState: string | null;

  @Column('text', { name: 'to_state' })
  toState: string;

  @Column('timestamptz')
  at: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey('account', { name: 'inspection_step_actor_fkey' })
  actor: string | null;

  @Column('text', { nullable: true })
  role: string | null;
}
