// `npm test`: types, unit and integration tests, then the browser checks where a Chromium is at hand.
// The last line gives the true counts of all runners; exit code 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from './chromium.mjs';

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const counts = { passed: 0, failed: 0, skipped: 0 };
const notes = [];
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const run = (command, args) => spawnSync(command, args, { cwd: root, stdio: 'inherit', env: process.env }).status ?? 1;

function types() {
  if (run(bin('tsc'), ['-p', 'tsconfig.json', '--noEmit']) === 0) counts.passed++;
  else {
    counts.failed++;
    notes.push('type check: failed');
  }
}

function jest(name, args) {
  const from = Date.now();
  const file = path.join(results, `${name}.json`);
  const status = run(bin('jest'), [...args, '--json', `--outputFile=${file}`]);
  if (!existsSync(file)) {
    counts.failed++;
    notes.push(`${name}: the runner ended with ${status} and without a result`);
    return;
  }
  const result = JSON.parse(readFileSync(file, 'utf8'));
  counts.passed += result.numPassedTests;
  counts.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  counts.skipped += result.numPendingTests + result.numTodoTests;
  if (status !== 0 && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) {
    counts.failed++;
    notes.push(`${name}: the runner ended with ${status} though no test failed`);
  }
  notes.push(`${name}: ${result.numPassedTests} passed, ${result.numFailedTests} failed, ${result.numPendingTests + result.numTodoTests} skipped, ${Math.round((Date.now() - from) / 1000)} s`);
}

types();
jest('unit and integration', ['--config', 'jest.config.mjs']);
if (findChromium()) jest('browser', ['--config', 'jest.browser.config.mjs', '--runInBand']);
else notes.push('browser checks: NOT RUN, there is no Chromium here (install it or set CHROMIUM_PATH)');

console.log('');
for (const note of notes) console.log(note);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);
