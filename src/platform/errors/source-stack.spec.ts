import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from '@swc/core';
import { sourceStack } from './source-stack.js';

const folder = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('sourceStack', () => {
  it('tells the places of the sources of a built file, and leaves others as they are', () => {
    const source = 'type Gone = { a: string };\n\n\nexport function fail(one: Gone): never {\n  throw new Error(one.a);\n}\n';
    const { code, map } = transformSync(source, { filename: 'fail.ts', sourceFileName: '../src/fail.ts', sourceMaps: true, jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } });
    const built = path.join(folder, 'fail.js');
    writeFileSync(built, code);
    writeFileSync(`${built}.map`, map ?? '');
    const line = code.split('\n').findIndex((text) => text.includes('throw')) + 1;
    const column = (code.split('\n')[line - 1]?.indexOf('new Error') ?? 0) + 1;
    const stack = `Error: x\n    at fail (${pathToFileURL(built).href}:${line}:${column})\n    at node:internal/main:1:2\n    at other (${folder}/none.js:3:4)`;
    expect(line).not.toBe(5);
    expect(sourceStack(stack)).toBe(`Error: x\n    at fail (${path.resolve(folder, '../src/fail.ts')}:5:9)\n    at node:internal/main:1:2\n    at other (${folder}/none.js:3:4)`);
    writeFileSync(path.join(folder, 'spoilt.js.map'), '{');
    expect(sourceStack(`at x (${folder}/spoilt.js:1:1)`)).toBe(`at x (${folder}/spoilt.js:1:1)`);
  });
});
