import { Injectable } from '@nestjs/common';
import { parseCitizenId, type CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { localDate } from '../../../kernel/local-date.js';
import { fen } from '../../../kernel/money.js';
import { unwrap } from '../../../kernel/result.js';
import { makeYearMonth } from '../../../kernel/year-month.js';
import { Spells, type EmploymentForm, type EmploymentSpell } from '../../../employment/index.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { sumsOf } from '../../counting/index.js';
import { carryOver, fromSpell, withoutMonths, type KnownOfPerson, type KnownSpell, type Prefilled } from '../domain/prefill.js';
import { judgeLine, monthsNotCounted, type LineSource } from '../domain/roster-line.js';
import { PrefillNoteRepository, type NewDoubt } from '../infra/prefill-note.repository.js';
import type { NewLine } from '../infra/line-cells.js';
import type { RosterLine } from '../infra/line.repository.js';
import { PrefillRepository, type KnownIdentity } from '../infra/prefill.repository.js';
import { FilingLaw } from './filing-law.js';
import { FilingRows } from './filing-rows.js';
import { OpenDraft, type Draft } from './open-draft.js';

const AT_ONCE = 1_000;

/** Work that an employer's quota counts; who works here in another form is not told to the employer as a certificate holder. */
const COUNTED_FORMS: readonly EmploymentForm[] = ['proportional', 'concentrated'];

type Person = { readonly registryPersonId: string; readonly prefilled: Prefilled };

export type PrefillResult = {
  /** People who are on the list now, and people left out. */
  readonly taken: number;
  readonly left: number;
  readonly doubts: number;
  /** Whether the monthly head-counts came from the employer's file. */
  readonly staff: boolean;
};

const NOTHING: PrefillResult = { taken: 0, left: 0, doubts: 0, staff: false };

/** What a prefill reads and writes. */
@Injectable()
export class PrefillParts {
  constructor(
    readonly prefill: PrefillRepository,
    readonly doubts: PrefillNoteRepository,
    readonly filing: FilingRows,
    readonly people: RegistryPeople,
    readonly spells: Spells,
  ) {}
}

/** One prefill on its way. */
type Work = { readonly tx: Tx; readonly caller: Caller; readonly draft: Draft; readonly coverage: Awaited<ReturnType<PrefillRepository['coverage']>>; /** Months claimed on the list, by person. */ readonly claimed: Map<string, number> };

/**
 * Begins a filing with what is known: last year's list, our own placements, the head-counts of the employer's file. Registers
 * are asked only about people whom this employer has named itself or whom we have placed there: that somebody on the staff
 * holds a certificate is never told by us (个人信息保护法 art. 28).
 */
@Injectable()
export class Prefill {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: OpenDraft,
    private readonly parts: PrefillParts,
    private readonly law: FilingLaw,
    private readonly audit: Audit,
  ) {}

  /**
   * People who are on the list already and facts that were given stay as they are, so once more adds only what is new.
   * @param seen the declaration's version as the clerk has seen it; null right after the opening
   * @throws DomainError filing.declaration.*
   */
  run(caller: Caller, id: string, seen: number | null): Promise<PrefillResult> {
    return this.unitOfWork.run(async (tx) => {
      const draft = await this.drafts.lock(tx, caller, id, seen);
      const { head, version } = draft;
      const { prefill, filing } = this.parts;
      const before = await prefill.yearBefore(tx, caller.scope, head.employerId, head.baseYear);
      const listed = await prefill.present(tx, caller.scope, version.id);
      const spells = await this.hired(tx, caller, draft, listed);
      const work: Work = { tx, caller, draft, coverage: await prefill.coverage(tx, caller.scope, head.regionCode, head.baseYear), claimed: new Map() };
      let result = NOTHING;
      for (const { id: earlier, number } of before) {
        for (let after: string | null = null; ;) {
          const lines: readonly RosterLine[] = await filing.lines.page(tx, caller.scope, earlier, number, after, AT_ONCE);
          result = added(result, await this.carry(work, lines.filter(({ registryPersonId }) => !listed.has(registryPersonId)), spells));
          if (lines.length < AT_ONCE) break;
          after = (lines.at(-1) as RosterLine).id;
        }
      }
      result = added(result, await this.placed(work, spells.filter(({ registryPersonId }) => !work.claimed.has(registryPersonId))));
      result = { ...result, staff: await this.staff(work) };
      if (result.taken + result.doubts === 0 && !result.staff) return result;
      if (result.taken > 0) await filing.versions.linesChanged(tx, caller.scope, version.id, this.law.now());
      await this.drafts.touch(tx, caller, id);
      await this.audit.act(tx, caller, { act: 'filing.roster.prefill', object: { kind: 'declaration', id }, detail: { from: before[0]?.id ?? null, ...result } });
      return result;
    });
  }

  private async carry(work: Work, lines: readonly RosterLine[], spells: readonly EmploymentSpell[]): Promise<PrefillResult> {
    const known = await this.known(work, lines.map(({ registryPersonId }) => registryPersonId));
    const placed = new Set(spells.map(({ registryPersonId }) => registryPersonId));
    const people = lines.map(({ registryPersonId, id: _id, source: _source, sourceRow: _row, sums: _sums, ...content }): Person =>
      ({ registryPersonId, prefilled: carryOver(content, known.get(registryPersonId) as KnownOfPerson, work.draft.head.baseYear, this.law.today()) }));
    // Who was placed again comes with the new placement, and nobody is told of as gone.
    return this.keep(work, 'prefill_last_year', people.filter(({ registryPersonId, prefilled }) => prefilled.line !== null || !placed.has(registryPersonId)));
  }

  /** Spells of people who are not on the list yet, the latest of each. */
  private async hired(tx: Tx, caller: Caller, { head: { employerId, baseYear } }: Draft, listed: ReadonlySet<string>): Promise<readonly EmploymentSpell[]> {
    const reaching = await this.parts.spells.atEmployer(tx, caller.scope, employerId, makeYearMonth(baseYear, 1), makeYearMonth(baseYear, 12));
    const counted = reaching.filter(({ registryPersonId, form }) => COUNTED_FORMS.includes(form) && !listed.has(registryPersonId));
    return [...new Map(counted.map((spell) => [spell.registryPersonId, spell])).values()];
  }

  private async placed(work: Work, spells: readonly EmploymentSpell[]): Promise<PrefillResult> {
    const { baseYear } = work.draft.head;
    const ids = spells.map(({ registryPersonId }) => registryPersonId);
    const known = await this.known(work, ids);
    const identities = await this.parts.prefill.identities(work.tx, work.caller.scope, ids, localDate(`${baseYear}-12-31`));
    return this.keep(work, 'prefill_spell', spells.map((spell): Person => {
      const { registryPersonId } = spell;
      const { name, certificate } = identities.get(registryPersonId) as KnownIdentity;
      return { registryPersonId, prefilled: fromSpell(spellOf(spell), name, certificate, known.get(registryPersonId) as KnownOfPerson, baseYear, this.law.today()) };
    }));
  }

  /** Head-counts that the clerk has not given and the employer's file has. */
  private async staff({ tx, caller, draft: { head, version } }: Work): Promise<boolean> {
    if (version.monthlyStaff !== null) return false;
    const monthlyStaff = await this.parts.prefill.staff(tx, caller.scope, head.employerId, head.baseYear, head.registeredOn);
    if (monthlyStaff === null) return false;
    await this.parts.filing.versions.changeFacts(tx, caller.scope, version.id, { ...version, monthlyStaff }, this.law.now());
    return true;
  }

  private known({ tx, caller, draft: { head }, coverage }: Work, ids: readonly string[]): Promise<ReadonlyMap<string, KnownOfPerson>> {
    return this.parts.prefill.known(tx, caller.scope, head.employerId, [...new Set(ids)], coverage, head.baseYear);
  }

  private async keep({ tx, caller, draft: { head, version }, claimed }: Work, source: LineSource, people: readonly Person[]): Promise<PrefillResult> {
    const numbers = await this.parts.people.numbers(tx, people.map(({ registryPersonId }) => registryPersonId));
    const year = this.law.countingYear(head.regionCode, head.baseYear, this.law.today());
    const taken: NewLine[] = [];
    const doubts: NewDoubt[] = [];
    for (const { registryPersonId, prefilled } of people) {
      const earlier = claimed.get(registryPersonId) ?? 0;
      const { line, notes } = withoutMonths(prefilled, earlier);
      for (const { code, params } of notes) doubts.push({ registryPersonId, code, params, kept: line !== null });
      if (line === null) continue;
      claimed.set(registryPersonId, earlier | line.months);
      const citizenId = numbers.get(registryPersonId) as CitizenIdText;
      const groups = judgeLine(line, unwrap(parseCitizenId(citizenId)), year);
      const missed = monthsNotCounted(line, groups);
      if (missed > 0) doubts.push({ registryPersonId, code: 'filing.prefill.months_not_counted', params: { months: missed }, kept: true });
      taken.push({ registryPersonId, citizenId, source, sourceRow: null, content: line, sums: sumsOf(groups) });
    }
    await this.parts.filing.lines.addAll(tx, caller.scope, version.id, taken);
    await this.parts.doubts.add(tx, caller.scope, version.id, doubts);
    return { taken: taken.length, left: people.length - taken.length, doubts: doubts.length, staff: false };
  }
}

const spellOf = ({ contract, fromMonth, postCategory, wageFen }: EmploymentSpell): KnownSpell => ({
  contract: { kind: contract.kind === null ? null : contract.kind === 'establishment' ? 'establishment' : 'contract', from: contract.from, until: contract.until },
  fromMonth, postCategory, wage: wageFen === null ? null : fen(wageFen),
});

const added = (one: PrefillResult, other: PrefillResult): PrefillResult => ({ taken: one.taken + other.taken, left: one.left + other.left, doubts: one.doubts + other.doubts, staff: one.staff || other.staff });
