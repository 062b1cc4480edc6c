import { Writable } from 'node:stream';
import { systemClock } from '../../../src/kernel/clock.js';
import { run } from '../../../src/members/cli/admin.command.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { AcceptInvitation } from '../../../src/members/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf } from '../../support/members.js';

jest.setTimeout(120_000);

describe('zhujiu admin create', () => {
  let app: TestApp;
  const before = process.env['DATABASE_URL'];
  beforeAll(async () => {
    app = await startTestApp();
    process.env['DATABASE_URL'] = app.settings.database.url ?? '';
  });
  afterAll(async () => {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
    await app.close();
  });

  async function command(args: readonly string[]): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
    const texts = { out: '', err: '' };
    const sink = (name: 'out' | 'err') => new Writable({ write(chunk: Buffer, _, done) { texts[name] += chunk.toString(); done(); } });
    const exit = await run(args, { stdin: process.stdin, stdout: sink('out'), stderr: sink('err'), clock: systemClock, language: 'zh' });
    return { exit, ...texts };
  }

  const accept = (code: string): Promise<{ readonly accountId: string }> => app.app.nest.get(UnitOfWork).run((tx) => app.app.nest.get(AcceptInvitation, { strict: false }).accept(tx, code, { accountId: null, displayName: null, language: 'zh' }));
  const codeOf = ({ out }: { readonly out: string }): string => /邀请码：(\S+)/.exec(out)?.[1] ?? '';

  it.each([
    [[], 2], [['delete'], 2], [['create', '--nmae', 'x'], 2], [['create'], 2], [['create', '--name', 'a\nb'], 2],
    [['create', '--name', '甲', '--region', '999999'], 2], [['create', '--name', '甲', '--granted-by', 'me'], 2], [['--help'], 0],
  ])('%j: %d', async (args, expected) => expect((await command(args)).exit).toBe(expected));

  it('makes an invitation; a second run ends the first; taken up it is the administrator, and then one must grant', async () => {
    const first = await command(['create', '--name', '李管理']);
    expect(first).toMatchObject({ exit: 0, err: '' });
    expect(first.out).toContain(`/invitation?code=${codeOf(first)}`);
    const second = await command(['create', '--name', '李管理']);
    await expect(accept(codeOf(first))).rejects.toMatchObject({ code: 'members.invitation.not_found' });
    const { accountId } = await accept(codeOf(second).toLowerCase());
    await expect(accept(codeOf(second))).rejects.toMatchObject({ code: 'members.invitation.already_used' });
    expect(await managerOf(app).query('SELECT role, region_code FROM membership WHERE account_id = $1', [accountId])).toEqual([{ role: 'administrator', region_code: '100000' }]);
    expect(await managerOf(app).query('SELECT name, kind FROM organisation')).toEqual([{ name: '中国残疾人联合会', kind: 'federation' }]);

    expect(await command(['create', '--name', '王管理'])).toMatchObject({ exit: 1, out: '', err: expect.stringContaining('已经有 1 位管理员') });
    expect(await command(['create', '--name', '王管理', '--granted-by', '00000000-0000-4000-8000-000000000000'])).toMatchObject({ exit: 1 });
    const granted = await command(['create', '--name', '王管理', '--region', '370303', '--granted-by', accountId]);
    expect(granted).toMatchObject({ exit: 0 });
    const other = await accept(codeOf(granted));
    expect(await managerOf(app).query('SELECT granted_by, region_code FROM membership WHERE account_id = $1', [other.accountId])).toEqual([{ granted_by: accountId, region_code: '370303' }]);
    expect(await command(['create', '--name', '赵管理', '--region', '370000', '--granted-by', other.accountId])).toMatchObject({ exit: 1 });
    const acts = await managerOf(app).query(`SELECT act, via FROM audit_entry WHERE act = 'members.invitation.create' ORDER BY at`);
    expect(acts.map(({ via }: { via: string }) => via)).toEqual(['system cli.admin-create', 'system cli.admin-create', 'cli']);
  });

  it('a code runs out', async () => {
    const [{ account_id: granter }] = await managerOf(app).query(`SELECT account_id FROM membership WHERE role = 'administrator' AND region_code = '100000'`) as [{ account_id: string }];
    const made = await command(['create', '--name', '孙管理', '--granted-by', granter]);
    await managerOf(app).query(`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE accepted_at IS NULL AND withdrawn_at IS NULL`);
    await expect(accept(codeOf(made))).rejects.toMatchObject({ code: 'members.invitation.expired' });
  });

  it('what an administrator promised ends with the role', async () => {
    const [{ account_id: granter, id }] = await managerOf(app).query(`SELECT account_id, id FROM membership WHERE role = 'administrator' AND region_code = '100000'`) as [{ account_id: string; id: string }];
    const made = await command(['create', '--name', '周管理', '--granted-by', granter]);
    await managerOf(app).query('UPDATE membership SET ended_at = now() WHERE id = $1', [id]);
    await expect(accept(codeOf(made))).rejects.toMatchObject({ code: 'members.invitation.not_found' });
  });
});
