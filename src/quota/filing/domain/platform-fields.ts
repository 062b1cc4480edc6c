import type { TableColumn } from '../../../kernel/sheet/row-reader.js';

/** What we can write for the platform of each employee. */
export const exportFields = [
  'baseYear', 'uscc', 'employerName', 'name', 'citizenId', 'certificateKind', 'certificateNumber', 'grade', 'post', 'postCategory', 'contractKind', 'contractStart', 'contractEnd', 'wage', 'insuredMonths',
  'dispatch', 'otherUscc',
] as const;
export type ExportField = (typeof exportFields)[number];

/** What a file of the platform can tell. */
export const importFields = ['baseYear', 'uscc', 'citizenId', 'result', 'countedMonths', 'reason', 'receiptNumber', 'receivedOn', 'determined'] as const;
export type ImportField = (typeof importFields)[number];

/** Titles of the platform's files: data, since nobody has seen them (config/platform/fields.yaml). */
export type PlatformFields = {
  /** Whether somebody has held them against a real file. */
  readonly confirmed: boolean;
  readonly source: string;
  readonly sheet: string;
  readonly export: readonly { readonly field: ExportField; readonly title: string }[];
  readonly import: readonly TableColumn<ImportField>[];
};

const record = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Readonly<Record<string, unknown>> : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown, what: string): string => {
  if (typeof value !== 'string' || value.trim() === '') throw new Error(`config/platform/fields.yaml: ${what} is a text`);
  return value;
};

function fieldOf<F extends string>(value: unknown, known: readonly F[]): F {
  const field = known.find((one) => one === value);
  if (field === undefined) throw new Error(`config/platform/fields.yaml: unknown field ${String(value)}`);
  return field;
}

/** @throws Error that names what is wrong; the service does not start with titles that it cannot use */
export function platformFields(parsed: unknown): PlatformFields {
  const { confirmed, source, sheet, ...columns } = record(parsed);
  if (typeof confirmed !== 'boolean') throw new Error('config/platform/fields.yaml: confirmed is true or false');
  const fields: PlatformFields = {
    confirmed, source: text(source, 'source'), sheet: text(sheet, 'sheet'),
    export: list(columns['export']).map((entry) => ({ field: fieldOf(record(entry)['field'], exportFields), title: text(record(entry)['title'], 'title') })),
    import: list(columns['import']).map((entry) => {
      const { field, title, names } = record(entry);
      return { key: fieldOf(field, importFields), title: text(title, 'title'), names: new RegExp(`^(?:${text(names, 'names')})$`), required: false };
    }),
  };
  if (fields.export.length === 0 || fields.import.length === 0) throw new Error('config/platform/fields.yaml: export and import name columns');
  return fields;
}
