import ts from 'typescript';
import { lineOf, visit, type SourceFile } from './source-files.js';

/**
 * Files of rooms that speak SQL without a scope, each with its reason. Whoever adds one says why no caller's scope can stand
 * there. A file that does not end in `.repository.ts` and holds SQL must be in this list.
 */
export const WITHOUT_SCOPE: Readonly<Record<string, string>> = {
  'src/demo-district.ts': 'made-up employers of an embedded database, before anybody calls',
  'src/employment/infra/counted-months.ts': 'a person-month counts once in the whole database, whoever asks',
  'src/quota/employers/infra/tax-register-load.ts': 'loads a list of which rows outside the region of the import were rejected before',
  'src/people/facts/infra/batches.ts': 'batches of registers that speak of the whole country; no row of a person is shown',
  'src/people/facts/infra/certificate-load.ts': 'writes what a register tells of people of any region',
  'src/people/facts/infra/graduate-load.ts': 'writes what a register tells of people of any region',
  'src/people/facts/infra/month-load.ts': 'writes what a register tells of people of any region',
  'src/people/facts/infra/pulls.ts': 'how far registers were read; no row of a person is here',
  'src/people/registry/infra/registry-people.ts': 'people of other registers lie in no region; gives ids for numbers that the caller already has',
  'src/members/infra/account-directory.ts': 'asked before there is a caller, or of the whole country whoever asks',
  'src/members/infra/contacts.ts': 'asked by sign-in before there is a caller; else for an account that was found in scope',
  'src/members/infra/invitation-codes.ts': 'the code is the right',
  'src/quota/comparison/infra/claimed-version.ts': 'a piece of statements of its room’s repositories, which are scoped where they stand',
  'src/quota/determinations/infra/public-register.ts': 'what anybody may ask: a determination by its code, and what was published',
  'src/quota/roster/infra/upload-store.ts': 'the visitor’s own key is the right; nobody is signed in',
};

/** Rooms whose tables hold no data of others: their rows belong to the session, account or key that asks. */
export const OWN_ROWS: Readonly<Record<string, string>> = {
  'src/sign-in/': 'credentials and sessions, found by the secret or by the account that they belong to',
  'src/messages/': 'the inbox of the account that asks; delivery by the id of the message',
};

/** Who may use what has no scope. */
const DIRECTORY = 'src/members/infra/account-directory.ts';

const SQL = /\b(?:SELECT\b[\s\S]+\bFROM|INSERT INTO|UPDATE\b[\s\S]+\bSET|DELETE FROM)\b/;

export function scopeViolations(files: readonly SourceFile[]): string[] {
  return files.filter(({ path }) => !path.startsWith('src/platform/') && !/\.spec\.tsx?$/.test(path)).flatMap((file) => {
    if (file.path.endsWith('.repository.ts')) return unscopedMethods(file);
    const allowed = Object.hasOwn(WITHOUT_SCOPE, file.path) || Object.keys(OWN_ROWS).some((room) => file.path.startsWith(room));
    const line = allowed ? null : firstSql(file);
    return [
      ...(line === null ? [] : [`${file.path}:${line}: SQL outside a repository`]),
      ...file.imports.filter(({ file: target }) => target === DIRECTORY && !file.path.startsWith('src/members/')).map(() => `${file.path}: uses ${DIRECTORY}`),
    ];
  });
}

/** Every public method of a repository begins with the transaction and the caller's scope. */
function unscopedMethods(file: SourceFile): string[] {
  const found: string[] = [];
  visit(file.tree, (node) => {
    if (!ts.isMethodDeclaration(node) || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)) return;
    const [first, second] = node.parameters.map((parameter) => parameter.type?.getText(file.tree));
    if (first !== 'Tx' || second !== 'Scope') found.push(`${file.path}:${lineOf(file, node)}: ${node.name.getText(file.tree)} does not begin with (tx: Tx, scope: Scope)`);
  });
  return found;
}

function firstSql(file: SourceFile): number | null {
  let line: number | null = null;
  visit(file.tree, (node) => {
    if (line !== null) return;
    const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.getText(file.tree) : null;
    if (text !== null && SQL.test(text)) line = lineOf(file, node);
  });
  return line;
}
