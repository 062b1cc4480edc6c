// Readers in a process of their own: each asks for a page, reads the whole answer, and asks for the next one at once.
// `node readers.mjs ORIGIN READERS SECONDS PATH…` prints {requests, failed, p50, p95, p99, byPath} in milliseconds.
import http from 'node:http';

const [origin, readers, seconds, ...paths] = process.argv.slice(2);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(readers) });
const headers = { 'accept-encoding': 'gzip, br', accept: 'text/html' };

function ask(path) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    http.get(origin + path, { agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve({ ok: answer.statusCode === 200, took: performance.now() - began }));
    }).once('error', reject);
  });
}

const took = [];
const byPath = new Map(paths.map((path) => [path, []]));
let failed = 0;
const end = performance.now() + Number(seconds) * 1000;

async function read(first) {
  for (let at = first; performance.now() < end; at++) {
    const path = paths[at % paths.length];
    const answer = await ask(path);
    if (!answer.ok) failed++;
    took.push(answer.took);
    byPath.get(path).push(answer.took);
  }
}

const quantile = (list, share) => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
};

await Promise.all(Array.from({ length: Number(readers) }, (_, reader) => read(reader)));
console.log(JSON.stringify({
  requests: took.length, failed, p50: quantile(took, 0.5), p95: quantile(took, 0.95), p99: quantile(took, 0.99),
  byPath: Object.fromEntries([...byPath].map(([path, list]) => [path, quantile(list, 0.5)])),
}));
process.exit(0);
