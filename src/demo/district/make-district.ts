import { regionCode } from '../../kernel/region-code.js';
import type { Actor, Actors } from './actors.js';
import { forEach, type ApiClient } from './api-client.js';
import { claimsSomebody, fillIn, handIn, open } from './clerk.js';
import type { DistrictClock } from './district-clock.js';
import type { BaseYear, District, PlannedEmployer } from './plan.js';
import type { KnownMonths } from './register-files.js';
import { Reviewers } from './reviewer.js';

/** What lies outside the service's API: files that registers send, and work that goes on by itself. */
export type World = {
  readonly clock: DistrictClock;
  readonly actors: Actors;
  /** @returns id of the federation of the demo */
  federation(): Promise<string>;
  /** Loads the list of employers. @returns their ids by credit code */
  employers(asOf: string): Promise<ReadonlyMap<string, string>>;
  /** Loads what registers know of people. */
  facts(asOf: string, known: KnownMonths): Promise<void>;
  /** Until no job is left: filings are compared, messages written. */
  settled(): Promise<void>;
  /** What the service does once the filing window has closed. */
  passDeadline(): Promise<void>;
  tell(line: string): void;
};

/** The days on which people act, for each base year. */
const DAYS = {
  2024: { filed: '2025-05-12T02:00:00Z', checked: '2025-06-16T02:00:00Z', after: '2025-07-01T02:00:00Z', closed: '2026-02-16T02:00:00Z' },
  2025: { filed: '2026-05-11T02:00:00Z', checked: '2026-06-15T02:00:00Z', after: '2026-07-01T02:00:00Z', closed: '2026-11-02T02:00:00Z' },
} as const;
const AT_ONCE = 6;
const HOME = '370303';

/** Where the reviewers of the demo are; the other place has drafts alone. */
const isAtHome = ({ regionCode: code }: PlannedEmployer): boolean => code.startsWith(HOME);

type Filed = { readonly employer: PlannedEmployer; readonly id: string; readonly end: string };

/** Two base years of a district, act by act, each on its day, by the calls that people's programs make. */
export class MakeDistrict {
  readonly #clerks = new Map<number, Actor>();
  #ids: ReadonlyMap<string, string> = new Map();

  constructor(private readonly world: World, private readonly district: District) {}

  async run(): Promise<void> {
    const { clock, actors } = this.world;
    clock.jumpTo('2025-03-03T02:00:00Z');
    const organisationId = await this.world.federation();
    const [first, second] = [
      await actors.add({ displayName: '演示初审员', role: 'first_reviewer', regionCode: regionCode(HOME), organisationId }),
      await actors.add({ displayName: '演示复核员', role: 'second_reviewer', regionCode: regionCode(HOME), organisationId }),
    ];
    this.#ids = await this.world.employers('2025-03-01');
    await this.world.facts('2025-03-01', { from: 202401, until: 202412 });
    await this.year(2024, first, second);
    clock.jumpTo('2026-03-02T02:00:00Z');
    await this.world.facts('2026-03-01', { from: 202501, until: 202512 });
    await this.year(2025, first, second);
  }

  private async year(baseYear: BaseYear, first: Actor, second: Actor): Promise<void> {
    const { clock, tell } = this.world;
    const days = DAYS[baseYear];
    clock.jumpTo(days.filed);
    const filed = await this.file(baseYear);
    await this.world.settled();
    tell(`${baseYear}：已建立 ${filed.length} 份申报 / ${filed.length} filings made`);
    clock.jumpTo(days.checked);
    const reviewers = await this.reviewers(first, second);
    const stands = new Map<string, string>();
    const handedIn = filed.filter(({ employer, end }) => isAtHome(employer) && !['draft', 'late', 'counted_as_none', 'nothing_to_claim', 'withdrawn', 'submitted'].includes(end));
    await forEach(handedIn, AT_ONCE, async ({ id, end }) => { stands.set(id, await reviewers.take(id, end, end === 'refused' || end === 'objected')); });
    await this.world.settled();
    clock.jumpTo(days.after);
    await this.afterwards(filed, stands, await this.reviewers(first, second));
    clock.jumpTo(days.closed);
    await this.close(filed, stands, await this.reviewers(first, second));
    await this.world.settled();
    tell(`${baseYear}：审核办理完毕 / reviewed`);
  }

  /** Every employer that opens a filing, as far as its clerk brings it. */
  private async file(baseYear: BaseYear): Promise<readonly Filed[]> {
    const filed: Filed[] = [];
    const all = this.district.employers.filter((employer) => employer.ends[baseYear] !== undefined);
    await forEach(all, AT_ONCE, async (employer) => {
      const api = await this.clerkOf(employer);
      const end = employer.ends[baseYear] as string;
      if (end === 'nothing_to_claim' || !claimsSomebody(employer, baseYear)) {
        const id = await open(api, baseYear);
        await api.act(`filings/${id}`, 'nothing-to-claim');
        filed.push({ employer, id, end: 'nothing_to_claim' });
        return;
      }
      const id = await fillIn(api, employer, baseYear);
      if (!['draft', 'late', 'counted_as_none'].includes(end)) await handIn(api, id);
      filed.push({ employer, id, end });
    });
    return filed;
  }

  private async afterwards(filed: readonly Filed[], stands: ReadonlyMap<string, string>, reviewers: Reviewers): Promise<void> {
    await forEach(filed, AT_ONCE, async ({ employer, id, end }) => {
      if (end === 'withdrawn') await (await this.clerkOf(employer)).act(`filings/${id}`, 'withdraw', { words: '名单要改。' });
      if (end === 'corrected' && stands.get(id) === 'determined') await reviewers.correct(id);
      if (end === 'objected') await this.object(employer, id);
    });
  }

  private async object(employer: PlannedEmployer, id: string): Promise<void> {
    const api = await this.clerkOf(employer);
    const { items } = await api.get(`filings/${id}/statement/lines?filter=refused`);
    const [line] = items as readonly { readonly id: string }[];
    if (line !== undefined) await api.act(`filings/${id}`, 'objections', { lines: [{ lineId: line.id, ground: 'worked_there', words: '此人一直在岗，有考勤记录。' }] });
  }

  /** The window closes; what was never handed in is late, and some of it is counted as nobody placed. Old cases are closed. */
  private async close(filed: readonly Filed[], stands: ReadonlyMap<string, string>, reviewers: Reviewers): Promise<void> {
    await this.world.passDeadline();
    await forEach(filed, AT_ONCE, async ({ employer, id, end }) => {
      if (end === 'counted_as_none' && isAtHome(employer) && (await reviewers.state(id)) === 'late') await reviewers.countAsNone(id);
      if (end === 'archived' && ['determined', 'refused'].includes(stands.get(id) ?? '')) await reviewers.archive(id);
    });
  }

  private async reviewers(first: Actor, second: Actor): Promise<Reviewers> {
    return new Reviewers(await this.world.actors.enter(first), await this.world.actors.enter(second));
  }

  private async clerkOf(employer: PlannedEmployer): Promise<ApiClient> {
    const known = this.#clerks.get(employer.serial);
    const organisationId = this.#ids.get(employer.uscc);
    if (organisationId === undefined) throw new Error(`the list did not bring ${employer.uscc}`);
    const clerk = known ?? await this.world.actors.add({ displayName: `演示经办人 ${employer.serial + 1}`, role: 'employer_clerk', regionCode: regionCode(employer.regionCode), organisationId });
    this.#clerks.set(employer.serial, clerk);
    return this.world.actors.enter(clerk);
  }
}
