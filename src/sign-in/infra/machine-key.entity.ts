import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A program of another body, what it may do and how often. */
@Entity('machine_client')
export class MachineClientRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'machine_client_pkey' })
  id: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId: string | null;

  /** The role that it acts in. */
  @Column('text')
  role: string;

  /** Of the permissions of the role, the ones that this client has. */
  @Column('text', { array: true })
  permissions: string[];

  /** Beginning of the region codes that it may see; null where it sees no data of any region. */
  @Column('text', { name: 'region_prefix', nullable: true })
  regionPrefix: string | null;

  @Column('integer', { name: 'calls_per_minute' })
  callsPerMinute: number;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}

/** A key of a client. While keys are changed two are live. */
@Entity('machine_key')
@Unique('machine_key_digest_key', ['digest'])
@Index('machine_key_client_idx', ['clientId'])
export class MachineKeyRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'machine_key_pkey' })
  id: string;

  @Column('uuid', { name: 'client_id' })
  @ForeignKey('machine_client', { name: 'machine_key_client_fkey', onDelete: 'CASCADE' })
  clientId: string;

  @Column('bytea')
  digest: Buffer;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;
}
