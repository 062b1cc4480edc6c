import { DomainError } from '../../kernel/domain-error.js';
import { safeErrorText } from './safe-error-text.js';

describe('safeErrorText', () => {
  it.each([
    [new DomainError('sheets.file.empty', { name: '某某.xlsx' }), 'sheets.file.empty'],
    [{ code: '23505', constraint: 'person_pkey', detail: 'Key (id)=(11010519491231002X) already exists.' }, 'SQLSTATE 23505 (person_pkey)'],
    [{ driverError: { code: '40P01' }, parameters: ['secret'] }, 'SQLSTATE 40P01'],
    [new TypeError('no row for 11010519491231002X in line 7'), 'TypeError: no row for … in line 7'],
    ['11010519491231002X', 'string'],
  ])('writes %p without personal values', (error, text) => expect(safeErrorText(error)).toBe(text));
});
