import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** 一人一档: the file of a person. Its id is the person's, so that there is one and no more. */
@Entity('person_file')
@Check('person_file_closed_check', '(closed_on IS NULL) = (closing_reason IS NULL)')
@Index('person_file_closed_idx', ['closedOn'])
export class PersonFileRecord {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'person_file_pkey' })
  @ForeignKey('person', { name: 'person_file_person_fkey' })
  personId: string;

  @Column('uuid', { name: 'created_by', nullable: true })
  @ForeignKey('account', { name: 'person_file_created_by_fkey' })
  createdBy: string | null;

  @Column('date', { name: 'opened_on' })
  openedOn: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { name: 'closing_reason', nullable: true })
  closingReason: string | null;

  /** 个人信息保护法 art. 24: the person is not ranked by a program. */
  @Column('boolean', { name: 'ranking_off', default: false })
  rankingOff: boolean;
}

/** How the person is reached; everything in it sealed. */
@Entity('person_contact')
@Check('person_contact_preferred_check', `preferred IN ('phone', 'text', 'sign_video', 'post', 'visit')`)
@Index('person_contact_phone_index_a_idx', ['phoneIndexA'])
@Index('person_contact_phone_index_b_idx', ['phoneIndexB'])
export class PersonContactRecord {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'person_contact_pkey' })
  @ForeignKey('person', { name: 'person_contact_person_fkey', onDelete: 'CASCADE' })
  personId: string;

  @Column('text', { nullable: true })
  phone: string | null;

  @Column('text', { name: 'phone_index_a', nullable: true })
  phoneIndexA: string | null;

  @Column('text', { name: 'phone_index_b', nullable: true })
  phoneIndexB: string | null;

  @Column('text', { nullable: true })
  address: string | null;

  /** Preferred way of contact. */
  @Column('text', { default: 'phone' })
  preferred: string;
}
