import { readFileSync } from 'node:fs';
import path from 'node:path';
import { arrowViolations, cycles } from './arrows.js';
import { houseViolations } from './house-rules.js';
import { isSpec, parseSources, readSources, root } from './source-files.js';

const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { dependencies: object; devDependencies: object; optionalDependencies: object };
const shipped = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.optionalDependencies)]);
const forTests = new Set([...shipped, ...Object.keys(manifest.devDependencies)]);

describe('architecture of src', () => {
  const files = readSources('src');

  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.find(({ path: file }) => file === 'src/kernel/domain-error.ts')).toBeDefined();
  });

  it('keeps the arrows between rooms', () => expect(arrowViolations(files)).toEqual([]));
  it('has no circle of files', () => expect(cycles(files)).toEqual([]));
  it('keeps the rules of the house', () => {
    expect(houseViolations(files.filter((file) => !isSpec(file.path)), shipped)).toEqual([]);
    expect(houseViolations(files.filter((file) => isSpec(file.path)), forTests)).toEqual([]);
  });
});

describe('the watchman himself', () => {
  const base = { 'src/kernel/a.ts': 'export const a = 1;', 'src/platform/x/index.ts': 'export const x = 1;', 'src/platform/x/inner.ts': '', 'src/platform/clock/clock.module.ts': '', 'src/ui/index.ts': '', 'src/policy/parameters.ts': '', 'src/policy/index.ts': '', 'src/policy/book.ts': '', 'src/quota/levy/index.ts': '', 'src/quota/levy/domain/due.ts': '', 'src/quota/levy/app/query.ts': '', 'src/quota/counting/index.ts': '', 'src/quota/levy/api/levy.module.ts': '' };
  const arrows = (file: string, text: string): string[] => arrowViolations(parseSources({ ...base, [file]: text }));

  it.each([
    ['a room to the kernel', 'src/quota/roster/app/a.ts', "import { a } from '../../../kernel/a.js';"],
    ['a room to the face of another', 'src/quota/roster/app/a.ts', "import {} from '../../levy/index.js';"],
    ['a rule to the types of the law', 'src/quota/levy/domain/a.ts', "import type { P } from '../../../policy/parameters.js';"],
    ['the composition to a module', 'src/app.module.ts', "import {} from './quota/levy/api/levy.module.js';"],
    ['a page to a package', 'src/quota/levy/pages/a.tsx', "import { h } from 'preact';"],
    ['a room to a folder of the platform that is one file', 'src/quota/levy/app/a.ts', "import {} from '../../../platform/clock/clock.module.js';"],
    ['a spec to anything', 'src/kernel/a.spec.ts', "import {} from '../ui/index.js';"],
  ])('lets pass %s', (_, file, text) => expect(arrows(file, text)).toEqual([]));

  it.each([
    ['kernel to platform', 'src/kernel/b.ts', "import { x } from '../platform/x/index.js';", 'kernel may not know platform'],
    ['kernel to a package', 'src/kernel/b.ts', "import { readFileSync } from 'node:fs';", 'imports the package node:fs'],
    ['platform to ui', 'src/platform/y/b.ts', "export * from '../../ui/index.js';", 'platform may not know ui'],
    ['policy to levy', 'src/policy/b.ts', "import type { L } from '../quota/levy/index.js';", 'policy may not know quota/levy'],
    ['levy to roster’s counting', 'src/quota/levy/app/b.ts', "const c = await import('../../counting/index.js');", 'quota/levy may not know quota/counting'],
    ['into a room past its face', 'src/quota/levy/app/b.ts', "import {} from '../../../policy/book.js';", 'reaches into src/policy/book.ts'],
    ['into a folder of the platform', 'src/ui/b.ts', "import {} from '../platform/x/inner.js';", 'reaches into src/platform/x/inner.ts'],
    ['a rule to its own queries', 'src/quota/levy/domain/b.ts', "import {} from '../app/query.js';", 'pure code imports src/quota/levy/app/query.ts'],
    ['a rule to the framework', 'src/quota/levy/domain/b.ts', "import { Injectable } from '@nestjs/common';", 'imports the package @nestjs/common'],
    ['a rule to the database by type', 'src/quota/levy/domain/b.ts', "export type D = import('typeorm').DataSource;", 'imports the package typeorm'],
    ['the composition into a room', 'src/main.ts', "import {} from './quota/levy/app/query.js';", 'reaches into src/quota/levy/app/query.ts'],
    ['a room to the composition', 'src/ui/b.ts', "import {} from '../main.js';", 'knows the composition'],
    ['out of src', 'src/ui/b.ts', "import {} from '../../test/support/x.js';", 'leads out of src'],
    ['a room without a plan', 'src/misc/b.ts', '', 'stands in no plan'],
  ])('finds %s', (_, file, text, expected) => expect(arrows(file, text)).toContainEqual(expect.stringContaining(expected)));

  it('finds circles, through types and re-exports too, each once', () => {
    expect(cycles(parseSources({
      'src/ui/a.ts': "import type { B } from './b.js';", 'src/ui/b.ts': "export * from './c.js';", 'src/ui/c.ts': "import './a.js'; import './d.js';", 'src/ui/d.ts': '',
    }))).toEqual(['src/ui/a.ts → src/ui/b.ts → src/ui/c.ts']);
    expect(cycles(parseSources({ 'src/ui/a.ts': "import './b.js';", 'src/ui/b.ts': '' }))).toEqual([]);
  });

  it.each([
    ['any', 'src/ui/a.ts', 'export const a = (x: any) => x;', 'any'],
    ['any in a cast', 'src/ui/a.ts', 'export const a = 1 as unknown as Record<string, any>;', 'any'],
    ['a default export', 'src/ui/a.ts', 'export default 1;', 'default export'],
    ['a default function', 'src/ui/a.ts', 'export default function a() {}', 'default export'],
    ['an interface', 'src/ui/a.ts', 'export interface A {}', 'interface'],
    ['synchronize', 'src/platform/a.ts', 'export const o = { synchronize: true };', 'synchronize'],
    ['forwardRef', 'src/ui/a.ts', 'export const a = forwardRef(() => 1);', 'forwardRef'],
    ['raw markup', 'src/ui/a.tsx', 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "x" }} />;', 'raw markup'],
    ['a silenced compiler', 'src/ui/a.ts', '// @ts-ignore\nexport const a = 1;', '@ts-ignore'],
    ['a stuffed constructor', 'src/ui/a.ts', 'export class A { constructor(a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1) {} }', '7 dependencies'],
    ['an asynchronous rule', 'src/quota/levy/domain/a.ts', 'export const a = async () => 1;', 'not asynchronous'],
    ['a rule that looks at the clock', 'src/quota/levy/domain/a.ts', 'export const a = new Date();', 'past the Clock'],
    ['a query that looks at the clock', 'src/quota/levy/app/a.ts', 'export const a = Date.now();', 'past the Clock'],
    ['dice', 'src/kernel/a.ts', 'export const a = Math.random();', 'dice'],
    ['a package by accident', 'src/ui/a.ts', "import qs from 'qs/lib';", 'imports qs'],
    ['a long file', 'src/ui/a.ts', '\n'.repeat(400), 'lines'],
  ])('finds %s', (_, file, text, expected) => expect(houseViolations(parseSources({ [file]: text }), new Set(['preact']))).toEqual([expect.stringContaining(expected)]));

  it('lets pass what is in order', () => {
    expect(houseViolations(parseSources({ 'src/ui/a.ts': "import type { Request } from 'express';\nimport { h } from 'preact/x';\nexport const many = new Date(0);\nexport const o = { synchronize: false, default: 1 };\nswitch (1 as number) { default: }" }), new Set(['preact']))).toEqual([]);
  });
});
