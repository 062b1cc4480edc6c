import { readDay, readMonthOrDay, serialDay } from './read-day.js';
import { CELL } from './sheet-row.js';

const text = (written: string): string => {
  const read = readDay(written, CELL.text, 1900);
  return read.ok ? read.value : read.error;
};

describe('days as people write them', () => {
  it.each([
    ['2024-03-01'], ['2024-3-1'], ['2024/3/1'], ['2024.3.1'], ['2024年3月1日'], ['2024年03月01'], ['20240301'], [' 2024 - 03 - 01 '],
    ['２０２４／３／１'], ['２０２４年３月１日'], ['2024-03-01 00:00:00'], ['2024-03-01T00:00:00'], ['2024/3/1 10:30'], ['2024-03-01　00:00'],
  ])('%j', (written) => expect(text(written)).toBe('2024-03-01'));

  it.each(['', '2024', '2024-03', '2024-13-01', '2024-02-30', '24-3-1', '03/01/2024', '明年', '45352', '2024-3-1-1', '1e5', 'NaN'])('%j is not a day', (written) => {
    expect(text(written)).toBe('day_malformed');
  });

  it('says when a day is far off', () => expect(text('2204-01-01')).toBe('day_out_of_range'));
});

describe('serial numbers of a spreadsheet', () => {
  it.each([[45352, 1900, '2024-03-01'], [43890, 1904, '2024-03-01'], [60, 1900, null], [61, 1900, '1900-03-01'], [0, 1904, '1904-01-01'], [-1, 1904, null], [9e9, 1900, null]] as const)(
    '%i in the %i system is %s', (serial, system, day) => expect(serialDay(serial, system)).toBe(day),
  );

  it('reads numbers as serials, eight digits as a written day, and no year as a day of 1905', () => {
    expect(readDay('45352', CELL.number, 1900)).toEqual({ ok: true, value: '2024-03-01' });
    expect(readDay('45352.75', CELL.number, 1900)).toEqual({ ok: true, value: '2024-03-01' });
    expect(readDay('43890', CELL.number, 1904)).toEqual({ ok: true, value: '2024-03-01' });
    expect(readDay('20240301', CELL.number, 1900)).toEqual({ ok: true, value: '2024-03-01' });
    expect(readDay('2024', CELL.number, 1900)).toEqual({ ok: false, error: 'day_malformed' });
    expect(readDay('12000', CELL.number, 1900)).toEqual({ ok: false, error: 'day_malformed' });
  });
});

describe('months of insurance', () => {
  it.each([['2024-02', 'first', '2024-02-01'], ['2024年2月', 'last', '2024-02-29'], ['202312', 'last', '2023-12-31'], ['2024.2', 'first', '2024-02-01'], ['2024-02-10', 'last', '2024-02-10']] as const)(
    '%s, its %s day, is %s', (written, end, day) => expect(readMonthOrDay(written, CELL.text, 1900, end)).toEqual({ ok: true, value: day }),
  );
  it('reads 202402 stored as a number', () => expect(readMonthOrDay('202402', CELL.number, 1900, 'first')).toEqual({ ok: true, value: '2024-02-01' }));
  it('refuses month 13', () => expect(readMonthOrDay('202413', CELL.number, 1900, 'first').ok).toBe(false));
});
