import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import {
  deadLetters, discardDeadLetter, JobHandler, jobName, once, Outbox, queueCounts, retryDeadLetter, type Handles, type JobContext,
} from '../../../src/platform/jobs/index.js';
import { jobsApp } from '../../support/jobs-app.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { cleanEnvironment, startNode } from '../../support/processes.js';

// Real servers and processes, on whatever machine: the limit is there to end a hang, not to measure.
jest.setTimeout(120_000);

const NOTE = jobName<{ text: string }>('test.note');
const SHAKY = jobName<{ failures: number; message: string }>('test.shaky');
const STUCK = jobName<null>('test.stuck');
const SLOW = jobName<null>('test.slow');

const done: string[] = [];
const contexts: JobContext[] = [];

@JobHandler(NOTE)
class NoteJob implements Handles<{ text: string }> {
  async handle({ text }: { text: string }): Promise<void> {
    done.push(text);
  }
}

@JobHandler(SHAKY)
class ShakyJob implements Handles<{ failures: number; message: string }> {
  async handle({ failures, message }: { failures: number; message: string }, context: JobContext): Promise<void> {
    contexts.push(context);
    if (context.attempt <= failures) throw new Error(message);
    done.push(message);
  }
}

@JobHandler(STUCK)
class StuckJob implements Handles<null> {
  async handle(): Promise<void> {
    done.push('unstuck');
  }
}

@JobHandler(SLOW)
class SlowJob implements Handles<null> {
  async handle(): Promise<void> {
    done.push('slow begun');
    await sleep(700);
    done.push('slow ended');
  }
}

const handlers = [NoteJob, ShakyJob, StuckJob, SlowJob];

let database: TestDatabase;
let web: INestApplicationContext;
let worker: INestApplicationContext | null = null;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let outbox: Outbox;

beforeAll(async () => {
  database = await createTestDatabase();
  web = await jobsApp(database.url, { ZHUJIU_ROLE: 'web' }, handlers);
  dataSource = web.get(DataSource);
  unitOfWork = web.get(UnitOfWork);
  outbox = web.get(Outbox);
});
afterAll(async () => {
  await web.close();
  await database.drop();
});
beforeEach(async () => {
  done.length = 0;
  contexts.length = 0;
  await dataSource.query('DELETE FROM graphile_worker._private_jobs');
});
afterEach(async () => {
  await worker?.close();
  worker = null;
});

async function startWorker(): Promise<void> {
  worker = await jobsApp(database.url, { ZHUJIU_ROLE: 'worker', ZHUJIU_JOB_POLL_MILLISECONDS: '100' }, handlers);
}

async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await happened())) await sleep(20);
}

const dead = () => deadLetters(dataSource, 10);
const makeDue = () => dataSource.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL');

describe('the outbox', () => {
  it('starts a job when the business transaction commits, and none when it rolls back', async () => {
    await startWorker();
    await expect(unitOfWork.run(async (tx) => {
      await outbox.enqueue(tx, NOTE, { text: 'lost' });
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    await unitOfWork.run((tx) => outbox.enqueue(tx, NOTE, { text: 'kept' }));
    await until(() => done.length > 0);
    expect(done).toEqual(['kept']);
  });

  it('replaces a job that has not begun by one with the same key, and waits for its time', async () => {
    await unitOfWork.run(async (tx) => {
      await outbox.enqueue(tx, NOTE, { text: 'first' }, { key: 'k' });
      await outbox.enqueue(tx, NOTE, { text: 'second' }, { key: 'k' });
      await outbox.enqueue(tx, NOTE, { text: 'later' }, { runAt: new Date(Date.now() + 3_600_000) });
    });
    await startWorker();
    await until(() => done.length > 0);
    await sleep(300);
    expect(done).toEqual(['second']);
    expect(await queueCounts(dataSource)).toEqual([{ job: 'test.note', waiting: 1, running: 0, dead: 0 }]);
  });

  it('runs nothing in a web process', async () => {
    await unitOfWork.run((tx) => outbox.enqueue(tx, NOTE, { text: 'waits' }));
    await sleep(300);
    expect(done).toEqual([]);
  });
});

describe('failing jobs', () => {
  it('are tried again', async () => {
    await startWorker();
    await unitOfWork.run((tx) => outbox.enqueue(tx, SHAKY, { failures: 1, message: 'at last' }, { maxAttempts: 3 }));
    await until(() => contexts.length === 1);
    await until(async () => {
      await makeDue();
      return done.length > 0;
    });
    expect(done).toEqual(['at last']);
    expect(contexts.map(({ attempt, isLastAttempt }) => [attempt, isLastAttempt])).toEqual([[1, false], [2, false]]);
  });

  it('become dead letters that can be seen, tried again and discarded, without personal data in their error', async () => {
    await startWorker();
    const id = await unitOfWork.run((tx) => outbox.enqueue(tx, SHAKY, { failures: 1, message: 'bad line for 11010519491231002X' }, { maxAttempts: 1 }));
    await until(async () => (await dead()).length > 0);
    expect(await dead()).toEqual([{
      id, job: 'test.shaky', attempts: 1, lastError: 'Error: bad line for …', createdAt: expect.any(Date), failedAt: expect.any(Date),
    }]);
    expect(await queueCounts(dataSource)).toEqual([{ job: 'test.shaky', waiting: 0, running: 0, dead: 1 }]);
    expect(contexts[0]?.isLastAttempt).toBe(true);

    expect(await retryDeadLetter(dataSource, id)).toBe(true);
    await until(() => contexts.length === 2);
    await until(async () => (await dead()).length > 0);
    expect(await discardDeadLetter(dataSource, id)).toBe(true);
    expect(await dead()).toEqual([]);
    expect(await retryDeadLetter(dataSource, id)).toBe(false);
  });

  it('leave waiting jobs alone: only a dead letter can be discarded', async () => {
    const id = await unitOfWork.run((tx) => outbox.enqueue(tx, NOTE, { text: 'waits' }));
    expect(await discardDeadLetter(dataSource, id)).toBe(false);
    expect(await retryDeadLetter(dataSource, id)).toBe(false);
  });
});

describe('once', () => {
  it('acts once for a job that is delivered twice at the same moment, and again only after a rollback', async () => {
    let acts = 0;
    const deliver = (fail: boolean) => unitOfWork.run((tx) => once(tx, NOTE, 'case 7', async () => {
      acts += 1;
      await sleep(50);
      if (fail) throw new Error('no');
    }));
    await expect(deliver(true)).rejects.toThrow('no');
    const ran = await Promise.all([deliver(false), deliver(false), deliver(false)]);
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(acts).toBe(2);
  });
});

describe('processes', () => {
  it('hand the job of a killed worker to the next one at once', async () => {
    await unitOfWork.run((tx) => outbox.enqueue(tx, STUCK, null));
    const child = startNode('test/support/jobs-child.ts', [database.url], { env: cleanEnvironment({}), account: null });
    await child.line(/^begun$/);
    expect(await queueCounts(dataSource)).toEqual([{ job: 'test.stuck', waiting: 0, running: 1, dead: 0 }]);
    await child.end('SIGKILL');
    await startWorker();
    await until(() => done.length > 0);
    expect(done).toEqual(['unstuck']);
  });

  it('leave the jobs of a living worker alone', async () => {
    await unitOfWork.run((tx) => outbox.enqueue(tx, STUCK, null));
    const child = startNode('test/support/jobs-child.ts', [database.url], { env: cleanEnvironment({}), account: null });
    await child.line(/^begun$/);
    await startWorker();
    await sleep(500);
    expect(done).toEqual([]);
    // A job that never ends does not keep its process from stopping.
    expect(await child.end('SIGTERM')).toBe(0);
  });

  it('let a running job end before they stop', async () => {
    await startWorker();
    await unitOfWork.run((tx) => outbox.enqueue(tx, SLOW, null));
    await until(() => done.includes('slow begun'));
    await worker?.close();
    worker = null;
    expect(done).toEqual(['slow begun', 'slow ended']);
    expect(await queueCounts(dataSource)).toEqual([]);
  });

  it('do not boot, in any role, when a job lacks its handler', async () => {
    await expect(jobsApp(database.url, { ZHUJIU_ROLE: 'web' }, [NoteJob, ShakyJob, SlowJob])).rejects.toThrow('the job "test.stuck" has no handler');
    @JobHandler(NOTE)
    class SecondNoteJob extends NoteJob {}
    await expect(jobsApp(database.url, { ZHUJIU_ROLE: 'worker' }, [...handlers, SecondNoteJob])).rejects.toThrow('the job "test.note" has 2 handlers');
  });

  it('know the periodic jobs', async () => {
    await startWorker();
    await until(async () => (await dataSource.query(`SELECT FROM graphile_worker._private_known_crontabs WHERE identifier = 'jobs.clean-receipts'`)).length === 1);
  });
});
