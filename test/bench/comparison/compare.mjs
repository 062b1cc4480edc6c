// node compare.mjs <dist> <base year>: compares all filings of a year in the database of the environment and tells how long it took.
import 'reflect-metadata';
import path from 'node:path';

const [dist, baseYear] = process.argv.slice(2);
const built = (file) => import(path.join(dist, file));

const [{ buildApp }, { readSettings }, { createLogger }, { CompareYear }] = await Promise.all([built('build-app.js'), built('platform/config/index.js'), built('platform/logging/index.js'), built('quota/comparison/index.js')]);
const settings = readSettings();
const app = await buildApp({ settings, logger: createLogger(settings), databaseUrl: process.env.DATABASE_URL });
let peak = 0;
const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage.rss()); }, 100);
const comparing = app.nest.get(CompareYear, { strict: false });
const start = performance.now();
const before = process.cpuUsage();
const told = (sum) => process.stderr.write(`\r${sum.filings} filings, ${sum.personMonths} person-months`);
const result = await comparing.run({ kind: 'region', prefix: '' }, Number(baseYear), told);
const seconds = (performance.now() - start) / 1000;
const { user, system } = process.cpuUsage(before);
process.stderr.write('\n');
clearInterval(watch);
await app.close();
process.stdout.write(`${JSON.stringify({ seconds, processor: (user + system) / 1e6, result, peak })}\n`);
