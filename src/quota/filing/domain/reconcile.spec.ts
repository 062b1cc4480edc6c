import { reconcile, type TheirPerson } from './reconcile.js';

const theirs = (id: string, over: Partial<TheirPerson> = {}): TheirPerson => ({ registryPersonId: id, result: 'counted', countedMonths: 12, reason: null, ...over });

it('tells every person in whom the two sides differ, once, and nobody else', () => {
  const ours = ['1', '2', '3', '4', '5', '6', '7'].map((id) => ({ registryPersonId: id, countedMonths: id === '5' ? 0 : 12 }));
  const found = reconcile(ours, [
    theirs('1'), theirs('3', { result: 'not_counted', countedMonths: 0, reason: '社保未查到' }), theirs('4', { countedMonths: 9 }), theirs('5'), theirs('6', { result: 'pending', countedMonths: null }),
    theirs('7', { countedMonths: null }), theirs('8', { countedMonths: 6 }),
  ]);
  expect(found).toEqual([
    { registryPersonId: '2', kind: 'only_here', ours: 12, theirs: null, reason: null },
    { registryPersonId: '3', kind: 'refused', ours: 12, theirs: 0, reason: '社保未查到' },
    { registryPersonId: '4', kind: 'months', ours: 12, theirs: 9, reason: null },
    { registryPersonId: '5', kind: 'admitted', ours: 0, theirs: 12, reason: null },
    { registryPersonId: '8', kind: 'only_there', ours: null, theirs: 6, reason: null },
  ]);
});

it('agrees where neither counts', () => {
  expect(reconcile([{ registryPersonId: '1', countedMonths: 0 }], [theirs('1', { result: 'not_counted', countedMonths: null })])).toEqual([]);
  expect(reconcile([], [])).toEqual([]);
});
