import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 公示: employers and numbers of a region and year, for anybody to read and to object to until a day. */
@Entity('notice')
@Check('notice_kind_check', `kind IN ('review', 'relief')`)
@Check('notice_withdrawn_check', '(withdrawn_at IS NULL) = (withdrawal_reason IS NULL)')
@Check('notice_lines_check', 'lines > 0')
@Index('notice_published_idx', ['publishedAt', 'id'])
export class NoticeRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'notice_pkey' })
  id: string;

  @Column('text')
  kind: string;

  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('smallint', { name: 'base_year' })
  baseYear: number;

  @Column('text')
  issuer: string;

  @Column('timestamptz', { name: 'published_at' })
  publishedAt: Date;

  @Column('uuid', { name: 'published_by', nullable: true })
  @ForeignKey('account', { name: 'notice_published_by_fkey' })
  publishedBy: string | null;

  /** Last day for objections. */
  @Column('date', { name: 'closes_on' })
  closesOn: string;

  @Column('integer')
  lines: number;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  @ForeignKey('account', { name: 'notice_withdrawn_by_fkey' })
  withdrawnBy: string | null;

  /** Code of a closed list. */
  @Column('text', { name: 'withdrawal_reason', nullable: true })
  withdrawalReason: string | null;
}

/** One employer of a notice: its numbers as they stood at the publication. There is no column for a person. */
@Entity('notice_line')
@Index('notice_line_determination_key', { synchronize: false })
@Check('notice_line_relief_check', `relief_kind IN ('relief', 'deferral')`)
export class NoticeLineRecord {
  @PrimaryColumn('uuid', { name: 'notice_id', primaryKeyConstraintName: 'notice_line_pkey' })
  @ForeignKey('notice', { name: 'notice_line_notice_fkey', onDelete: 'CASCADE' })
  noticeId: string;

  /** From 1, in the order of the list. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'notice_line_pkey' })
  place: number;

  @Column('uuid', { name: 'determination_id', nullable: true })
  @ForeignKey('determination', { name: 'notice_line_determination_fkey' })
  determinationId: string | null;

  @Column('text', { name: 'employer_name' })
  employerName: string;

  @Column('text')
  uscc: string;

  @Column('numeric', { precision: 18, scale: 6, nullable: true })
  required: string | null;

  @Column('numeric', { precision: 12, scale: 4, nullable: true })
  arranged: string | null;

  @Column('text', { name: 'relief_kind', nullable: true })
  reliefKind: string | null;

  /** Fen. */
  @Column('bigint', { name: 'relief_amount', nullable: true })
  reliefAmount: string | null;

  @Column('smallint', { name: 'deferral_months', nullable: true })
  deferralMonths: number | null;

  /** Of the finance department that decided. */
  @Column('text', { name: 'relief_region', nullable: true })
  reliefRegion: string | null;

  /** Number of its decision. */
  @Column('text', { name: 'relief_document', nullable: true })
  reliefDocument: string | null;

  /** Follows the notice, so that a determination stands on one live notice at most. */
  @Column('boolean', { default: false })
  withdrawn: boolean;
}
