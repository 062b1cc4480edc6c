import ts from 'typescript';
import { isSpec, lineOf, visit, type SourceFile } from './source-files.js';

const MOST_LINES = 300;
const MOST_DEPENDENCIES = 6;

/** Dictionaries, tables of migrations and specs are lists: long is how they are read. */
const MAY_BE_LONG = /(?:texts?\.tsx?|\/texts\/.*|\/migrations\/.*|\.spec\.tsx?)$/;
/** Raw markup leaves the kit in one place. */
const MAY_BE_RAW = 'src/ui/components/raw.ts';
/** Where time comes from. */
const CLOCKS = /^src\/(?:kernel\/clock\.ts|platform\/)/;

export function houseViolations(files: readonly SourceFile[], packages: ReadonlySet<string>): string[] {
  return files.flatMap((file) => {
    const found: string[] = [];
    const say = (node: ts.Node, what: string): void => void found.push(`${file.path}:${lineOf(file, node)}: ${what}`);
    visit(file.tree, (node) => {
      for (const what of judge(node, file)) say(node, what);
    });
    for (const { specifier, file: target, typeOnly } of file.imports) {
      const name = specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
      if (target === null && !specifier.startsWith('node:') && !packages.has(name) && !(typeOnly && name === 'express')) found.push(`${file.path}: imports ${name}, which package.json does not name`);
    }
    const comment = /@ts-(?:ignore|nocheck|expect-error)|eslint-disable/.exec(file.text)?.[0];
    if (comment !== undefined) found.push(`${file.path}: silences the compiler with ${comment}`);
    const lines = file.text.split('\n').length;
    if (lines > MOST_LINES && !MAY_BE_LONG.test(file.path)) found.push(`${file.path}: ${lines} lines`);
    return found;
  });
}

function judge(node: ts.Node, file: SourceFile): string[] {
  const pure = file.path.startsWith('src/kernel/') || file.path.includes('/domain/');
  if (node.kind === ts.SyntaxKind.AnyKeyword) return ['any'];
  if (ts.isExportAssignment(node)) return ['default export'];
  if (node.kind === ts.SyntaxKind.DefaultKeyword && ts.canHaveModifiers(node.parent)) return ['default export'];
  if (ts.isInterfaceDeclaration(node)) return ['interface instead of type'];
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'synchronize' && node.initializer.kind !== ts.SyntaxKind.FalseKeyword) return ['synchronize is not false'];
  if (ts.isIdentifier(node) && node.text === 'forwardRef') return ['forwardRef'];
  if (ts.isIdentifier(node) && node.text === 'dangerouslySetInnerHTML' && file.path !== MAY_BE_RAW) return ['raw markup'];
  if (ts.isConstructorDeclaration(node) && node.parameters.length > MOST_DEPENDENCIES) return [`constructor with ${node.parameters.length} dependencies`];
  if (pure && node.kind === ts.SyntaxKind.AsyncKeyword) return ['pure code is not asynchronous'];
  if (!isSpec(file.path) && !CLOCKS.test(file.path) && readsTheTime(node)) return ['reads the time past the Clock'];
  if (pure && !isSpec(file.path) && ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return ['pure code rolls dice'];
  return [];
}

function readsTheTime(node: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.getText() === 'Date.now';
  return ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
}
