import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a public body below the ratio means to do: how many people, by when. One for each body and year. */
@Entity('leading_plan')
@Check('leading_plan_persons_check', 'persons BETWEEN 1 AND 1000')
export class LeadingPlanRecord {
  @PrimaryColumn('uuid', { name: 'employer_id', primaryKeyConstraintName: 'leading_plan_pkey' })
  @ForeignKey('employer', { name: 'leading_plan_employer_fkey' })
  employerId: string;

  @PrimaryColumn('smallint', { name: 'base_year', primaryKeyConstraintName: 'leading_plan_pkey' })
  baseYear: number;

  @Column('integer')
  persons: number;

  @Column('date', { name: 'due_on' })
  dueOn: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('account', { name: 'leading_plan_recorded_by_fkey' })
  recordedBy: string | null;

  @Column('integer', { default: 1 })
  version: number;
}

/** Officials of the federation of a region, and how many of them are disabled: two numbers, nobody's name. */
@Entity('federation_officials')
@Check('federation_officials_numbers_check', 'officials BETWEEN 1 AND 100000 AND disabled BETWEEN 0 AND officials')
@Check('federation_officials_region_check', `region_code ~ '^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$'`)
export class FederationOfficialsRecord {
  @PrimaryColumn('text', { name: 'region_code', primaryKeyConstraintName: 'federation_officials_pkey' })
  regionCode: string;

  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'federation_officials_pkey' })
  year: number;

  @Column('integer')
  officials: number;

  @Column('integer')
  disabled: number;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  @ForeignKey('account', { name: 'federation_officials_recorded_by_fkey' })
  recordedBy: string | null;

  @Column('integer', { default: 1 })
  version: number;
}
