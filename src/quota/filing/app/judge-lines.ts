import { Injectable } from '@nestjs/common';
import { parseCitizenId, type CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { unwrap } from '../../../kernel/result.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Scope } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { sumsOf, type VerdictGroup } from '../../counting/index.js';
import { judgeLine } from '../domain/roster-line.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import { LineRepository, type RosterLine } from '../infra/line.repository.js';
import { VersionRepository, type FilingVersionHead } from '../infra/version.repository.js';
import { FilingLaw } from './filing-law.js';

const AT_ONCE = 1_000;

/** A line with its verdicts and the person's number, in clear. */
export type JudgedLine = { readonly line: RosterLine; readonly citizenId: CitizenIdText; readonly groups: readonly VerdictGroup[] };

/** Judges lines by what they declare: the same rules as everywhere. */
@Injectable()
export class JudgeLines {
  constructor(
    private readonly lines: LineRepository,
    private readonly versions: VersionRepository,
    private readonly people: RegistryPeople,
    private readonly law: FilingLaw,
  ) {}

  /** The verdicts of some lines, as they are today. One statement. */
  async of(tx: Tx, head: DeclarationHead, lines: readonly RosterLine[]): Promise<readonly JudgedLine[]> {
    const numbers = await this.people.numbers(tx, lines.map(({ registryPersonId }) => registryPersonId));
    const year = this.law.countingYear(head.regionCode, head.baseYear, this.law.today());
    return lines.map((line) => {
      const citizenId = numbers.get(line.registryPersonId) as CitizenIdText;
      return { line, citizenId, groups: judgeLine(line, unwrap(parseCitizenId(citizenId)), year) };
    });
  }

  /** Judges a whole version again where another day has come since: a certificate may have ended, the law may have changed. */
  async again(tx: Tx, scope: Scope, head: DeclarationHead, version: FilingVersionHead): Promise<void> {
    const today = this.law.today();
    if (version.judgedOn === today) return;
    for (let after: string | null = null; ;) {
      const lines: readonly RosterLine[] = await this.lines.page(tx, scope, head.id, version.number, after, AT_ONCE);
      const judged = await this.of(tx, head, lines);
      const changed = judged.map(({ line, groups }) => ({ line, sums: sumsOf(groups) }))
        .filter(({ line, sums }) => (['counted', 'weighted', 'certain', 'certainWeighted'] as const).some((key) => sums[key] !== line.sums[key]));
      await this.lines.setSums(tx, scope, version.id, changed.map(({ line, sums }) => ({ id: line.id, sums })));
      if (lines.length < AT_ONCE) break;
      after = (lines.at(-1) as RosterLine).id;
    }
    await this.versions.judged(tx, scope, version.id, today);
  }
}
