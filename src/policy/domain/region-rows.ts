import { parentRegion, parseRegionCode, regionLevel, type RegionCode, type RegionLevel } from '../../kernel/region-code.js';

/** One line of `regions.csv`: `code,name,level,parent`. */
export type RegionRow = { readonly code: RegionCode; readonly name: string; readonly level: RegionLevel; readonly parent: RegionCode | null };

export type RegionRowFault = 'policy.region.columns' | 'policy.region.code' | 'policy.region.name' | 'policy.region.level' | 'policy.region.parent' | 'policy.region.repeated';
export type RejectedRow = { readonly line: number; readonly code: RegionRowFault };
export type AcceptedRow = { readonly line: number; readonly row: RegionRow };
export type RegionRows = { readonly rows: number; readonly accepted: readonly AcceptedRow[]; readonly rejected: readonly RejectedRow[] };

export const REGION_HEADER = 'code,name,level,parent';

/** Reads a region file; every row after the header is accepted or rejected with its line (from 1). */
export function readRegionRows(text: string): RegionRows {
  const accepted: AcceptedRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Set<string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0] !== REGION_HEADER) return { rows: 1, accepted, rejected: [{ line: 1, code: 'policy.region.columns' }] };
  let rows = 0;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as string;
    if (line === '') continue;
    rows++;
    const row = readRow(line);
    if (typeof row === 'string') rejected.push({ line: index + 1, code: row });
    else if (seen.has(row.code)) rejected.push({ line: index + 1, code: 'policy.region.repeated' });
    else {
      seen.add(row.code);
      accepted.push({ line: index + 1, row });
    }
  }
  return { rows, accepted, rejected };
}

function readRow(line: string): RegionRow | RegionRowFault {
  const cells = line.split(',');
  if (cells.length !== 4) return 'policy.region.columns';
  const [codeText, name, level, parentText] = cells as [string, string, string, string];
  const code = parseRegionCode(codeText);
  if (!code.ok) return 'policy.region.code';
  if (name.trim() !== name || name === '' || name.length > 50) return 'policy.region.name';
  if (level !== regionLevel(code.value)) return 'policy.region.level';
  const parent = parentRegion(code.value);
  if (parentText !== (parent ?? '')) return 'policy.region.parent';
  return { code: code.value, name, level: regionLevel(code.value), parent };
}

export const regionLine = (row: RegionRow): string => `${row.code},${row.name},${row.level},${row.parent ?? ''}`;

