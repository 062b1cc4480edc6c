import ts from 'typescript';
import { constraintErrors } from '../../src/constraint-errors.js';
import { errorTexts } from '../../src/error-texts.js';
import { visit } from './source-files.js';
import { fixtureProgram, productProgram, scanCodes, type FoundCode } from './stable-codes.js';

/** Every `dictionary(…)` of the sources: the variable that holds it, its file, its keys. */
function dictionaries(program: ts.Program): { readonly holder: string; readonly file: string; readonly keys: readonly string[] }[] {
  const found: { holder: string; file: string; keys: string[] }[] = [];
  for (const file of program.getSourceFiles()) {
    if (file.isDeclarationFile) continue;
    visit(file, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText(file) !== 'dictionary' || !node.arguments[0]) return;
      const keys = program.getTypeChecker().getTypeAtLocation(node.arguments[0]).getProperties().map((property) => property.name);
      found.push({ holder: ts.isVariableDeclaration(node.parent) ? node.parent.name.getText(file) : '', file: file.fileName, keys });
    });
  }
  return found;
}

/** Each code once, with the first place that names it. */
const told = (codes: readonly FoundCode[]): string[] => [...new Map([...codes].reverse().map(({ code, where }) => [code, `${code} (${where})`])).values()].sort();

describe('texts of stable codes', () => {
  const program = productProgram();
  const { codes, unknowable } = scanCodes(program, (file) => file.startsWith('src/'));

  it('the scan finds codes at all', () => {
    const found = new Set(codes.map(({ code }) => code));
    for (const code of ['http.not_found', 'csrf.token_missing', 'upload.file_too_large', 'input.unknown_field']) expect(found).toContain(code);
    expect(found.size).toBeGreaterThan(60);
  });

  it('every error has its sentence in both languages', () => {
    const missing = codes.filter(({ code, isError }) => isError && (!Object.hasOwn(errorTexts.zh, code) || !Object.hasOwn(errorTexts.en, code)));
    expect(told(missing)).toEqual([]);
  });

  it('every other code has its sentence in some dictionary', () => {
    const known = new Set(dictionaries(program).flatMap(({ keys }) => keys));
    expect(told(codes.filter(({ code }) => !known.has(code)))).toEqual([]);
  });

  it('no room keeps its error texts to itself', () => {
    // A page may say a code in the words of its own form; nobody else is shown those.
    const kept = dictionaries(program).filter(({ holder, file, keys }) => /ErrorTexts$/.test(holder) && !file.includes('/pages/') && keys.some((key) => !Object.hasOwn(errorTexts.zh, key)));
    expect(kept.map(({ holder }) => holder)).toEqual([]);
  });

  it('no error is made from a code that only the moment knows', () => {
    // Its codes are the values of `constraintErrors`, which the next test goes through.
    expect(unknowable.filter((where) => !where.startsWith('src/platform/database/constraint-errors.ts'))).toEqual([]);
  });

  it('every constraint of the database stands for a code with a text', () => {
    expect(Object.values(constraintErrors).map((entry) => (typeof entry === 'string' ? entry : (entry as { code: string }).code)).filter((code) => !Object.hasOwn(errorTexts.zh, code))).toEqual([]);
  });

  it('no sentence is empty, and both languages show the same values', () => {
    const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
    for (const [code, zh] of Object.entries(errorTexts.zh)) {
      const en = errorTexts.en[code];
      if (typeof zh !== 'string' || typeof en !== 'string') continue;
      expect([code, zh.trim() !== '' && en.trim() !== '', placeholders(en)]).toEqual([code, true, placeholders(zh)]);
      expect([code, /[\u4e00-\u9fff]/.test(zh)]).toEqual([code, true]);
    }
  });
});

describe('the scan', () => {
  const kernel = "import { DomainError, type FieldError } from '../kernel/domain-error.js';\nimport { err } from '../kernel/result.js';\n";
  const scan = (text: string) => scanCodes(fixtureProgram({ 'src/fixture/a.ts': kernel + text }), (file) => file.startsWith('src/fixture/'));
  const found = (text: string): string[] => scan(text).codes.map(({ code, isError }) => `${code}${isError ? '!' : ''}`);

  it.each([
    ['a thrown error', "throw new DomainError('a.b');", ['a.b!']],
    ['a choice of codes', "throw new DomainError(Math.PI > 3 ? 'a.b' : 'a.c');", ['a.b!', 'a.c!']],
    ['a variable with a narrow type', "declare const code: 'a.b' | 'a.c';\nthrow new DomainError(code);", ['a.b!', 'a.c!']],
    ['an error of one’s own', "class Own extends DomainError { constructor(code: 'a.b', readonly reason: string) { super(code); } }\nthrow new Own('a.b', 'x.y');", ['a.b', 'a.b!']],
    ['a field error', "export const f: FieldError = { pointer: '/x', code: 'a.b' };", ['a.b!']],
    ['a short field error', "const code = 'a.b';\nexport const f: FieldError = { pointer: '/x', code };", ['a.b!']],
    ['a helper', "const fault = (pointer: string, code: string): FieldError[] => [];\nexport const f = fault('/x', 'a.b');", ['a.b']],
    ['a method', "const bag = { add(at: number, code: 'a.b' | 'a.c') {} };\nbag.add(1, 'a.c');", ['a.c']],
    ['a line of a statement', "export const line = { code: 'a.line', value: '1' };", ['a.line']],
    ['a refusal as a value', "export const r = err({ code: 'a.b', errors: [] });", ['a.b']],
  ])('finds %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it('leaves other words alone', () => {
    expect(found("export const file = { name: 'a.b' };\nexport const other = { code: 'SQLSTATE' };\nexport const ended = { code: null };")).toEqual([]);
  });

  it('trusts a code that was handed on, for it was found where it was first named', () => {
    expect(scan("const refuse = (code: string): never => { throw new DomainError(code); };\nrefuse('a.b');")).toMatchObject({ codes: [{ code: 'a.b' }], unknowable: [] });
    expect(scan("declare const failure: { code: string };\nthrow new DomainError(failure.code);").unknowable).toEqual([]);
  });

  it('names a code that only the moment knows', () => {
    expect(scan('declare const word: string;\nthrow new DomainError(word);').unknowable).toEqual(['src/fixture/a.ts:4 word']);
    expect(scan('declare const word: string;\nthrow new DomainError(`a.${word}`);').unknowable).toHaveLength(1);
  });
});
