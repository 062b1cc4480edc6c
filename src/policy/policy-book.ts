import type { LocalDate } from '../kernel/local-date.js';
import { regionChain, type RegionCode } from '../kernel/region-code.js';
import type { ParameterFile } from './domain/parameter-file.js';
import { PolicyGap } from './domain/policy-gap.js';
import { overlay, stretchesOf, stretchOn, type Stretch } from './domain/timeline.js';
import type { DatedValue, ParameterKey, ParameterValues, PolicySource } from './parameters.js';
import { PolicyDataError } from './reading/fault.js';
import { shippedPreparedFiles } from './reading/prepared-files.js';
import { readPolicyDirectory } from './reading/read-directory.js';
import { defaultRegionsFolder, RegionRegister } from './regions.js';

type AnyStretch = Stretch<ParameterValues[ParameterKey]>;

/** The law as `config/policy` has it: immutable, read once, asked by region and day. */
export class PolicyBook implements PolicySource {
  private readonly byParameter = new Map<ParameterKey, Map<RegionCode, ParameterFile>>();
  /** Laid over one another once for each parameter and registered region that is asked for. */
  private readonly timelines = new Map<ParameterKey, Map<RegionCode, readonly AnyStretch[]>>();

  /** @param contentHash SHA-256 of the files; names this state of the law in logs and on the policy page. */
  constructor(readonly files: readonly ParameterFile[], readonly regions: RegionRegister, readonly contentHash: string) {
    for (const file of files) {
      const byRegion = this.byParameter.get(file.parameter) ?? new Map<RegionCode, ParameterFile>();
      byRegion.set(file.region, file);
      this.byParameter.set(file.parameter, byRegion);
      this.timelines.set(file.parameter, new Map());
    }
  }

  /**
   * Reads a policy folder.
   * @param regions the register that knows which codes exist; absent: the one shipped in `seeds/reference`.
   * @throws PolicyDataError with every mistake of every file.
   */
  static load(directory: string, regions?: RegionRegister): PolicyBook {
    const register = regions ?? RegionRegister.load(defaultRegionsFolder());
    const { files, faults, contentHash } = readPolicyDirectory(directory, register, shippedPreparedFiles());
    if (faults.length > 0) throw new PolicyDataError(faults);
    return new PolicyBook(files, register, contentHash);
  }

  at<K extends ParameterKey>(parameter: K, region: RegionCode, date: LocalDate): DatedValue<ParameterValues[K]> {
    const found = this.find(parameter, region, date);
    if (!found) throw new PolicyGap(parameter, region, date);
    return found;
  }

  find<K extends ParameterKey>(parameter: K, region: RegionCode, date: LocalDate): DatedValue<ParameterValues[K]> | null {
    const stretch = stretchOn(this.timeline(parameter, region), date);
    return (stretch?.value as DatedValue<ParameterValues[K]> | undefined) ?? null;
  }

  hasRegion(region: RegionCode): boolean {
    return this.regions.has(region);
  }

  /** Everything that holds in a region over time, its own values and those it takes from above. */
  timeline<K extends ParameterKey>(parameter: K, region: RegionCode): readonly Stretch<ParameterValues[K]>[] {
    const cache = this.timelines.get(parameter);
    const cached = cache?.get(region);
    if (cached) return cached as readonly Stretch<ParameterValues[K]>[];
    const built = this.lookUpwards(parameter, region);
    // Made-up codes must not fill memory.
    if (this.regions.has(region)) cache?.set(region, built);
    return built as readonly Stretch<ParameterValues[K]>[];
  }

  /** The values of a region's own file, in the order of time; empty where it has none. */
  history<K extends ParameterKey>(parameter: K, region: RegionCode): ParameterFile<K>['values'] {
    return this.file(parameter, region)?.values ?? [];
  }

  file<K extends ParameterKey>(parameter: K, region: RegionCode): ParameterFile<K> | null {
    return (this.byParameter.get(parameter)?.get(region) as ParameterFile<K> | undefined) ?? null;
  }

  /** The parameters that have at least one file, in the order of their names. */
  parameters(): readonly ParameterKey[] {
    return [...this.byParameter.keys()].sort();
  }

  /** The regions with a file of their own for a parameter, in the order of their codes. */
  regionsOf(parameter: ParameterKey): readonly RegionCode[] {
    return [...(this.byParameter.get(parameter)?.keys() ?? [])].sort();
  }

  private lookUpwards(parameter: ParameterKey, region: RegionCode): readonly AnyStretch[] {
    let stretches: readonly AnyStretch[] = [];
    for (const place of this.placesOf(region)) {
      const file = this.byParameter.get(parameter)?.get(place);
      if (file) stretches = overlay(stretches, stretchesOf(file.values));
    }
    return stretches;
  }

  /** The region and everything above it, nearest first; the register ends with the counties, so a town is asked for the successor of its county. */
  private placesOf(region: RegionCode): readonly RegionCode[] {
    const registered = region.slice(0, 6) as RegionCode;
    return [...regionChain(region).filter((place) => place.length > registered.length), ...regionChain(this.regions.successorOf(registered) ?? registered)];
  }
}
