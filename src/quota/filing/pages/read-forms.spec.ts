import { sameFaults } from './read-forms.js';

it('asks which is meant where one number for all months stands beside another one', () => {
  expect(sameFaults({ same: '１２０', m1: '120', m3: '121', m4: '119', m5: '一百', m9: '0' })).toEqual([{ pointer: '/same', code: 'filing.staff.same_and_months', params: { same: '120', months: '3–5、9' } }]);
});

it.each([
  ['one number alone', { same: '120' }],
  ['months alone', { m1: '1', m2: '2' }],
  ['the same number in both, however it is written', { same: '1,200', m1: '１２００', m12: ' 1200 ' }],
  ['a number that is none, which has a fault of its own', { same: '很多', m1: '5' }],
] as const)('has nothing to ask of %s', (_, form) => {
  expect(sameFaults(form)).toEqual([]);
});
