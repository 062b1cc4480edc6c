import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * What registers say to one line. Months are bit masks, bit 0 is January of the base year, within the months that the line claims.
 * A repeat with the same facts writes nothing.
 */
@Entity('line_comparison')
@Check('line_comparison_months_check', 'counted BETWEEN 0 AND 4095 AND provisional BETWEEN 0 AND 4095 AND doubled BETWEEN 0 AND 4095 AND paper BETWEEN 0 AND 4095 AND insured BETWEEN 0 AND 4095 AND contracted BETWEEN 0 AND 4095 AND provisional & ~counted = 0')
@Index('line_comparison_version_idx', ['versionId'])
export class LineComparisonRecord {
  @PrimaryColumn('bigint', { name: 'line_id', primaryKeyConstraintName: 'line_comparison_pkey' })
  @ForeignKey('roster_line', { name: 'line_comparison_line_fkey', onDelete: 'CASCADE' })
  lineId: string;

  @Column('uuid', { name: 'version_id' })
  @ForeignKey('filing_version', { name: 'line_comparison_version_fkey', onDelete: 'CASCADE' })
  versionId: string;

  /** Months that count by law, provisional ones included. */
  @Column('smallint')
  counted: number;

  /** Those of them in which a fact or a value of law is not known. */
  @Column('smallint')
  provisional: number;

  /** Months in which the certificate weighs double, counted or not. */
  @Column('smallint')
  doubled: number;

  /** Months in which something is unmet or not known: the employer may prove it with paper. */
  @Column('smallint')
  paper: number;

  /** Months of which a register tells pension and medical insurance by this employer. */
  @Column('smallint')
  insured: number;

  /** Months that the declared contract covers. */
  @Column('smallint')
  contracted: number;

  /** Groups of months with the same answers: `StoredGroup[]`. */
  @Column('jsonb')
  groups: object;

  /** Which register told what, and as of when: `LineSources`. */
  @Column('jsonb')
  sources: object;

  /** Where a register and the line differ without refusing anything: `LineNote[]`. */
  @Column('jsonb')
  notes: object;

  @Column('timestamptz', { name: 'compared_at' })
  comparedAt: Date;
}

/** The comparison of one version in numbers. */
@Entity('version_comparison')
@Check('version_comparison_numbers_check', 'doubtful BETWEEN 0 AND lines AND paper BETWEEN 0 AND lines AND counted_months BETWEEN 0 AND months')
export class VersionComparisonRecord {
  @PrimaryColumn('uuid', { name: 'version_id', primaryKeyConstraintName: 'version_comparison_pkey' })
  @ForeignKey('filing_version', { name: 'version_comparison_version_fkey', onDelete: 'CASCADE' })
  versionId: string;

  @Column('integer')
  lines: number;

  /** Lines with a month that does not count plainly. */
  @Column('integer')
  doubtful: number;

  /** Lines for which paper may be given. */
  @Column('integer')
  paper: number;

  @Column('integer')
  months: number;

  @Column('integer', { name: 'counted_months' })
  countedMonths: number;

  @Column('timestamptz', { name: 'compared_at' })
  comparedAt: Date;
}
