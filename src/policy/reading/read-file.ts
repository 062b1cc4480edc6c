import { LineCounter, parseDocument, type Node } from 'yaml';
import { addDays, type LocalDate } from '../../kernel/local-date.js';
import type { RegionCode } from '../../kernel/region-code.js';
import { UNITS, VALUE_TYPES, type FileValue, type ParameterFile } from '../domain/parameter-file.js';
import type { ParameterKey, Reference } from '../parameters.js';
import { Cursor, Misread, type SourceFile } from './cursor.js';
import type { PolicyFault } from './fault.js';
import { isParameterKey, VALUE_SCHEMAS, type ValueSchema } from './value-schemas.js';

export type ReadFile = { readonly file: ParameterFile | null; readonly faults: readonly PolicyFault[] };

const FILE_KEYS = ['parameter', 'description', 'unit', 'type', 'last_checked', 'review_by', 'values'] as const;
const VALUE_KEYS = ['from', 'value', 'reference', 'confirmed'] as const;
const OPTIONAL_VALUE_KEYS = ['until', 'enacted_on', 'note'] as const;

/**
 * Reads one parameter file of one region.
 * @param path as shown in errors; its last part must be `<parameter>.yaml`, so that a file is found by the name of its parameter.
 */
export function readParameterFile(path: string, region: RegionCode, text: string): ReadFile {
  const lines = new LineCounter();
  // The cursor finds repeated keys itself; the parser's own check takes a sixth of the whole reading.
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false });
  const source: SourceFile = { path, lines };
  const broken = document.errors[0] ?? document.warnings[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    return { file: null, faults: [{ file: path, line, column: col, code: 'policy.file.not_yaml', params: { message: broken.message } }] };
  }
  const faults: PolicyFault[] = [];
  const file = attempt(faults, () => readDocument(new Cursor(document.contents as Node | null, source, 0, path), path, region, faults));
  return { file: faults.length === 0 ? file : null, faults };
}

/** Runs a part of the reading; a refusal is noted and the rest of the file goes on. */
function attempt<T>(faults: PolicyFault[], read: () => T): T | null {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof Misread)) throw thrown;
    faults.push(thrown.fault);
    return null;
  }
}

function readDocument(root: Cursor, path: string, region: RegionCode, faults: PolicyFault[]): ParameterFile {
  const fields = root.fields(FILE_KEYS);
  const parameter = readParameterKey(fields.parameter);
  if (!path.endsWith(`/${parameter}.yaml`)) fields.parameter.fail('policy.file.wrong_name', { parameter });
  const schema: ValueSchema<ParameterKey> = VALUE_SCHEMAS[parameter];
  const unit = fields.unit.choice(UNITS);
  if (unit !== schema.unit) fields.unit.fail('policy.file.wrong_unit', { expected: schema.unit });
  const type = fields.type.choice(VALUE_TYPES);
  if (type !== schema.type) fields.type.fail('policy.file.wrong_type', { expected: schema.type });
  const description = fields.description.fields(['zh', 'en']);
  const lastChecked = fields.last_checked.day();
  const reviewBy = fields.review_by.day();
  if (reviewBy <= lastChecked) fields.review_by.fail('policy.file.review_before_check');
  return {
    path,
    parameter,
    region,
    description: { zh: description.zh.text(), en: description.en.text() },
    unit,
    type,
    lastChecked,
    reviewBy,
    values: readValues(fields.values, parameter, schema, region, faults),
  };
}

function readParameterKey(at: Cursor): ParameterKey {
  const parameter = at.text();
  return isParameterKey(parameter) ? parameter : at.fail('policy.file.unknown_parameter', { parameter });
}

type Entry = { readonly at: Cursor; readonly value: FileValue };

function readValues(list: Cursor, parameter: ParameterKey, schema: ValueSchema<ParameterKey>, region: RegionCode, faults: PolicyFault[]): readonly FileValue[] {
  const items = list.items();
  if (items.length === 0) list.fail('policy.file.no_values');
  const entries: Entry[] = [];
  for (const at of items) {
    const value = attempt(faults, () => readValue(at, parameter, schema, region));
    if (value) entries.push({ at, value });
  }
  // A value that could not be read would look like a gap: its own fault says enough.
  return entries.length === items.length ? joinUp(entries, faults) : [];
}

function readValue(at: Cursor, parameter: ParameterKey, schema: ValueSchema<ParameterKey>, region: RegionCode): FileValue {
  const fields = at.fields(VALUE_KEYS, OPTIONAL_VALUE_KEYS);
  const from = fields.from.day();
  const until = fields.until?.day() ?? null;
  if (until !== null && until < from) fields.until?.fail('policy.value.ends_before_start', { from });
  if (schema.byYear && !from.endsWith('-01-01')) fields.from.fail('policy.value.not_new_year');
  const confirmed = fields.confirmed.flag();
  const note = fields.note?.text() ?? null;
  const unknown = fields.value.isNull();
  if (unknown && note === null) fields.value.fail('policy.value.null_without_reason');
  if (unknown && confirmed) fields.confirmed.fail('policy.value.null_confirmed');
  return {
    parameter,
    region,
    from,
    until,
    value: unknown ? null : schema.read(fields.value),
    enactedOn: fields.enacted_on?.day() ?? null,
    reference: readReference(fields.reference),
    confirmed,
    note,
    line: at.line,
  };
}

function readReference(at: Cursor): Reference {
  const fields = at.fields(['title', 'href'], ['article']);
  const href = fields.href.textOrNull();
  if (href !== null && !/^https?:\/\/[^\s/]+\/\S*$/.test(href)) fields.href.fail('policy.reference.not_an_address', { value: href });
  return { title: fields.title.text(), article: fields.article?.textOrNull() ?? null, href };
}

/** Gives every value its last day and refuses holes and overlaps: what is not known must be written down as null. */
function joinUp(entries: readonly Entry[], faults: PolicyFault[]): readonly FileValue[] {
  return entries.map(({ at, value }, index) => {
    const next = entries[index + 1];
    if (!next) return value;
    const dayBefore: LocalDate = addDays(next.value.from, -1);
    const until = value.until ?? dayBefore;
    if (next.value.from <= value.from) faults.push(next.at.fault('policy.value.out_of_order', { before: value.from, from: next.value.from }));
    else if (until > dayBefore) faults.push(next.at.fault('policy.value.overlap', { from: next.value.from, until }));
    else if (until < dayBefore) faults.push(at.fault('policy.value.gap', { after: until, before: next.value.from }));
    return { ...value, until };
  });
}
