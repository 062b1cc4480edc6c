import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Calls of somebody in the window that ends at `expire`. Unlogged: a crash begins all counts anew, and no backup holds them. */
@Entity('call_count')
@Index('call_count_expire_idx', ['expire'])
export class CallCountRecord {
  /** `<limit>:<keyed digest of who>` */
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'call_count_pkey' })
  key: string;

  @Column('integer', { default: 0 })
  points: number;

  /** Milliseconds since 1970. */
  @Column('bigint', { nullable: true })
  expire: string | null;
}
