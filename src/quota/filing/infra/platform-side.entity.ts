import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** A file of the national platform that was read. The file itself is not kept. */
@Entity('platform_file')
@Index('platform_file_declaration_idx', ['declarationId', 'receivedAt'])
@Check('platform_file_balance_check', 'rows_in = accepted + unchanged + rejected AND least(accepted, unchanged, rejected, removed) >= 0')
@Check('platform_file_determined_check', 'determined >= 0')
export class PlatformFileRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'platform_file_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'platform_file_declaration_fkey' })
  declarationId: string;

  @Column('timestamptz', { name: 'received_at' })
  receivedAt: Date;

  @Column('uuid', { name: 'received_by', nullable: true })
  @ForeignKey('account', { name: 'platform_file_received_by_fkey' })
  receivedBy: string | null;

  /** SHA-256 of the file. */
  @Column('bytea')
  digest: Buffer;

  /** Whether it says of which year it is. */
  @Column('boolean', { name: 'year_told' })
  yearTold: boolean;

  @Column('text', { name: 'receipt_number', nullable: true })
  receiptNumber: string | null;

  @Column('date', { name: 'received_on', nullable: true })
  receivedOn: string | null;

  /** Persons that the federation determined. */
  @Column('numeric', { precision: 12, scale: 4, nullable: true })
  determined: string | null;

  @Column('integer', { name: 'rows_in' })
  rowsIn: number;

  @Column('integer')
  accepted: number;

  @Column('integer')
  unchanged: number;

  @Column('integer')
  rejected: number;

  /** People whom an earlier file named and this one does not. */
  @Column('integer')
  removed: number;
}

/** What the platform says of a person in one filing. */
@Entity('platform_line')
@Unique('platform_line_person_key', ['declarationId', 'registryPersonId'])
@Index('platform_line_person_idx', ['registryPersonId'])
@Check('platform_line_result_check', `result IN ('counted', 'not_counted', 'pending')`)
@Check('platform_line_months_check', 'counted_months BETWEEN 0 AND 12')
export class PlatformLineRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'platform_line_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'platform_line_declaration_fkey' })
  declarationId: string;

  @Column('bigint', { name: 'registry_person_id' })
  @ForeignKey('registry_person', { name: 'platform_line_registry_person_fkey' })
  registryPersonId: string;

  @Column('uuid', { name: 'file_id' })
  @ForeignKey('platform_file', { name: 'platform_line_file_fkey' })
  fileId: string;

  @Column('text')
  result: string;

  @Column('smallint', { name: 'counted_months', nullable: true })
  countedMonths: number | null;

  /** The platform's own words. Sealed. */
  @Column('text', { nullable: true })
  reason: string | null;
}

/** A row that was not taken; `params` never repeat an identity number. */
@Entity('platform_file_rejection')
export class PlatformFileRejectionRecord {
  @PrimaryColumn('uuid', { name: 'file_id', primaryKeyConstraintName: 'platform_file_rejection_pkey' })
  @ForeignKey('platform_file', { name: 'platform_file_rejection_file_fkey', onDelete: 'CASCADE' })
  fileId: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'platform_file_rejection_pkey' })
  line: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'platform_file_rejection_pkey' })
  column: string;

  @Column('text')
  code: string;

  @Column('jsonb')
  params: unknown;
}
