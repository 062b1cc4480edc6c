import { testSettings } from '../../../test/support/settings.js';
import { DomainError } from '../../kernel/domain-error.js';
import { HashQueue } from './hash-queue.js';
import { PasswordHasher } from './password-hasher.js';

describe('password hashes', () => {
  const hasher = new PasswordHasher(testSettings({}));

  it('are argon2id with 9 MiB and four passes, salted', async () => {
    const [one, two] = [await hasher.hash('seven frogs cross'), await hasher.hash('seven frogs cross')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=9216,t=4,p=1\$/);
    expect(one).not.toBe(two);
    expect([await hasher.verify(one, 'seven frogs cross'), await hasher.verify(one, 'Seven frogs cross')]).toEqual([true, false]);
    expect([hasher.isOutdated(one), hasher.isOutdated(one.replace('t=4', 't=3'))]).toEqual([false, true]);
  });

  it('of nobody are never right, and cost the same work', async () => {
    expect(await hasher.verify(null, '')).toBe(false);
    const known = await hasher.hash('seven frogs cross');
    const spent = async (of: string | null): Promise<number> => {
      const before = process.cpuUsage();
      for (let time = 0; time < 10; time += 1) await hasher.verify(of, 'not the password');
      const { user } = process.cpuUsage(before);
      return user;
    };
    await spent(null);
    const [nobody, somebody] = [await spent(null), await spent(known)];
    expect(nobody / somebody).toBeGreaterThan(0.5);
    expect(nobody / somebody).toBeLessThan(2);
  });
});

describe('the queue', () => {
  it('runs so many at once, the others in order, and refuses who comes when it is full', async () => {
    const queue = new HashQueue(2, 3);
    const ends: (() => void)[] = [];
    const begun: number[] = [];
    const work = (n: number): Promise<void> => queue.run(() => new Promise<void>((resolve) => { begun.push(n); ends.push(resolve); }));
    const all = [0, 1, 2, 3, 4].map(work);
    await expect(work(5)).rejects.toEqual(new DomainError('sign_in.busy'));
    for (let n = 0; n < 5; n += 1) {
      expect(begun).toEqual([0, 1, 2, 3, 4].slice(0, Math.min(5, n + 2)));
      ends[n]?.();
      await all[n];
      await new Promise(setImmediate);
    }
    await expect(queue.run(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(queue.run(async () => 'on')).resolves.toBe('on');
  });
});
