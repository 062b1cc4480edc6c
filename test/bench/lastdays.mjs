// The last days before the deadline: 200 clerks at once. Each opens a filing, says the facts, uploads a roster of 50 people,
// takes it over, makes the statement and hands it in, with 2 to 5 seconds between requests; whoever is done begins the next.
import { createHash } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { startFilingService } from './filing/service.mjs';

export const name = 'lastdays';

const CLERKS = Number(process.env.BENCH_LASTDAYS_CLERKS ?? 200);
const SECONDS = Number(process.env.BENCH_LASTDAYS_SECONDS ?? 180);
const ROWS = 50;
/** A filing takes a clerk some 25 seconds; each employer files one year. */
const FILINGS_EACH = Math.ceil(SECONDS / 16) + 1;
const PAUSE_MS = [2_000, 5_000];
const BASE_YEAR = 2023;
const MOST_MS = 500;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const check = (first17) => '10X98765432'[[...first17].reduce((sum, digit, at) => sum + Number(digit) * WEIGHTS[at], 0) % 11];
const two = (number) => String(number).padStart(2, '0');
/** Nobody: area 999999 does not exist. Everyone is somebody else. */
function citizenId(serial) {
  const born = new Date(Date.UTC(1968, 0, 1) + (serial % 12_000) * 86_400_000);
  const first17 = `999999${born.getUTCFullYear()}${two(born.getUTCMonth() + 1)}${two(born.getUTCDate())}${String(Math.floor(serial / 12_000)).padStart(3, '0')}`;
  return first17 + check(first17);
}
function roster(from) {
  const lines = ['姓名,公民身份号码,证件号码,岗位,合同开始,月工资,参保开始'];
  for (let serial = from; serial < from + ROWS; serial++) lines.push(`某人${serial},${citizenId(serial)},${citizenId(serial)}43,包装,2020-01-01,4200,2020-01`);
  return Buffer.from(lines.join('\n'));
}

const agent = new http.Agent({ keepAlive: true, maxSockets: CLERKS });

function send(origin, method, address, headers, body) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    http.request(origin + address, { method, agent, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': body.length }) } }, (answer) => {
      const pieces = [];
      answer.on('data', (piece) => pieces.push(piece));
      answer.once('end', () => resolve({ status: answer.statusCode, ms: performance.now() - began, text: Buffer.concat(pieces).toString() }));
    }).once('error', reject).end(body);
  });
}

/** One sitting: requests in turn, each followed by a pause, until the time is over. */
async function sit({ origin, employers, until, random, done, failed, first }) {
  let headers = {};
  const call = async (step, method, address, body, type = 'application/json') => {
    const { status, ms, text } = await send(origin, method, address, { ...headers, ...(body === undefined ? {} : { 'content-type': type }) }, body === undefined ? undefined : Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)));
    done.push({ step, ms });
    if (status >= 400) failed.push(`${step}: ${status} ${text.slice(0, 200)}`);
    await sleep(PAUSE_MS[0] + random() * (PAUSE_MS[1] - PAUSE_MS[0]));
    return text.startsWith('{') ? JSON.parse(text) : {};
  };
  const handedIn = [];
  await sleep(random() * PAUSE_MS[1]);
  for (const [at, employer] of employers.entries()) {
    if (performance.now() > until) break;
    headers = employer.headers;
    const { id } = await call('open', 'POST', '/api/v1/filings', { baseYear: BASE_YEAR });
    const filing = `/api/v1/filings/${id}`;
    const facts = await call('facts', 'POST', `${filing}/facts`, { version: 1, monthlyStaff: Array.from({ length: 12 }, () => 3_000), totalWages: '200000000.00' });
    const border = 'zhujiu-bench';
    const form = Buffer.concat([Buffer.from(`--${border}\r\nContent-Disposition: form-data; name="file"; filename="roster.csv"\r\nContent-Type: text/csv\r\n\r\n`), roster(first + at * ROWS), Buffer.from(`\r\n--${border}--\r\n`)]);
    let file = await call('upload', 'POST', `${filing}/rosters`, form, `multipart/form-data; boundary=${border}`);
    while (file.state === 'reading') file = await call('look', 'GET', `${filing}/rosters/${file.id}`);
    if (file.state !== 'checked' || file.accepted !== ROWS) failed.push(`upload: ${JSON.stringify(file).slice(0, 200)}`);
    await call('take', 'POST', `${filing}/rosters/${file.id}/take`, { version: facts.version });
    const seen = await call('look', 'GET', filing);
    const committed = await call('commit', 'POST', `${filing}/commitment`, { version: seen.version });
    const submitted = await call('submit', 'POST', `${filing}/submit`, { version: committed.version });
    if (submitted.state === 'submitted') handedIn.push(id);
  }
  return handedIn;
}

const quantile = (list, share) => {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** The same pauses in every run. */
function randomOf(seed) {
  let state = createHash('sha256').update(String(seed)).digest().readUInt32LE(0);
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export async function run({ say }) {
  const service = await startFilingService({ clerks: CLERKS * FILINGS_EACH });
  const [done, failed] = [[], []];
  try {
    const ofClerk = (n) => service.clerks.slice(n * FILINGS_EACH, (n + 1) * FILINGS_EACH);
    const began = performance.now();
    const until = began + SECONDS * 1_000;
    const told = setInterval(() => say(`${Math.round((performance.now() - began) / 1000)} s: ${done.length} requests, p95 ${quantile(done.map(({ ms }) => ms), 0.95).toFixed(0)} ms, ${failed.length} failed`), 30_000);
    const sittings = await Promise.all(Array.from({ length: CLERKS }, (_, n) => sit({ origin: service.origin, employers: ofClerk(n), until, random: randomOf(n), done, failed, first: n * FILINGS_EACH * ROWS })));
    clearInterval(told);
    const took = (performance.now() - began) / 1000;
    const handedIn = sittings.flat();
    const [kept] = await service.db.query(
      `SELECT count(DISTINCT d.id)::int AS filings, count(l.id)::int AS lines, count(DISTINCT (v.id, l.registry_person_id))::int AS people,
         (SELECT count(*)::int FROM declaration_step WHERE act = 'submit') AS submissions, (SELECT count(*)::int FROM roster_import WHERE state = 'done') AS taken
       FROM declaration AS d JOIN filing_version AS v ON v.declaration_id = d.id AND v.submitted_at IS NOT NULL JOIN roster_line AS l ON l.version_id = v.id WHERE d.id = ANY ($1)`, [handedIn],
    );
    const lost = handedIn.length - kept.filings + handedIn.length * ROWS - kept.people;
    const twice = kept.lines - kept.people + kept.submissions - handedIn.length;
    for (const words of failed.slice(0, 5)) say(words);
    const times = done.map(({ ms }) => ms);
    const steps = [...new Set(done.map(({ step }) => step))];
    const p95 = quantile(times, 0.95);
    const command = 'npm run bench lastdays';
    return {
      rows: [
        { figure: `${CLERKS} clerks for ${SECONDS} s, every request, p95`, command, target: `≤ ${MOST_MS} ms`, measured: `${p95.toFixed(0)} ms (p50 ${quantile(times, 0.5).toFixed(0)}, slowest ${Math.max(...times).toFixed(0)}; ${done.length} requests, ${(done.length / took).toFixed(0)} a second)`, met: p95 <= MOST_MS },
        { figure: 'errors', command, target: 'none', measured: String(failed.length), met: failed.length === 0 },
        { figure: 'filings handed in, lost and counted twice', command, target: 'nothing lost, nothing twice', measured: `${handedIn.length} handed in with ${ROWS} people each; ${lost} lost, ${twice} twice`, met: lost === 0 && twice === 0 && handedIn.length > 0 },
      ],
      notes: [`p95 by step: ${steps.map((step) => `${step} ${quantile(done.filter((entry) => entry.step === step).map(({ ms }) => ms), 0.95).toFixed(0)} ms`).join(', ')}. Clerks, service and database share the machine; what is handed in is compared meanwhile.`],
    };
  } finally {
    agent.destroy();
    await service.stop();
  }
}
