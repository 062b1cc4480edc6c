import { Check, Column, Entity, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** An act or a look at protected data. Written by `Audit`, never changed: a trigger refuses it. */
@Entity('audit_entry')
@Check('audit_entry_kind_check', `kind IN ('act', 'read')`)
@Check('audit_entry_read_check', `(kind = 'read') = (fields IS NOT NULL) AND (kind = 'read') = (purpose IS NOT NULL)`)
@Index('audit_entry_chain_idx', ['xid', 'seq'])
@Index('audit_entry_object_idx', ['objectKind', 'objectId', 'seq'])
@Index('audit_entry_account_idx', ['accountId', 'seq'])
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'audit_entry_pkey' })
  seq: string;

  /** Number of the writing transaction: in it the sealer sees which entries can no longer be overtaken. */
  @Column('bigint')
  xid: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  kind: string;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  @Column('uuid', { name: 'membership_id', nullable: true })
  membershipId: string | null;

  @Column('uuid', { name: 'machine_key_id', nullable: true })
  machineKeyId: string | null;

  @Column('text', { nullable: true })
  role: string | null;

  @Column('text')
  via: string;

  @Column('text')
  act: string;

  @Column('text', { name: 'object_kind' })
  objectKind: string;

  @Column('text', { name: 'object_id' })
  objectId: string;

  /** `json` and not `jsonb`: the chain covers the very signs that were written. */
  @Column('json', { nullable: true })
  detail: unknown;

  @Column('text', { array: true, nullable: true })
  fields: string[] | null;

  @Column('text', { nullable: true })
  purpose: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('text', { name: 'correlation_id', nullable: true })
  correlationId: string | null;
}

/** A piece of the chain: which entries it covers, in order, under which key. */
@Entity('audit_segment')
export class AuditSegment {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'audit_segment_pkey' })
  no: string;

  @Column('timestamptz', { name: 'sealed_at' })
  sealedAt: Date;

  @Column('text', { name: 'key_id' })
  keyId: string;

  @Column('bigint', { array: true })
  seqs: string[];

  /** The first bytes of the chain's value after each entry, by which the first bad one is named. */
  @Column('bytea')
  marks: Buffer;

  @Column('bigint', { name: 'last_xid' })
  lastXid: string;

  @Column('bigint', { name: 'last_seq' })
  lastSeq: string;

  @Column('bytea')
  mac: Buffer;
}
