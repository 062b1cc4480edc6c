import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** An upload of the public calculator; see `UploadStore`. The table is unlogged. */
@Entity('roster_upload')
@Index('roster_upload_visitor_idx', ['visitor'])
@Index('roster_upload_expires_at_idx', ['expiresAt'])
@Check('roster_upload_state_check', `state IN ('receiving', 'queued', 'running', 'done', 'refused', 'failed')`)
export class RosterUploadRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roster_upload_pkey' })
  id: string;

  /** Proof of the visitor's key; the key itself is nowhere here. */
  @Column('bytea')
  visitor: Buffer;

  @Column('text')
  state: string;

  @Column('text')
  phase: string;

  @Column('integer', { name: 'rows_read' })
  rowsRead: number;

  @Column('text')
  language: string;

  /** The process that works on it, and when it was last heard of. */
  @Column('uuid')
  owner: string;

  @Column('timestamptz', { name: 'alive_at' })
  aliveAt: Date;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  /** Order of the queue; null while the file is still coming. */
  @Column('timestamptz', { name: 'queued_at', nullable: true })
  queuedAt: Date | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;
}

/** A piece of an upload or of its result, encrypted. */
@Entity('roster_upload_part')
export class RosterUploadPart {
  @PrimaryColumn('uuid', { name: 'upload_id', primaryKeyConstraintName: 'roster_upload_part_pkey' })
  uploadId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'roster_upload_part_pkey' })
  kind: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'roster_upload_part_pkey' })
  place: number;

  @Column('bytea')
  body: Buffer;

  @ManyToOne(() => RosterUploadRecord, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'upload_id', foreignKeyConstraintName: 'roster_upload_part_upload_fkey' })
  upload: Relation<RosterUploadRecord>;
}
