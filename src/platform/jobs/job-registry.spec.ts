import { buildJobRegistry, JobRegistrationError, type FoundHandler } from './job-registry.js';

const handler = (name: string, className: string, cron: string | null = null): FoundHandler =>
  ({ name, className, cron, handler: { handle: async () => undefined } });

function faults(declared: string[], found: FoundHandler[]): readonly string[] {
  try {
    buildJobRegistry(declared, found);
  } catch (error) {
    if (error instanceof JobRegistrationError) return error.faults;
    throw error;
  }
  return [];
}

describe('buildJobRegistry', () => {
  it('pairs jobs and handlers and collects the periodic ones', () => {
    const registry = buildJobRegistry(['a.b', 'c.d'], [handler('a.b', 'A'), handler('c.d', 'C', '*/5 * * * *')]);
    expect([...registry.handlers.keys()]).toEqual(['a.b', 'c.d']);
    expect(registry.cronItems.map(({ task }) => task)).toEqual(['c.d']);
  });

  it('stops the boot on a job without a handler, with two, and on a handler without a job', () => {
    expect(faults(['a.b', 'c.d'], [handler('c.d', 'C'), handler('c.d', 'D'), handler('e.f', 'E')])).toEqual([
      'the job "a.b" has no handler',
      'the job "c.d" has 2 handlers: C, D',
      'E handles "e.f", which is not declared',
    ]);
  });

  it('stops the boot on a cron rule that cannot be read', () => {
    expect(() => buildJobRegistry(['a.b'], [handler('a.b', 'A', 'every day')])).toThrow();
  });
});
