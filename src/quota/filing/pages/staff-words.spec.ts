import { staffWords } from './staff-words.js';

it('tells months of one number together, and months without one', () => {
  expect(staffWords('zh', Array.from({ length: 12 }, () => 96))).toBe('1–12 月 96 人');
  expect(staffWords('zh', [null, null, 180, 180, 181, 0, 0, 0, 0, 0, 0, 180])).toBe('1–2 月没有填，3–4 月 180 人，5 月 181 人，6–11 月 0 人，12 月 180 人');
  expect(staffWords('en', [null, ...Array.from({ length: 11 }, () => 7)])).toBe('month 1: blank; month 2–12: 7 people');
});
