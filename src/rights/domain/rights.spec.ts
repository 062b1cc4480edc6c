import { localDate } from '../../kernel/local-date.js';
import { holdsOn } from './consent.js';
import { nextRequestStatus, requestStatuses } from './request.js';

describe('a consent', () => {
  const consent = { since: localDate('2026-01-10'), until: localDate('2026-03-31'), withdrawnOn: null };
  it.each([['2026-01-09', false], ['2026-01-10', true], ['2026-03-31', true], ['2026-04-01', false]])('on %s: %s', (day, holds) => expect(holdsOn(consent, localDate(day))).toBe(holds));
  it('without an end holds until it is withdrawn, and then no more', () => {
    expect(holdsOn({ ...consent, until: null }, localDate('2036-01-01'))).toBe(true);
    expect(holdsOn({ ...consent, withdrawnOn: localDate('2026-02-01') }, localDate('2026-02-01'))).toBe(false);
  });
});

describe('a request', () => {
  it('is answered or withdrawn once', () => {
    expect(requestStatuses.map((status) => nextRequestStatus(status, 'grant'))).toEqual([
      { ok: true, value: 'granted' }, ...Array.from({ length: 3 }, () => ({ ok: false, error: 'rights.request.already_answered' })),
    ]);
    expect(nextRequestStatus('received', 'refuse')).toEqual({ ok: true, value: 'refused' });
    expect(nextRequestStatus('received', 'withdraw')).toEqual({ ok: true, value: 'withdrawn' });
  });
});
