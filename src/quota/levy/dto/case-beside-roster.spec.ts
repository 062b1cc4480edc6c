import { EXAMPLE_CASE } from '../../../../test/support/levy.js';
import { parseCaseBesideRoster } from './case-beside-roster.js';

const { arranged, ...beside } = EXAMPLE_CASE;

describe('a case beside a roster', () => {
  it('is a case with nobody arranged', () => {
    expect(parseCaseBesideRoster(beside)).toEqual({ ok: true, value: { ...beside, arranged: [] } });
  });

  it('names people whom it brings itself, and its other faults', () => {
    expect(parseCaseBesideRoster({ ...beside, arranged, arrangedCount: '1', region: 3 })).toEqual({
      ok: false,
      error: [
        { pointer: '/arranged', code: 'levy.case.arranged_beside_roster' }, { pointer: '/arrangedCount', code: 'levy.case.arranged_beside_roster' },
        { pointer: '/region', code: 'levy.case.type', params: { expected: 'text' } },
      ],
    });
  });

  it.each([[null], [[]], ['{}']])('is an object: not %j', (raw) => {
    expect(parseCaseBesideRoster(raw)).toMatchObject({ ok: false, error: [{ pointer: '', code: 'levy.case.type' }] });
  });
});
