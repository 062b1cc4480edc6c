import { mayMerge, type MergingSide } from './merging.js';

const side: MergingSide = { status: 'verified', mergedInto: null, holdsOthers: false };

describe('a merging', () => {
  it('is of two verified employers that go on', () => {
    expect(mayMerge(side, side).ok).toBe(true);
    expect(mayMerge(side, { ...side, holdsOthers: true }).ok).toBe(true);
  });

  it.each([
    ['employers.merge.one_is_merged', { ...side, mergedInto: 'x' }, side],
    ['employers.merge.one_is_merged', side, { ...side, mergedInto: 'x' }],
    ['employers.merge.not_verified', { ...side, status: 'registered' as const }, side],
    ['employers.merge.not_verified', side, { ...side, status: 'refused' as const }],
    ['employers.merge.source_holds_others', { ...side, holdsOthers: true }, side],
  ])('is refused as %s', (error, source, target) => {
    expect(mayMerge(source, target)).toEqual({ ok: false, error });
  });
});
