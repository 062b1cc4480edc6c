import { Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';

/**
 * Somebody of whom another register told us, with or without a file here, of any province. Facts hang on this row; the
 * number is sealed and found as in `person`, under the same index keys.
 */
@Entity('registry_person')
@Unique('registry_person_citizen_id_index_a_key', ['citizenIdIndexA'])
@Unique('registry_person_citizen_id_index_b_key', ['citizenIdIndexB'])
@Unique('registry_person_person_key', ['personId'])
export class RegistryPersonRecord {
  /** Taken from its sequence before the row is written: the number is sealed for its place. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT', primaryKeyConstraintName: 'registry_person_pkey' })
  id: string;

  @Column('text', { name: 'citizen_id' })
  citizenId: string;

  @Column('text', { name: 'citizen_id_index_a', nullable: true })
  citizenIdIndexA: string | null;

  @Column('text', { name: 'citizen_id_index_b', nullable: true })
  citizenIdIndexB: string | null;

  /** The file of the same person, where there is one. */
  @Column('uuid', { name: 'person_id', nullable: true })
  @ForeignKey('person', { name: 'registry_person_person_fkey', onDelete: 'SET NULL' })
  personId: string | null;
}
