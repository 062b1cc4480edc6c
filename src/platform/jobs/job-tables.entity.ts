import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A piece of work that was done once; see `once`. */
@Entity('job_receipt')
@Index('job_receipt_done_at_idx', ['doneAt'])
export class JobReceipt {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'job_receipt_pkey' })
  job: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'job_receipt_pkey' })
  key: string;

  @Column('timestamptz', { name: 'done_at', default: () => 'now()' })
  doneAt: Date;
}

/** A process that works on jobs; see `WorkerLease`. */
@Entity('job_worker')
export class JobWorker {
  @PrimaryColumn('integer', { name: 'lease_id', primaryKeyConstraintName: 'job_worker_pkey' })
  leaseId: number;

  @Column('text', { name: 'worker_ids', array: true })
  workerIds: string[];

  @Column('timestamptz', { default: () => 'now()' })
  since: Date;
}
