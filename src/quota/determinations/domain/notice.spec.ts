import { localDate } from '../../../kernel/local-date.js';
import { closingDay, noticeState } from './notice.js';

describe('the window of a public notice', () => {
  const working = (days: number) => ({ day: localDate(`2026-12-0${days}`), assumed: [2027] });
  it.each([
    ['2026-11-20', { days: 7, kind: 'calendar' }, '2026-11-27', []], ['2026-12-30', { days: 5, kind: 'calendar' }, '2027-01-04', []], ['2026-11-20', { days: 5, kind: 'working' }, '2026-12-05', [2027]],
  ] as const)('published on %s for %j closes on %s', (published, term, day, assumed) => {
    expect(closingDay(localDate(published), term, working)).toEqual({ day, assumed });
  });

  it('is open until the end of its last day', () => {
    const notice = { closesOn: localDate('2026-11-27'), withdrawnAt: null };
    expect(noticeState(notice, localDate('2026-11-27'))).toBe('open');
    expect(noticeState(notice, localDate('2026-11-28'))).toBe('closed');
    expect(noticeState({ ...notice, withdrawnAt: new Date('2026-11-21T00:00:00Z') }, localDate('2026-11-22'))).toBe('withdrawn');
  });
});
