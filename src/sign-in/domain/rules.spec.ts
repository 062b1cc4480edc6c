import { FREE_ATTEMPTS, nextCount, waitUntil } from './back-off.js';
import { deviceName } from './device-name.js';
import { nextPath } from './next-path.js';
import { normalisePassword, passwordFault } from './password-rule.js';
import { isNotedAgain, sessionEnd } from './session-limits.js';
import { CODE_ALPHABET, inGroups, readOfficeCode, readRecoveryCode, readTotpCode } from './typed-codes.js';

const at = (text: string): Date => new Date(`2026-03-01T${text}Z`);

describe('a password', () => {
  const common = new Set(['password', 'password1234', 'woaini1314', '1qaz2wsx']);
  const fault = (text: string, own: readonly string[] = []) => passwordFault(normalisePassword(text), common, own);

  it.each([
    ['elevenchars', 'sign_in.password_too_short'],
    ['十二个汉字也是一个密码吗？', null],
    ['青蛙过河', 'sign_in.password_too_short'],
    ['x'.repeat(129), 'sign_in.password_too_long'],
    ['Password1234', 'sign_in.password_common'],
    ['ＰＡＳＳＷＯＲＤ１２３４', 'sign_in.password_common'],
    ['password20240101!!', 'sign_in.password_common'],
    ['**password**1988', 'sign_in.password_common'],
    ['woaini1314woaini1314', 'sign_in.password_common'],
    ['abcabcabcabcabc', 'sign_in.password_guessable'],
    ['aaaaaaaaaaaaa', 'sign_in.password_guessable'],
    ['123456789012', 'sign_in.password_guessable'],
    ['qwertyuiop1234', 'sign_in.password_guessable'],
    ['seven frogs cross a bridge', null],
    ['correct password for a horse', null],
    ['kT9#vq2Lx0!z', null],
  ])('%s: %s', (text, expected) => expect(fault(text)).toBe(expected));

  it('is not what others know of the person, but may name it in passing', () => {
    expect(fault('lin.xiaoyu@example.org', ['lin.xiaoyu@example.org'])).toBe('sign_in.password_personal');
    expect(fault('13812345678ab', ['13812345678'])).toBe('sign_in.password_personal');
    expect(fault('the cat of lin.xiaoyu sleeps', ['lin.xiaoyu'])).toBeNull();
  });
});

describe('back-off', () => {
  it('waits for nobody at first, then twice as long each time, never longer than a quarter of an hour', () => {
    const waits = Array.from({ length: 16 }, (_, count) => (waitUntil({ count, lastAt: at('00:00:00') })?.getTime() ?? at('00:00:00').getTime()) - at('00:00:00').getTime());
    expect(waits.slice(0, FREE_ATTEMPTS)).toEqual([0, 0, 0, 0, 0]);
    expect(waits.slice(FREE_ATTEMPTS).map((wait) => wait / 1000)).toEqual([15, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900]);
    expect(waitUntil({ count: 1_000_000, lastAt: at('00:00:00') })).toEqual(at('00:15:00'));
  });

  it('forgets after a day without a failure', () => {
    const before = { count: 9, lastAt: new Date('2026-03-01T00:00:00Z') };
    expect([nextCount(null, at('00:00:00')), nextCount(before, at('23:59:59')), nextCount(before, new Date('2026-03-02T00:00:01Z'))]).toEqual([1, 10, 1]);
  });
});

describe('a session', () => {
  const limits = { idleMinutes: 60, absoluteMinutes: 720 };
  it('ends an hour after the last call, and at its longest time whatever is called', () => {
    expect(sessionEnd({ openedAt: at('00:00:00'), seenAt: at('02:00:00') }, limits)).toEqual({ at: at('03:01:00'), because: 'idle' });
    expect(sessionEnd({ openedAt: at('00:00:00'), seenAt: at('11:30:00') }, limits)).toEqual({ at: at('12:00:00'), because: 'absolute' });
  });
  it('never ends sooner than promised because a call was not noted', () => {
    expect(isNotedAgain(at('00:00:00'), at('00:00:59'))).toBe(false);
    expect(sessionEnd({ openedAt: at('00:00:00'), seenAt: at('00:00:00') }, limits).at.getTime()).toBeGreaterThanOrEqual(at('01:00:59').getTime());
  });
});

describe('codes as people type them', () => {
  it.each([['1234 5678 9012 3456', '1234567890123456'], ['１２３４－５６７８－９０１２－３４５６', '1234567890123456'], ['12345678', null], ['1234 5678 9012 345a', null]])('office code %s', (typed, code) => expect(readOfficeCode(typed)).toBe(code));
  it.each([['123 456', '123456'], ['１２３４５６', '123456'], ['12345', null], ['1234567', null], ['', null]])('authenticator %s', (typed, code) => expect(readTotpCode(typed)).toBe(code));
  it.each([['oil0 1234-abcd zzzz', '01101234ABCDZZZZ'], ['0110 1234 ABCD ZZZ', null], ['UUUU UUUU UUUU UUUU', null]])('recovery code %s', (typed, code) => expect(readRecoveryCode(typed)).toBe(code));
  it('are shown in fours', () => expect([inGroups('1234567890123456'), inGroups('12345')]).toEqual(['1234 5678 9012 3456', '1234 5']));
  it('hold no letters that are mistaken for another', () => expect(CODE_ALPHABET).not.toMatch(/[ILOU]/));
});

describe('the way on after a sign-in', () => {
  it.each([['/levy', '/levy'], ['/en/levy?a=1', '/levy?a=1'], ['/en', '/'], ['/en?x=1', '/?x=1'], ['/english', '/english'], ['/a?next=//b', '/a?next=//b']])('%s', (given, path) => expect(nextPath(given)).toBe(path));
  it.each(['//evil', '/\\evil', '/en//evil', 'https://evil', 'evil', '', '/a\nb', '/a b', `/${'a'.repeat(2_001)}`, undefined, ['/a'], 7])('not %s', (given) => expect(nextPath(given)).toBeNull());
});

it('a device is named by program and system alone', () => {
  expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0')).toBe('Edge · Windows');
  expect(deviceName('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0.47')).toBe('WeChat · Android');
  expect(deviceName('<script>')).toBe('— · —');
  expect(deviceName(undefined)).toBe('— · —');
});
