import { readFileSync } from 'node:fs';
import path from 'node:path';
import { COUNTRY, regionChain, regionCode, regionCovers, type RegionCode, type RegionLevel } from '../kernel/region-code.js';
import { readRegionRows, type RegionRow } from './domain/region-rows.js';

export type Region = RegionRow;

/** A code that GB/T 2260 has withdrawn, and the one that took its place. */
export type FormerRegion = { readonly code: RegionCode; readonly name: string; readonly successor: RegionCode };

/** `seeds/reference` of this package, from `src/policy` and from `dist/policy` alike. */
export const defaultRegionsFolder = (): string => path.resolve(import.meta.dirname, '../../seeds/reference');

/** Which regions exist, what they are called and what lies inside them. Immutable. */
export class RegionRegister {
  private readonly byCode = new Map<RegionCode, Region>();
  private readonly former = new Map<RegionCode, FormerRegion>();
  private readonly inside = new Map<RegionCode, RegionCode[]>();

  constructor(regions: readonly Region[], former: readonly FormerRegion[]) {
    for (const region of regions) {
      this.byCode.set(region.code, region);
      if (region.parent === null) continue;
      const siblings = this.inside.get(region.parent);
      if (siblings) siblings.push(region.code);
      else this.inside.set(region.parent, [region.code]);
    }
    for (const region of former) this.former.set(region.code, region);
  }

  /** Reads `regions.csv` and `former-regions.csv` of a folder; throws where a row is malformed, because the file ships with us. */
  static load(folder: string): RegionRegister {
    const read = readRegionRows(readFileSync(path.join(folder, 'regions.csv'), 'utf8'));
    const bad = read.rejected[0];
    if (bad) throw new Error(`regions.csv line ${bad.line}: ${bad.code}`);
    const former = readFileSync(path.join(folder, 'former-regions.csv'), 'utf8').trim().split(/\r?\n/).slice(1).map((line): FormerRegion => {
      const [code, name, successor] = line.split(',');
      return { code: regionCode(code ?? ''), name: name ?? '', successor: regionCode(successor ?? '') };
    });
    return new RegionRegister(read.accepted.map(({ row }) => row), former);
  }

  /** Whether the code is in the register, or was before it was withdrawn. */
  has(code: RegionCode): boolean {
    return this.byCode.has(code) || this.former.has(code);
  }

  get(code: RegionCode): Region | null {
    return this.byCode.get(code) ?? null;
  }

  /** The code in force in place of a withdrawn one; null for a code in force. */
  successorOf(code: RegionCode): RegionCode | null {
    return this.former.get(code)?.successor ?? null;
  }

  /** The regions directly inside, in the order of their codes. */
  childrenOf(code: RegionCode): readonly Region[] {
    return (this.inside.get(code) ?? []).map((inner) => this.byCode.get(inner) as Region);
  }

  isInside(inner: RegionCode, outer: RegionCode): boolean {
    return inner !== outer && regionCovers(outer, inner);
  }

  /** The provinces in which the law of the quota is in force: not Hong Kong, Macao and Taiwan. */
  provinces(): readonly Region[] {
    return this.childrenOf(COUNTRY).filter(({ code }) => !OTHER_LAW.has(code));
  }

  /** 山东省 淄博市 张店区: the names from the province down. Groupings that are no place (市辖区) are left out. */
  fullName(code: RegionCode): string {
    const current = this.successorOf(code) ?? code;
    const names = regionChain(current).filter((place) => place !== COUNTRY).map((place) => this.byCode.get(place)?.name ?? place);
    return names.filter((name) => !GROUPINGS.has(name)).reverse().join(' ');
  }

  /**
   * Regions for a code look-up: by the beginning of the code, or by words of the full name (张店, 淄博 张店).
   * @returns at most `limit`, those whose own name begins with the words first, then larger before smaller, then by code.
   */
  search(query: string, limit: number): readonly Region[] {
    const words = query.normalize('NFKC').trim().split(/\s+/).filter((word) => word !== '');
    const [first] = words;
    if (first === undefined) return [];
    const found: Region[] = [];
    for (const region of this.byCode.values()) {
      if (region.code === COUNTRY || GROUPINGS.has(region.name)) continue;
      if (/^\d+$/.test(first) ? region.code.startsWith(first) : this.named(region, words)) found.push(region);
    }
    const last = words[words.length - 1] as string;
    return found.sort((a, b) => rank(a, last) - rank(b, last) || a.code.length - b.code.length || (a.code < b.code ? -1 : 1)).slice(0, limit);
  }

  /** Every region of the register, in the order of the file. */
  all(): Iterable<Region> {
    return this.byCode.values();
  }

  private named(region: Region, words: readonly string[]): boolean {
    const last = words[words.length - 1] as string;
    if (!region.name.includes(last)) return words.length === 1 && this.fullName(region.code).replaceAll(' ', '').endsWith(last);
    return words.length === 1 || words.every((word) => this.fullName(region.code).includes(word));
  }
}

const OTHER_LAW: ReadonlySet<string> = new Set(['710000', '810000', '820000']);

/** Rows that GB/T 2260 holds only to give counties a city code. */
const GROUPINGS: ReadonlySet<string> = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']);

const LEVEL_RANK: Readonly<Record<RegionLevel, number>> = { country: 0, province: 1, city: 2, county: 3, town: 4, village: 5 };
const rank = (region: Region, word: string): number => (region.name.startsWith(word) ? 0 : 10) + LEVEL_RANK[region.level];
