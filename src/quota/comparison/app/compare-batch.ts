import { Inject, Injectable } from '@nestjs/common';
import { parseCitizenId, type CitizenId } from '../../../kernel/ids/citizen-id.js';
import { localDate, type LocalDate } from '../../../kernel/local-date.js';
import { fen, type Fen } from '../../../kernel/money.js';
import { regionCode, type RegionCode } from '../../../kernel/region-code.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { PolicyBook } from '../../../policy/index.js';
import type { SignalThresholds } from '../../../policy/parameters.js';
import { countingYear, monthsIn, type CountingYear } from '../../counting/index.js';
import { placeOf } from '../../filing/index.js';
import { compareLine, isClear, type Complete, type DatedGrade, type Registered } from '../domain/compare-line.js';
import { coveredIn, type Covered, type CoverageRow, type CoveredKind } from '../domain/coverage.js';
import { beginsLate, isRemote, livesFar, NO_TRAITS, type FilingTraits } from '../domain/signals.js';
import type { BatchSource, GatheredLine } from '../infra/gather.repository.js';
import type { LineResult, LineSources, VersionResult } from '../infra/result.repository.js';

/** What one comparison of a filing came to. */
export type FilingResult = { readonly declarationId: string; readonly baseYear: number; readonly regionCode: RegionCode; readonly version: VersionResult; readonly traits: FilingTraits };

type Place = { readonly year: CountingYear; readonly thresholds: SignalThresholds | null; readonly covered: (kind: CoveredKind, region: string) => Covered };
type Sums = { -readonly [K in keyof VersionResult]: VersionResult[K] };
type Traits = { -readonly [K in keyof FilingTraits]: FilingTraits[K] };

/** Judges what was gathered, with the rules of counting and without the database. */
@Injectable()
export class CompareBatch {
  private readonly years = new Map<string, CountingYear>();

  constructor(
    private readonly cipher: FieldCipher,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  run(lines: readonly GatheredLine[], coverage: readonly CoverageRow[], sources: ReadonlyMap<string, BatchSource>): { readonly results: readonly LineResult[]; readonly filings: readonly FilingResult[] } {
    const results: LineResult[] = [];
    const filings = new Map<string, { readonly line: GatheredLine; readonly place: Place; readonly sums: Sums; readonly traits: Traits }>();
    const covered = remembered(coverage);
    for (const line of lines) {
      let filing = filings.get(line.declaration_id);
      if (filing === undefined) {
        filing = { line, place: this.placeOf(line, covered), sums: { versionId: line.version_id, lines: 0, doubtful: 0, paper: 0, months: 0, countedMonths: 0 }, traits: { ...NO_TRAITS } };
        filings.set(line.declaration_id, filing);
      }
      const holder = this.holderOf(line);
      const registered = this.registeredOf(line);
      const complete = completeFor(line, holder, filing.place);
      const compared = compareLine(declaredOf(line), holder, registered, masksOf(complete), filing.place.year);
      results.push({ ...compared, lineId: line.id, versionId: line.version_id, sources: sourcesOf(line, complete, sources) });
      addTo(filing.sums, compared, line.months);
      this.addTraits(filing.traits, line, holder, registered, filing.place);
    }
    return {
      results,
      filings: [...filings.values()].map(({ line, sums, traits }) => ({ declarationId: line.declaration_id, baseYear: line.base_year, regionCode: line.region_code, version: sums, traits })),
    };
  }

  private placeOf({ region_code: region, base_year: baseYear, submitted_on: submittedOn }: GatheredLine, covered: (kind: CoveredKind, region: string, baseYear: number) => Covered): Place {
    const key = `${placeOf(region)} ${baseYear}`;
    let year = this.years.get(key);
    // The day of submission is the only thing of it that differs from filing to filing.
    if (year === undefined) this.years.set(key, (year = countingYear(this.policy, placeOf(region), baseYear, submittedOn)));
    return {
      year: { ...year, submittedOn },
      thresholds: this.policy.find('review.signals', placeOf(region), localDate(`${baseYear}-12-31`))?.value ?? null,
      covered: (kind, place) => covered(kind, place, baseYear),
    };
  }

  private holderOf({ person, citizen_id: sealed }: GatheredLine): CitizenId {
    const parsed = parseCitizenId(this.cipher.open(sealed, { table: 'registry_person', column: 'citizen_id', rowId: person }));
    if (!parsed.ok) throw new Error(`the number of registry person ${person} is none`);
    return parsed.value;
  }

  private registeredOf(line: GatheredLine): Registered {
    return {
      certificate: line.fact_id === null ? null : { firstIssuedOn: line.first_issued_on, validUntil: line.valid_until, grades: gradesOf(line.grades), otherNumber: this.otherNumber(line) },
      pension: line.pension ?? 0, medical: line.medical ?? 0, wages: wagesOf(line.wages),
    };
  }

  /** The number of a 残疾人证 holds its holder's and its grade; the others can be anybody's. */
  private otherNumber({ id, certificate, fact_id: factId, fact_number: factNumber }: GatheredLine): boolean | null {
    if (factId === null || factNumber === null) return null;
    return this.cipher.open(factNumber, { table: 'certificate_fact', column: 'number', rowId: factId }) !== this.cipher.open(certificate, { table: 'roster_line', column: 'certificate', rowId: id });
  }

  private addTraits(traits: Traits, line: GatheredLine, holder: CitizenId, { pension, wages }: Registered, { year, thresholds }: Place): void {
    if (thresholds === null || line.counts === 'out') return;
    traits.people += 1;
    const known = wages.flatMap((wage, bit) => (wage === null ? [] : [{ wage, least: year.months[bit]?.minimumWage ?? null }]));
    if (known.length > 0) traits.withWages += 1;
    if (known.length > 0 && known.every(({ wage, least }) => wage === least)) traits.atFloor += 1;
    if (beginsLate(pension, thresholds.lateInsuranceMonths)) traits.insuredLate += 1;
    if (line.employers >= thresholds.shortSpellEmployers) traits.manyEmployers += 1;
    // Where somebody lives is known from a file; else only where the number was given out.
    if (line.residence !== 'local' && livesFar(line.home ?? this.placeOfIssue(holder), line.region_code, thresholds.farBeyond) && !isRemote(this.postOf(line))) traits.farAway += 1;
  }

  /** Province and city of a number, where they are places at all; codes of counties that are gone do not matter. */
  private placeOfIssue({ area }: CitizenId): string | null {
    return this.policy.hasRegion(regionCode(`${area.slice(0, 2)}0000`)) ? area : null;
  }

  private postOf({ id, post }: GatheredLine): string | null {
    return post === null ? null : this.cipher.open(post, { table: 'roster_line', column: 'post', rowId: id });
  }
}

const declaredOf = (line: GatheredLine) => ({
  certificateKind: line.certificate_kind, certificateGrade: line.certificate_grade, contractKind: line.contract_kind, contractStart: line.contract_start, contractEnd: line.contract_end,
  wage: line.wage === null ? null : fen(BigInt(line.wage)), postCategory: line.post_category, pensionDrawnFrom: line.pension_drawn_from, residence: line.residence, months: line.months,
});

type CompleteKinds = Readonly<Record<keyof Complete, Covered>>;

/** Insurance and wages are registered where the employer is, a certificate where its holder is. */
const completeFor = ({ certificate_kind: kind, home, region_code: region }: GatheredLine, holder: CitizenId, { covered }: Place): CompleteKinds =>
  ({ certificate: covered(kind, home ?? holder.area), pension: covered('pension', region), medical: covered('medical', region), wage: covered('wage', region) });

const masksOf = ({ certificate, pension, medical, wage }: CompleteKinds): Complete => ({ certificate: certificate.months, pension: pension.months, medical: medical.months, wage: wage.months });

function sourcesOf(line: GatheredLine, complete: CompleteKinds, known: ReadonlyMap<string, BatchSource>): LineSources {
  const tell = (batchId: string | null) => {
    const batch = batchId === null ? undefined : known.get(batchId);
    return batch === undefined ? undefined : { source: batch.source, asOf: batch.asOf.toISOString() };
  };
  return {
    certificate: tell(line.certificate_batch ?? complete.certificate.batchId),
    insurance: tell(line.insurance_batch ?? complete.pension.batchId ?? complete.medical.batchId),
    wage: tell(line.wage_batch ?? complete.wage.batchId),
  } as LineSources;
}

/** Batches that lines and coverage name. */
export function batchesOf(lines: readonly GatheredLine[], coverage: readonly CoverageRow[]): readonly string[] {
  const ids = new Set<string>(coverage.map(({ batchId }) => batchId));
  for (const { certificate_batch: a, insurance_batch: b, wage_batch: c } of lines) for (const id of [a, b, c]) if (id !== null) ids.add(id);
  return [...ids];
}

function remembered(rows: readonly CoverageRow[]): (kind: CoveredKind, region: string, baseYear: number) => Covered {
  const known = new Map<string, Covered>();
  return (kind, region, baseYear) => {
    const key = `${kind} ${region} ${baseYear}`;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = coveredIn(rows, kind, region, baseYear)));
    return found;
  };
}

function gradesOf(text: string | null): readonly DatedGrade[] {
  if (text === null || text === '') return [];
  return text.split(';').map((one) => {
    const [from = '', until = '', grade = ''] = one.split('|');
    return { from: from as LocalDate, until: until === '' ? null : until as LocalDate, grade: Number(grade) };
  });
}

const NO_WAGES: readonly null[] = Array.from({ length: 12 }, () => null);

/** Two keys of one employer that paid in one month paid one wage together. */
function wagesOf(text: string | null): readonly (Fen | null)[] {
  if (text === null) return NO_WAGES;
  const wages: (Fen | null)[] = [...NO_WAGES];
  for (const one of text.split(',')) {
    const at = one.indexOf(':');
    const bit = Number(one.slice(0, at)) - 1;
    wages[bit] = fen((wages[bit] ?? 0n) + BigInt(one.slice(at + 1)));
  }
  return wages;
}

function addTo(sums: Sums, compared: Parameters<typeof isClear>[0], claimed: number): void {
  sums.lines += 1;
  if (!isClear(compared, claimed)) sums.doubtful += 1;
  if (compared.paper !== 0) sums.paper += 1;
  sums.months += monthsIn(claimed);
  sums.countedMonths += monthsIn(compared.counted);
}
