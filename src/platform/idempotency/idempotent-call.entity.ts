import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A POST that was sent with an idempotency key; kept for a day. */
@Entity('idempotent_call')
@Unique('idempotent_call_key', ['caller', 'route', 'keyHash'])
@Index('idempotent_call_begun_at_idx', ['begunAt'])
export class IdempotentCall {
  /** New with every attempt: who no longer holds it can commit nothing. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotent_call_pkey' })
  id: string;

  @Column('text')
  caller: string;

  @Column('text')
  route: string;

  /** SHA-256 of the key. */
  @Column('text', { name: 'key_hash' })
  keyHash: string;

  /** Digest of address and body, sealed: bare, a short body could be guessed from it. */
  @Column('text')
  content: string;

  @Column('timestamptz', { name: 'begun_at' })
  begunAt: Date;

  /** An attempt without answer or commit is given up after this. */
  @Column('timestamptz', { name: 'held_until' })
  heldUntil: Date;

  /** When the call first committed something. */
  @Column('timestamptz', { name: 'acted_at', nullable: true })
  actedAt: Date | null;

  /** Sealed. */
  @Column('text', { nullable: true })
  answer: string | null;
}
