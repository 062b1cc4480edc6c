import type { RegionCode, RegionLevel } from '../../kernel/region-code.js';
import { readRegionRows, REGION_HEADER, regionLine, type RegionRow, type RegionRowFault } from '../domain/region-rows.js';

type Rejected = { readonly line: number; readonly code: RegionRowFault | 'policy.region.name_differs' };

export type RegionImport = {
  /** Rows read: accepted + unchanged + rejected, always. */
  readonly rows: number;
  readonly accepted: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejected[];
  /** The register after the import, in the order of the codes. */
  readonly register: string;
};

/** Merges a file of regions into a register. Pure: reading and writing are the caller's. */
export function importRegions(register: string, incoming: string): RegionImport {
  const known = new Map<RegionCode, RegionRow>(readRegionRows(register).accepted.map(({ row }) => [row.code, row]));
  const read = readRegionRows(incoming);
  const rejected: Rejected[] = [...read.rejected];
  let accepted = 0;
  let unchanged = 0;
  // Larger regions first: a town may stand before its county in one file.
  for (const { line, row } of [...read.accepted].sort((a, b) => DEPTH[a.row.level] - DEPTH[b.row.level])) {
    const before = known.get(row.code);
    if (before) {
      if (before.name === row.name) unchanged++;
      else rejected.push({ line, code: 'policy.region.name_differs' });
    } else if (row.parent !== null && !known.has(row.parent)) {
      rejected.push({ line, code: 'policy.region.parent' });
    } else {
      known.set(row.code, row);
      accepted++;
    }
  }
  return { rows: read.rows, accepted, unchanged, rejected: rejected.sort((a, b) => a.line - b.line), register: registerText([...known.values()]) };
}

const DEPTH: Readonly<Record<RegionLevel, number>> = { country: 0, province: 1, city: 2, county: 3, town: 4, village: 5 };

/** Every region after the one it lies in: codes filled up to twelve digits, the shorter first. */
function registerText(rows: readonly RegionRow[]): string {
  const key = ({ code }: RegionRow): string => `${code.padEnd(12, '0')}${code.length}`;
  const lines = rows.map((row) => ({ key: key(row), line: regionLine(row) })).sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ line }) => line);
  return `${[REGION_HEADER, ...lines].join('\n')}\n`;
}
