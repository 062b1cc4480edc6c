import { Writable } from 'node:stream';
import { withCorrelation } from './correlation.js';
import { createLogger } from './logger.js';

function capture(format: 'json' | 'text' = 'json'): { log: ReturnType<typeof createLogger>; lines: string[] } {
  const lines: string[] = [];
  const sink = new Writable({ write(chunk: Buffer, _encoding, done) { lines.push(chunk.toString()); done(); } });
  return { log: createLogger({ log: { level: 'trace', format, name: 'test' } }, sink), lines };
}

describe('log', () => {
  it('writes one JSON record with level, time, instance and the correlation id of the request', () => {
    const { log, lines } = capture();
    withCorrelation('abcdefgh-1', () => log.info({ event: 'x.done', rows: 3 }, 'done'));
    expect(JSON.parse(lines[0] ?? '')).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), instance: 'test', correlationId: 'abcdefgh-1', event: 'x.done', rows: 3, msg: 'done' });
  });

  it.each([
    ['a citizen id in a message', (log: ReturnType<typeof createLogger>) => log.info('person 11010519491231002X refused'), '11010519491231002X'],
    ['a certificate number in a field', (log: ReturnType<typeof createLogger>) => log.info({ at: 'x11010519491231002X53B1'.slice(1) }), '1231002X'],
    ['a phone number', (log: ReturnType<typeof createLogger>) => log.info({ at: { deep: ['call 13800000000'] } }), '13800000000'],
    ['an e-mail address', (log: ReturnType<typeof createLogger>) => log.warn('mail to li.si@example.org'), 'li.si'],
    ['personal fields by name', (log: ReturnType<typeof createLogger>) => log.info({ person: { fullName: '张三', bank_account: '1' } }), '张三'],
    ['headers and bodies', (log: ReturnType<typeof createLogger>) => log.info({ req: { headers: { cookie: 'sid=1' }, body: '李四' } }), '李四'],
    ['an id inside an error', (log: ReturnType<typeof createLogger>) => log.error({ err: new Error('bad 11010519491231002X') }), '11010519491231002X'],
    ['values that a database error quotes', (log: ReturnType<typeof createLogger>) => log.error({ err: Object.assign(new Error('Key (name)=(王五) exists'), { severity: 'ERROR', code: '23505', detail: '王五' }) }), '王五'],
    ['the message of a bare error', (log: ReturnType<typeof createLogger>) => log.error(new Error('bad 11010519491231002X')), '11010519491231002X'],
    ['values put into a message', (log: ReturnType<typeof createLogger>) => log.info('person %s is %o', '11010519491231002X', { name: '11010519491231002X' }), '11010519491231002X'],
    ['values in a cause', (log: ReturnType<typeof createLogger>) => log.error({ err: new Error('x', { cause: new Error('13800000000') }) }), '13800000000'],
  ])('hides %s', (_, write, secret) => {
    const { log, lines } = capture();
    write(log);
    expect(lines.join('')).not.toContain(secret);
    expect(lines).toHaveLength(1);
  });

  it('keeps what an operator needs of an error', () => {
    const { log, lines } = capture();
    log.error({ err: Object.assign(new Error('Key (name)=(王五) exists'), { severity: 'ERROR', code: '23505', constraint: 'person_pk' }) }, 'failed');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: { sqlState: '23505', constraint: 'person_pk', stack: expect.stringContaining('logging.spec') } });
    log.error({ err: new TypeError('boom') });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ err: { type: 'TypeError', message: 'boom' } });
  });

  it('leaves other numbers alone', () => {
    const { log, lines } = capture();
    log.info({ amount: '217412.94', region: '370303', ms: 12 }, 'sum 20250910');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ amount: '217412.94', region: '370303', ms: 12, msg: 'sum 20250910' });
  });

  it('writes a readable line where asked', () => {
    const { log, lines } = capture('text');
    log.warn({ event: 'x' }, 'careful');
    expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d warn {2}careful event=x\n$/);
  });
});
