// Prints the given number of cases of mix M, one JSON line each, every one with an id of its own. Writes blocks made of
// ready texts, so that the command and not this generator is measured.
import { mixM } from './mix.mjs';

const BLOCK = 500;

const count = Number(process.argv[2]);
const tails = mixM(5_000).map(({ id, ...rest }) => JSON.stringify(rest).slice(1));

for (let from = 0; from < count; from += BLOCK) {
  let block = '';
  for (let at = from; at < Math.min(from + BLOCK, count); at++) block += `{"id":"c${at + 1}",${tails[at % tails.length]}\n`;
  if (!process.stdout.write(block)) await new Promise((resolve) => { process.stdout.once('drain', resolve); });
}
