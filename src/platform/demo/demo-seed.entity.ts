import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of the demo that this database holds. */
@Entity('demo_seed')
export class DemoSeedRecord {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'demo_seed_pkey' })
  name: string;

  @Column('timestamptz', { name: 'seeded_at', default: () => 'now()' })
  seededAt: Date;
}
