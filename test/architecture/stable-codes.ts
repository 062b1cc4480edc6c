import path from 'node:path';
import ts from 'typescript';
import { isSpec, root, visit } from './source-files.js';

export type FoundCode = {
  readonly code: string;
  /** `src/x.ts:12`. */
  readonly where: string;
  /** An error that a person is shown; else a line of a statement, a remark or the like. */
  readonly isError: boolean;
};

export type CodeScan = {
  readonly codes: readonly FoundCode[];
  /** Codes whose text nobody can promise: the compiler knows them only as `string`. */
  readonly unknowable: readonly string[];
};

const STABLE = /^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)+$/;

/**
 * Every stable code that the sources can give away, found by the compiler's own types: first arguments of errors, arguments
 * of parameters named `code`, properties named `code`. A variable counts with every value that its type allows.
 */
export function scanCodes(program: ts.Program, inScope: (file: string) => boolean): CodeScan {
  const checker = program.getTypeChecker();
  const codes: FoundCode[] = [];
  const unknowable: string[] = [];

  for (const file of program.getSourceFiles()) {
    const name = path.posix.relative(root, file.fileName);
    if (file.isDeclarationFile || isSpec(name) || !inScope(name)) continue;
    const take = (node: ts.Expression, isError: boolean): void => {
      const where = `${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
      const values = literals(typeOf(node, checker), checker);
      if (values === null && isError && !isHandedOn(node, checker)) unknowable.push(`${where} ${node.getText()}`);
      for (const code of values ?? []) if (STABLE.test(code)) codes.push({ code, where, isError });
    };
    visit(file, (node) => {
      if (ts.isNewExpression(node)) takeArguments(node, checker, (argument) => take(argument, isDomainError(checker.getTypeAtLocation(node), checker)));
      else if (ts.isCallExpression(node)) takeArguments(node, checker, (argument) => take(argument, false));
      else if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') take(node.initializer, isFieldError(node.parent));
      else if (ts.isShorthandPropertyAssignment(node) && node.name.text === 'code') take(node.name, isFieldError(node.parent));
    });
  }
  return { codes, unknowable };
}

/** The arguments that fill a parameter named `code`. */
function takeArguments(call: ts.CallExpression | ts.NewExpression, checker: ts.TypeChecker, take: (argument: ts.Expression) => void): void {
  const given = call.arguments ?? [];
  checker.getResolvedSignature(call)?.getParameters().forEach((parameter, index) => {
    const argument = given[index];
    if (parameter.name === 'code' && argument && !ts.isSpreadElement(argument)) take(argument);
  });
}

/** `{ code }` asks for the variable's type, not the property's. */
function typeOf(node: ts.Expression, checker: ts.TypeChecker): ts.Type {
  const variable = ts.isShorthandPropertyAssignment(node.parent) ? checker.getShorthandAssignmentValueSymbol(node.parent) : undefined;
  return variable ? checker.getTypeOfSymbol(variable) : checker.getTypeAtLocation(node);
}

/** A code that came in as a parameter named `code`, or as the code of a refusal, was found where it was first named. */
function isHandedOn(node: ts.Expression, checker: ts.TypeChecker): boolean {
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'code';
  const symbol = ts.isShorthandPropertyAssignment(node.parent) ? checker.getShorthandAssignmentValueSymbol(node.parent) : checker.getSymbolAtLocation(node);
  return symbol?.name === 'code' && (symbol.declarations ?? []).some((declaration) => ts.isParameter(declaration) || ts.isBindingElement(declaration));
}

/** Values of a union of string literals; null for `string` and for anything that holds it; none for what is no text at all. */
function literals(type: ts.Type, checker: ts.TypeChecker): string[] | null {
  const resolved = type.flags & ts.TypeFlags.TypeParameter ? (checker.getBaseConstraintOfType(type) ?? type) : type;
  const parts = resolved.isUnion() ? resolved.types : [resolved];
  const strings = parts.filter((part) => part.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.Any));
  if (strings.some((part) => !part.isStringLiteral())) return null;
  return strings.map((part) => (part as ts.StringLiteralType).value);
}

function isDomainError(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.symbol?.name === 'DomainError') return true;
  return type.isClassOrInterface() && checker.getBaseTypes(type).some((base) => isDomainError(base, checker));
}

/** One fault in one place: it says where. */
const isFieldError = (object: ts.Node): boolean => ts.isObjectLiteralExpression(object)
  && object.properties.some((property) => property.name !== undefined && ['pointer', 'column'].includes(property.name.getText()));

const parsed = new Map<string, ts.SourceFile | undefined>();

/** Parses a library or a source once for all programs of a run. */
function cachingHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  return {
    ...host,
    getSourceFile: (name, version) => {
      if (!parsed.has(name)) parsed.set(name, getSourceFile(name, version));
      return parsed.get(name);
    },
  };
}

/** The whole product as the compiler sees it. */
export function productProgram(): ts.Program {
  const config = ts.getParsedCommandLineOfConfigFile(path.join(root, 'tsconfig.json'), { noEmit: true }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined });
  const files = (config?.fileNames ?? []).filter((name) => name.startsWith(path.join(root, 'src')));
  const options = config?.options ?? {};
  return ts.createProgram(files, options, cachingHost(options));
}

/** The same from texts by path, beside the real kernel, for fixtures. */
export function fixtureProgram(texts: Readonly<Record<string, string>>): ts.Program {
  const options: ts.CompilerOptions = { strict: true, module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, lib: ['lib.es2023.d.ts'], noEmit: true, skipLibCheck: true, types: [] };
  const host = cachingHost(options);
  const files = new Map(Object.entries(texts).map(([name, text]) => [path.join(root, name), text]));
  const { getSourceFile, fileExists, readFile } = host;
  return ts.createProgram([...files.keys()], options, {
    ...host,
    fileExists: (name) => files.has(name) || fileExists(name),
    readFile: (name) => files.get(name) ?? readFile(name),
    getSourceFile: (name, version) => {
      const text = files.get(name);
      return text === undefined ? getSourceFile(name, version) : ts.createSourceFile(name, text, version, true);
    },
  });
}
