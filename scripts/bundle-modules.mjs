// Joins ES modules into one file: enough for our own scripts and for those of govuk-frontend, and no more.
// Each module becomes a function that returns its exports, in the order in which they need one another.
import { readFileSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import ts from 'typescript';

const IMPORT = /^import\s+(?:\{([^}]*)\}\s+from\s+)?['"]([^'"]+)['"];?[ \t]*$/gm;
const EXPORT_LIST = /^export\s+\{([^}]*)\}(?:\s+from\s+['"]([^'"]+)['"])?;?[ \t]*$/gm;
const EXPORT_DECLARATION = /^export\s+((?:async\s+)?(?:class|function|const|let)\s+([\w$]+))/gm;

/** @returns {string} one script, to be loaded with type="module" */
export function bundle(entry) {
  const names = new Map();
  const parts = [];
  add(entry, names, parts, []);
  return parts.join('\n');
}

function add(file, names, parts, above) {
  if (above.includes(file)) throw new Error(`modules import each other: ${[...above, file].join(' -> ')}`);
  const known = names.get(file);
  if (known) return known;
  const source = javascript(file);
  const exported = [];
  let body = source;
  for (const match of source.matchAll(IMPORT)) {
    const from = add(resolve(match[2], file), names, parts, [...above, file]);
    body = body.replace(match[0], () => (match[1] ? `const {${pairs(match[1]).map(([name, local]) => `${name}: ${local}`).join(', ')}} = ${from};` : ''));
  }
  for (const match of source.matchAll(EXPORT_LIST)) {
    if (match[2]) {
      const from = add(resolve(match[2], file), names, parts, [...above, file]);
      exported.push(...pairs(match[1]).map(([name, local]) => `${local}: ${from}.${name}`));
    } else exported.push(...pairs(match[1]).map(([local, name]) => `${name}: ${local}`));
    body = body.replace(match[0], () => '');
  }
  body = body.replaceAll(EXPORT_DECLARATION, (_, declaration, name) => {
    exported.push(`${name}: ${name}`);
    return declaration;
  });
  const left = /^(import|export)\b.*$/m.exec(body);
  if (left) throw new Error(`${file}: cannot bundle "${left[0]}"`);
  const name = `module${names.size}`;
  names.set(file, name);
  parts.push(`const ${name} = (() => {\n${body}\nreturn {${exported.join(', ')}};\n})();`);
  return name;
}

/** `a as b, c` -> [[a, b], [c, c]] */
function pairs(list) {
  return list.split(',').map((item) => item.trim()).filter(Boolean).map((item) => {
    const [first, second] = item.split(/\s+as\s+/);
    return [first, second ?? first];
  });
}

function resolve(specifier, from) {
  if (!specifier.startsWith('.')) return createRequire(from).resolve(specifier);
  const file = path.resolve(path.dirname(from), specifier);
  const typed = file.replace(/\.js$/, '.ts');
  return existsSync(file) ? file : typed;
}

/** Typed or not: old browsers of web views get syntax that they know, and every import and export stands on its own line. */
function javascript(file) {
  return ts.transpileModule(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { target: ts.ScriptTarget.ES2018, module: ts.ModuleKind.ESNext, removeComments: true, allowJs: true, verbatimModuleSyntax: true },
  }).outputText;
}
