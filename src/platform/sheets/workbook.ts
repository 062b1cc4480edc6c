import { DomainError } from '../../kernel/domain-error.js';
import type { DateSystem, SheetRow } from '../../kernel/sheet/sheet-row.js';
import { SharedStrings } from './shared-strings.js';
import { SheetXmlReader } from './sheet-xml.js';
import { tagsOf } from './xml.js';
import type { ZipDirectory } from './zip-directory.js';

/** One sheet of a file, readable from its beginning as often as asked. */
export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows in batches; ends early without reading the rest when the caller stops. */
  rows(): AsyncGenerator<readonly SheetRow[], void, undefined>;
  /** Ranges of merged cells, known once all rows were read. */
  readonly mergedCells: readonly string[];
};

export type SheetFile = { readonly format: 'xlsx' | 'text'; readonly dateSystem: DateSystem; readonly sheets: readonly Sheet[] };

const SMALL_PART = 4_194_304;
const MOST_SHEETS = 500;

const damaged = (): DomainError => new DomainError('sheets.file.damaged');

/** Opens an XLSX workbook: its sheets, hidden ones among them, and its calendar. @throws DomainError sheets.file.* */
export async function openWorkbook(zip: ZipDirectory): Promise<SheetFile> {
  const workbookPath = targetOf(relationsOf(zip, '_rels/.rels', ''), 'officeDocument') ?? 'xl/workbook.xml';
  const relations = relationsOf(zip, relationsPath(workbookPath), folderOf(workbookPath));
  const { sheets, dateSystem } = readWorkbook(zip.text(workbookPath, SMALL_PART));
  const stringsPath = targetOf(relations, 'sharedStrings');
  let strings: Promise<SharedStrings> | null = null;
  const stringsEntry = stringsPath === null ? null : zip.find(stringsPath);
  const sharedStrings = (): Promise<SharedStrings> => (strings ??= SharedStrings.read(stringsEntry === null ? nothing() : zip.unpack(stringsEntry)));
  return {
    format: 'xlsx',
    dateSystem,
    sheets: sheets.flatMap(({ name, hidden, relation }): Sheet[] => {
      const found = relations.find(({ id, type }) => id === relation && type === 'worksheet');
      // Chart sheets and macro sheets hold no table.
      return found === undefined ? [] : [new WorksheetOfZip(name, hidden, zip, found.target, sharedStrings)];
    }),
  };
}

class WorksheetOfZip implements Sheet {
  mergedCells: readonly string[] = [];

  constructor(
    readonly name: string,
    readonly hidden: boolean,
    private readonly zip: ZipDirectory,
    private readonly path: string,
    private readonly strings: () => Promise<SharedStrings>,
  ) {}

  async *rows(): AsyncGenerator<readonly SheetRow[], void, undefined> {
    const entry = this.zip.find(this.path);
    if (entry === null) throw damaged();
    const reader = new SheetXmlReader(await this.strings());
    yield* reader.read(this.zip.unpack(entry));
    this.mergedCells = reader.mergedCells;
  }
}

type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Relations of a part; types by their last word, so that transitional and strict files read alike. */
function relationsOf(zip: ZipDirectory, path: string, folder: string): readonly Relation[] {
  if (zip.find(path) === null) return [];
  const relations: Relation[] = [];
  for (const { name, attributes, opens } of tagsOf(zip.text(path, SMALL_PART))) {
    if (name !== 'Relationship' || !opens || attributes['TargetMode'] === 'External') continue;
    const { Id, Type, Target } = attributes;
    if (Id && Type && Target) relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: resolve(folder, Target) });
  }
  return relations;
}

const targetOf = (relations: readonly Relation[], type: string): string | null => relations.find((relation) => relation.type === type)?.target ?? null;

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const relationsPath = (path: string): string => `${folderOf(path)}_rels/${path.slice(folderOf(path).length)}.rels`;

function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function readWorkbook(xml: string): { readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly relation: string }[]; readonly dateSystem: DateSystem } {
  const sheets: { name: string; hidden: boolean; relation: string }[] = [];
  let dateSystem: DateSystem = 1900;
  for (const { name, attributes, opens } of tagsOf(xml)) {
    if (!opens) continue;
    if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) dateSystem = 1904;
    if (name === 'sheet' && attributes['id']) sheets.push({ name: attributes['name'] ?? '', hidden: /hidden/i.test(attributes['state'] ?? ''), relation: attributes['id'] });
  }
  if (sheets.length > MOST_SHEETS) throw damaged();
  return { sheets, dateSystem };
}

async function* nothing(): AsyncGenerator<Buffer, void, undefined> { /* a workbook without shared strings */ }
