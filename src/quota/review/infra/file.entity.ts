import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Paper of an employer, or the archive of a closed case. Its bytes lie sealed in parts. */
@Entity('review_file')
@Check('review_file_kind_check', `kind IN ('paper', 'archive')`)
@Check('review_file_paper_check', `(kind = 'paper') = (need IS NOT NULL)`)
@Check('review_file_size_check', 'size > 0')
@Index('review_file_declaration_idx', ['declarationId', 'storedAt'])
export class ReviewFileRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'review_file_pkey' })
  id: string;

  @Column('uuid', { name: 'declaration_id' })
  @ForeignKey('declaration', { name: 'review_file_declaration_fkey' })
  declarationId: string;

  @Column('text')
  kind: string;

  @Column('bigint', { name: 'registry_person_id', nullable: true })
  @ForeignKey('registry_person', { name: 'review_file_registry_person_fkey' })
  registryPersonId: string | null;

  /** What the paper is to prove; null for an archive. */
  @Column('text', { nullable: true })
  need: string | null;

  @Column('smallint', { name: 'version_number' })
  versionNumber: number;

  /** Sealed. */
  @Column('text')
  name: string;

  @Column('text', { name: 'media_type' })
  mediaType: string;

  @Column('integer')
  size: number;

  /** SHA-256 of the bytes. */
  @Column('bytea')
  digest: Buffer;

  @Column('timestamptz', { name: 'stored_at' })
  storedAt: Date;

  @Column('uuid', { name: 'stored_by', nullable: true })
  @ForeignKey('account', { name: 'review_file_stored_by_fkey' })
  storedBy: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}

/** A piece of a file. */
@Entity('review_file_part')
@Unique('review_file_part_place_key', ['fileId', 'place'])
export class ReviewFilePartRecord {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'review_file_part_pkey' })
  id: string;

  @Column('uuid', { name: 'file_id' })
  @ForeignKey('review_file', { name: 'review_file_part_file_fkey', onDelete: 'CASCADE' })
  fileId: string;

  @Column('smallint')
  place: number;

  /** Base64, sealed. */
  @Column('text')
  content: string;
}
