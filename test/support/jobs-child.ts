// A worker process whose only job never ends. Prints a line when it has begun one.
import { runProcess } from '../../src/platform/process/run-process.js';
import { JobHandler, jobName, type Handles } from '../../src/platform/jobs/index.js';
import { jobsApp } from './jobs-app.js';

const STUCK = jobName<null>('test.stuck');

@JobHandler(STUCK)
class StuckJob implements Handles<null> {
  handle(): Promise<void> {
    process.stdout.write('begun\n');
    return new Promise(() => undefined);
  }
}

runProcess(async ({ onStop }) => {
  const app = await jobsApp(process.argv[2] ?? '', { ZHUJIU_ROLE: 'worker', ZHUJIU_SHUTDOWN_SECONDS: '1' }, [StuckJob]);
  onStop(() => app.close());
});
