import { csv } from './csv.js';

test('a spreadsheet reads cells as text, never as formulas', () => {
  expect(csv([['a', 'b'], ['=1+1', '+1'], ['-1', '@x'], ['＝1', '＠x'], ['say "no"', null], [1, 'two\nlines']])).toBe(
    '\ufeff"a","b"\r\n"\'=1+1","\'+1"\r\n"\'-1","\'@x"\r\n"\'＝1","\'＠x"\r\n"say ""no""",""\r\n"1","two\nlines"\r\n',
  );
});
