import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { decimalUnits, formatTrimmed, INPUT_SCALE } from '../../../kernel/exact.js';
import { parseRegionCode, regionCode, regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { judgePool, officialsMeet, verdicts, type Pool, type PoolJudgement, type Verdict } from '../domain/lead.js';
import { LeadingRepository, type Officials } from '../infra/leading.repository.js';
import { BodyJudge, type JudgedBody } from './judged-bodies.js';
import { LeadingLaws, type ShownLaw } from './leading-law.js';

export type LeadingQuestion = { readonly region: RegionCode; readonly baseYear: number };

/** Organs and institutions of a county with its townships. */
export type CountyPool = Pool & PoolJudgement & { readonly regionCode: RegionCode };

export type ShownOfficials = Officials & { /** Null where the least share is not known. */ readonly isEnough: boolean | null };

export type LeadingSummary = {
  readonly law: ShownLaw;
  /** How many bodies, by verdict. */
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Of those with nobody, how many have a plan. */
  readonly planned: number;
  readonly pools: readonly CountyPool[];
  readonly officials: readonly ShownOfficials[];
};

/** Bodies are read from the database in pieces of this size. */
const AT_ONCE = 1_000;

type Sums = { bodies: number; establishment: number; withoutEstablishment: number; placed: bigint; withoutPlaced: number };

/** Who leads and who does not, inside the caller's scope. */
@Injectable()
export class ReadLeading {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: LeadingRepository,
    private readonly judge: BodyJudge,
    private readonly laws: LeadingLaws,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError leading.region_outside */
  async summary(caller: Caller, question: LeadingQuestion): Promise<LeadingSummary> {
    const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
    const pools = new Map<RegionCode, Sums>();
    let planned = 0;
    for await (const bodies of this.pieces(caller, question, null)) {
      for (const body of bodies) {
        counts[body.verdict] += 1;
        if (body.verdict === 'nobody' && body.plan !== null) planned += 1;
        if (body.verdict === 'pooled') addTo(pools, body);
      }
    }
    const today = this.clock.today();
    const law = this.laws.of(question.region, question.baseYear, today);
    const officials = await this.rows.officials(this.dataSource.manager, caller.scope, regionPrefix(question.region), question.baseYear);
    return {
      law, counts, planned,
      pools: [...pools].sort(([a], [b]) => (a < b ? -1 : 1)).map(([county, sums]) => {
        const pool: Pool = { ...sums, placed: formatTrimmed(sums.placed, INPUT_SCALE) };
        return { regionCode: county, ...pool, ...judgePool(pool, this.laws.of(county, question.baseYear, today)) };
      }),
      officials: officials.map((row) => ({ ...row, isEnough: officialsMeet(row.officials, row.disabled, law.officials) })),
    };
  }

  /** By credit code. @param verdict null: all. @throws DomainError leading.region_outside */
  async bodies(caller: Caller, question: LeadingQuestion, verdict: Verdict | null, query: PageQueryDto): Promise<ListPage<JudgedBody>> {
    const limit = limitOf(query);
    const [after = null] = pageKey(query, 1) ?? [];
    const found: JudgedBody[] = [];
    for await (const bodies of this.pieces(caller, question, after)) {
      found.push(...bodies.filter((body) => verdict === null || body.verdict === verdict));
      if (found.length > limit) break;
    }
    return listPage(found.slice(0, limit + 1), limit, ({ uscc }) => [uscc]);
  }

  /** All of them in pieces, for a table: the memory that it takes does not grow with the list. @throws DomainError leading.region_outside */
  async *all(caller: Caller, question: LeadingQuestion, verdict: Verdict | null): AsyncGenerator<readonly JudgedBody[]> {
    for await (const bodies of this.pieces(caller, question, null)) yield bodies.filter((body) => verdict === null || body.verdict === verdict);
  }

  /** @throws DomainError leading.body.not_found */
  async body(caller: Caller, employerId: string, baseYear: number): Promise<JudgedBody> {
    const found = isUuid(employerId) ? await this.rows.body(this.dataSource.manager, caller.scope, employerId, baseYear) : null;
    if (found === null) throw new DomainError('leading.body.not_found');
    return this.judge.of(baseYear, this.clock.today())(found);
  }

  /** What a federation has told of a year; null where nothing, or nothing that the caller sees. */
  async officials(caller: Caller, region: string, year: number): Promise<Officials | null> {
    const place = parseRegionCode(region);
    if (!place.ok || !Number.isInteger(year) || year < 0 || year > 9999) return null;
    const rows = await this.rows.officials(this.dataSource.manager, caller.scope, place.value, year);
    return rows.find((row) => row.regionCode === place.value) ?? null;
  }

  private async *pieces(caller: Caller, { region, baseYear }: LeadingQuestion, first: string | null): AsyncGenerator<readonly JudgedBody[]> {
    demandInside(caller, region);
    const judged = this.judge.of(baseYear, this.clock.today());
    for (let after = first; ;) {
      const bodies = await this.rows.bodies(this.dataSource.manager, caller.scope, regionPrefix(region), baseYear, after, AT_ONCE);
      yield bodies.map(judged);
      if (bodies.length < AT_ONCE) return;
      after = bodies.at(-1)?.uscc ?? after;
    }
  }
}

/** @throws DomainError leading.region_outside */
export function demandInside({ scope }: Caller, region: RegionCode): void {
  if (scope.kind !== 'region' || !region.startsWith(scope.prefix)) throw new DomainError('leading.region_outside');
}

function addTo(pools: Map<RegionCode, Sums>, { regionCode: place, establishment, placed }: JudgedBody): void {
  const county = regionCode(place.slice(0, 6));
  const sums = pools.get(county) ?? { bodies: 0, establishment: 0, withoutEstablishment: 0, placed: 0n, withoutPlaced: 0 };
  sums.bodies += 1;
  if (establishment === null) sums.withoutEstablishment += 1;
  else sums.establishment += establishment;
  if (placed === null) sums.withoutPlaced += 1;
  else sums.placed += decimalUnits(placed, INPUT_SCALE);
  pools.set(county, sums);
}

/** `:employerId` is a public body that the caller sees, in whatever year. */
@Injectable()
export class BodyReach extends Reach {
  constructor(
    private readonly leading: ReadLeading,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  async demand(caller: Caller, { employerId = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.leading.body(caller, employerId, Number(this.clock.today().slice(0, 4)) - 1);
  }
}
