import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';

/** A body that people are members of, in its place on the region tree. */
@Entity('organisation')
@Index('organisation_name_key', { synchronize: false })
@Index('organisation_region_idx', { synchronize: false })
@Index('organisation_parent_idx', ['parentId'])
@Check('organisation_kind_check', `kind IN ('federation', 'employer', 'school', 'service', 'hrss', 'finance', 'tax')`)
@Check('organisation_region_check', `region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`)
export class OrganisationRecord {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pkey' })
  id: string;

  @Column('text')
  kind: string;

  @Column('text')
  name: string;

  /** The region that the body is competent for. */
  @Column('text', { name: 'region_code' })
  regionCode: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  @ManyToOne(() => OrganisationRecord)
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'organisation_parent_fkey' })
  parent: Relation<OrganisationRecord> | null;

  @Column('integer', { default: 1 })
  version: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
