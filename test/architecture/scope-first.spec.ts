import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseSources, readSources, root } from './source-files.js';
import { OWN_ROWS, scopeViolations, WITHOUT_SCOPE } from './scope-first.js';

describe('scope first', () => {
  it('in every repository call; SQL stands nowhere else, but for what is listed with its reason', () => {
    expect(scopeViolations(readSources('src'))).toEqual([]);
  });

  it('lists nothing that is gone', () => {
    expect([...Object.keys(WITHOUT_SCOPE), ...Object.keys(OWN_ROWS)].filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  const found = (file: string, text: string): string[] => scopeViolations(parseSources({ [file]: text, 'src/members/infra/account-directory.ts': '' }));

  it.each([
    ['a method without scope', 'src/quota/x/infra/a.repository.ts', 'export class A { find(tx: Tx, id: string) {} }', 'find does not begin'],
    ['a method with the scope last', 'src/quota/x/infra/a.repository.ts', 'export class A { find(tx: Tx, id: string, scope: Scope) {} }', 'find does not begin'],
    ['a method without types', 'src/quota/x/infra/a.repository.ts', 'export class A { find(tx, scope) {} }', 'find does not begin'],
    ['SQL in a command', 'src/quota/x/app/a.command.ts', "await tx.query('SELECT id FROM person');", 'SQL outside a repository'],
    ['SQL in a template', 'src/quota/x/api/a.ts', 'await tx.query(`UPDATE person SET a = ${b}`);', 'SQL outside a repository'],
    ['another room that takes the unscoped look-ups', 'src/quota/x/app/a.ts', "import { accountDirectory } from '../../../members/infra/account-directory.js';", 'uses src/members'],
  ])('finds %s', (_, file, text, expected) => expect(found(file, text)).toEqual([expect.stringContaining(expected)]));

  it.each([
    ['a scoped method and a private one', 'src/quota/x/infra/a.repository.ts', "export class A { find(tx: Tx, scope: Scope, id: string) { return 'SELECT 1 FROM a'; } private one(id: string) {} }"],
    ['words that are no SQL', 'src/quota/x/app/a.ts', "export const text = 'select a region from the list; update your name and set it';"],
  ])('lets pass %s', (_, file, text) => expect(found(file, text)).toEqual([]));
});
