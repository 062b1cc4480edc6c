import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** 审核认定: the result of one version of a declaration, as it was issued. Written once and never changed: a correction is a row of its own. */
@Entity('determination')
@Unique('determination_version_key', ['declarationId', 'versionNumber'])
@Unique('determination_number_key', ['number'])
@Unique('determination_code_key', ['code'])
@Unique('determination_supersedes_key', ['supersedes'])
@Check('determination_outcome_check', `outcome IN ('determined', 'refused', 'corrected')`)
@Check('determination_numbers_check', 'arranged >= 0 AND required >= 0 AND counted_months >= 0 AND weighted_months >= counted_months')
@Check('determination_digest_check', 'length(digest) = 32')
@Index('determination_region_idx', { synchronize: false })
@Index('determination_employer_idx', ['employerId', 'baseYear'])
@Index('determination_issued_idx', ['issuedAt', 'id'])
export class DeterminationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'determination_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'determination_declaration_fkey' })
  declarationId: string;

  @Column('smallint', { name: 'version_number' })
  versionNumber: number;

  @Column('uuid', { name: 'employer_id' })
  @ForeignKey('employer', { name: 'determination_employer_fkey' })
  employerId: string;

  /** As it was called when the determination was issued. */
  @Column('text', { name: 'employer_name' })
  employerName: string;

  @Column('text')
  uscc: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  @Column('text')
  number: string;

  /** What a stranger types to verify it. */
  @Column('text')
  code: string;

  @Column('text')
  outcome: string;

  /** Determined number of employed disabled people. */
  @Column('numeric', { precision: 12, scale: 4 })
  arranged: string;

  @Column('integer', { name: 'counted_months' })
  countedMonths: number;

  /** With the severe grades twice. */
  @Column('integer', { name: 'weighted_months' })
  weightedMonths: number;

  /** From the staff that the employer declares; null where no trial sum could be worked out. */
  @Column('numeric', { precision: 18, scale: 6, nullable: true })
  required: string | null;

  /** Canonical JSON: exactly the bytes that are signed. */
  @Column('text')
  content: string;

  /** SHA-256 of the content. */
  @Column('bytea')
  digest: Buffer;

  @Column('text', { name: 'seal_algorithm' })
  sealAlgorithm: string;

  @Column('text', { name: 'seal_key' })
  sealKey: string;

  @Column('text', { name: 'seal_signature' })
  sealSignature: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @Column('text')
  issuer: string;

  /** The determination that this one takes the place of. */
  @Column('uuid', { nullable: true })
  @ForeignKey('determination', { name: 'determination_supersedes_fkey' })
  supersedes: string | null;
}

/** The last number given in a region and year. */
@Entity('determination_serial')
export class DeterminationSerialRecord {
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'determination_serial_pkey' })
  regionCode: string;

  @PrimaryColumn('smallint', { name: 'issue_year', primaryKeyConstraintName: 'determination_serial_pkey' })
  issueYear: number;

  @Column('integer')
  last: number;
}
