import { DomainError } from '../../kernel/domain-error.js';
import { parseLocalDate } from '../../kernel/local-date.js';
import { say } from '../../kernel/texts.js';
import { policyOn, requireRegion, type ParameterOnDay } from '../app/read-policy.query.js';
import type { PolicyBook } from '../policy-book.js';
import { canonicalJson } from '../policy-hash.js';
import { writeLine, type CommandIo } from '../../platform/cli/command.js';
import { policyCommandTexts } from './texts.js';

/** `zhujiu policy show REGION DATE`: every parameter there and then, with its source. @throws DomainError for a region or date that is none. */
export async function show(book: PolicyBook, regionText: string, dateText: string, json: boolean, io: CommandIo): Promise<number> {
  const region = requireRegion(book, regionText);
  const date = parseLocalDate(dateText);
  if (!date.ok) throw new DomainError('policy.date.malformed', { date: dateText });
  const values = policyOn(book, region, date.value);
  if (json) {
    await writeLine(io.stdout, JSON.stringify({ region, date: date.value, parameters: values }, null, 2));
    return 0;
  }
  await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.show.heading', { region, name: book.regions.fullName(region), date: date.value }));
  for (const found of values) for (const line of linesOf(found, book, io)) await writeLine(io.stdout, line);
  return 0;
}

function* linesOf({ parameter, value: found }: ParameterOnDay, book: PolicyBook, io: CommandIo): Generator<string> {
  const tell = (key: keyof typeof policyCommandTexts.zh & string, params: Readonly<Record<string, string>> = {}): string =>
    say(policyCommandTexts, io.language, key, params);
  if (!found) {
    yield tell('policy.show.gap', { parameter });
    return;
  }
  const { value, from, until, region, reference, confirmed, note } = found;
  yield tell('policy.show.value', { parameter, value: value === null ? tell('policy.show.unknown') : canonicalJson(value) });
  yield tell('policy.show.period', { from, until: until ?? tell('policy.show.open_end'), place: book.regions.get(region)?.name ?? region });
  yield tell('policy.show.source', {
    title: reference.title,
    article: reference.article === null ? '' : ` ${reference.article}`,
    confirmed: tell(confirmed ? 'policy.show.confirmed' : 'policy.show.unconfirmed'),
  });
  if (note !== null) yield tell('policy.show.note', { note });
}
