import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { KeyEntry } from '../crypto/index.js';

/** A living process and the keys it has, without their secrets: a rotation waits until all have what the next step needs. */
@Entity('key_holder')
export class KeyHolder {
  @PrimaryColumn('uuid', { name: 'process_id', primaryKeyConstraintName: 'key_holder_pkey' })
  processId: string;

  @Column('text')
  instance: string;

  @Column('jsonb')
  ring: readonly KeyEntry[];

  @Column('timestamptz', { name: 'seen_at' })
  seenAt: Date;
}
