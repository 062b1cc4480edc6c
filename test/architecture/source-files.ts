import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export type Import = {
  /** As written. */
  readonly specifier: string;
  /** Path of the imported source, from the root of the checkout; null for a package. */
  readonly file: string | null;
  /** Gone after compilation. */
  readonly typeOnly: boolean;
};

export type SourceFile = {
  /** From the root of the checkout: `src/kernel/money.ts`. */
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
};

export const root = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript source under a folder of the checkout. */
export function readSources(folder: string): SourceFile[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'));
  return parseSources(Object.fromEntries(files.map((name) => [path.posix.join(folder, name), readFileSync(path.join(root, folder, name), 'utf8')])));
}

/** The same from texts by path, for fixtures. */
export function parseSources(texts: Readonly<Record<string, string>>): SourceFile[] {
  const known = new Set(Object.keys(texts));
  return Object.entries(texts).map(([file, text]) => {
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
    return { path: file, text, tree, imports: importsOf(file, tree, known) };
  });
}

function importsOf(file: string, tree: ts.SourceFile, known: ReadonlySet<string>): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, file: resolve(file, specifier.text, known), typeOnly });
  };
  visit(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
  });
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return clause.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = path.posix.join(path.posix.dirname(from), specifier);
  const candidates = [target, target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.tsx')];
  return candidates.find((candidate) => known.has(candidate)) ?? target;
}

export function visit(node: ts.Node, tell: (node: ts.Node) => void): void {
  tell(node);
  ts.forEachChild(node, (child) => visit(child, tell));
}

export const lineOf = (file: SourceFile, node: ts.Node): number => file.tree.getLineAndCharacterOfPosition(node.getStart(file.tree)).line + 1;

export const isSpec = (file: string): boolean => /\.spec\.tsx?$/.test(file);
