// Writes THIRD-PARTY-NOTICES.md from the installed run-time packages: `node scripts/notices.mjs [--check]`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const target = path.join(root, 'THIRD-PARTY-NOTICES.md');

/** Packages that a production install brings, by lock file: neither `dev` nor for another platform only. */
function* runtimePackages() {
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '' || entry.dev || entry.devOptional) continue;
    const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
    yield { name, version: entry.version, license: entry.license ?? declared(place), place };
  }
}

function declared(place) {
  const file = path.join(root, place, 'package.json');
  if (!existsSync(file)) return 'see the package';
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof license === 'string') return license;
  return license?.type ?? (licenses ?? []).map((one) => one.type).join(' OR ') ?? 'see the package';
}

function copyright(place) {
  const folder = path.join(root, place);
  if (!existsSync(folder)) return '';
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  if (!file) return '';
  const line = readFileSync(path.join(folder, file), 'utf8').split('\n').find((text) => /^\W*(copyright|\(c\))/i.test(text) && !/copyright (owner|notice|holder|\[)/i.test(text));
  return line ? line.trim().replace(/\|/g, '/').replace(/<[^>]*>/g, '').trim() : '';
}

const seen = new Map();
for (const entry of runtimePackages()) seen.set(`${entry.name}@${entry.version}`, entry);
const rows = [...seen.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
const text = `# Third-party notices

Zhujiu is distributed under the Apache License 2.0 (see LICENSE). A production install brings the packages below,
each under its own licence, whose full text stands in the package. Written by \`node scripts/notices.mjs\`.

| package | version | licence | notice |
|---|---|---|---|
${rows.map(({ name, version, license, place }) => `| ${name} | ${version} | ${license} | ${copyright(place)} |`).join('\n')}

Facts that the product holds as its own data (regions, law, wages) name their sources beside the data:
\`seeds/reference/README.md\` and each file of \`config/policy/\`.
`;

if (process.argv.includes('--check')) {
  const packages = (content) => content.split('\n').filter((line) => line.startsWith('| ')).map((line) => line.split('|').slice(1, 4).join('|'));
  const stale = !existsSync(target) || packages(readFileSync(target, 'utf8')).join('\n') !== packages(text).join('\n');
  if (stale) {
    console.error('THIRD-PARTY-NOTICES.md is not what is installed: run `node scripts/notices.mjs`.');
    process.exit(1);
  }
} else writeFileSync(target, text);
