import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { filingNumber } from '../../../quota/filing/index.js';
import { CampaignRepository, type DrawableFiling } from '../infra/campaign.repository.js';
import { CaseTrail } from './case-trail.js';
import { digestOf, drawSample, populationList } from './draw.js';
import { PROOFS_ASKED } from './messages.js';

export type DrawWish = {
  readonly name: string;
  readonly regionCode: RegionCode;
  readonly baseYear: number;
  /** How many filings at most; fewer where there are not so many. */
  readonly cases: number;
  readonly linesEach: number;
  /** What was published beforehand, such as the winning number of a lottery; null: the service throws the dice. */
  readonly seed: string | null;
};

const SEED_BYTES = 16;

/** An inspector draws a sample and asks the employers of it for proofs. */
@Injectable()
export class DrawCampaign {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly campaigns: CampaignRepository,
    private readonly trail: CaseTrail,
  ) {}

  /** @returns its id @throws DomainError inspection.region_outside, inspection.campaign.nothing_to_draw */
  draw(caller: Caller, { name, regionCode, baseYear, cases, linesEach, seed }: DrawWish): Promise<string> {
    if (caller.scope.kind !== 'region' || !regionCode.startsWith(caller.scope.prefix)) throw new DomainError('inspection.region_outside');
    const prefix = regionPrefix(regionCode);
    return this.unitOfWork.run(async (tx) => {
      await this.campaigns.lock(tx, caller.scope, prefix, baseYear);
      const drawable = inOrder(await this.campaigns.drawable(tx, caller.scope, prefix, baseYear));
      if (drawable.length === 0) throw new DomainError('inspection.campaign.nothing_to_draw');
      const list = populationList(drawable);
      const campaign = {
        id: randomUUID(), name, regionCode, baseYear, seed: seed ?? randomBytes(SEED_BYTES).toString('hex'), population: drawable.length, populationDigest: digestOf(list), isListKept: true,
        cases: Math.min(cases, drawable.length), linesEach, drawnAt: this.trail.now(),
      };
      const drawn = drawSample(campaign.seed, drawable, cases, linesEach).flatMap(({ at, people }) => drawable.slice(at, at + 1).map((filing) => ({ ...filing, drawn: people })));
      await this.campaigns.draw(tx, caller.scope, campaign, list, drawn, caller.accountId);
      await this.trail.audit.act(tx, caller, {
        act: 'inspection.campaign.draw', object: { kind: 'inspection-campaign', id: campaign.id },
        detail: { region: regionCode, baseYear, seed: campaign.seed, population: campaign.population, digest: campaign.populationDigest, cases: campaign.cases, linesEach },
      });
      return campaign.id;
    });
  }

  /** Asks every employer of the campaign that was not asked yet. @param dueOn last day to hand in. @returns how many @throws DomainError inspection.campaign.not_found, inspection.due_past, inspection.campaign.nobody_to_ask */
  ask(caller: Caller, id: string, dueOn: LocalDate): Promise<number> {
    if (dueOn <= this.trail.today()) throw new DomainError('inspection.due_past');
    return this.unitOfWork.run(async (tx) => {
      if (!isUuid(id) || (await this.campaigns.find(tx, caller.scope, id)) === null) throw new DomainError('inspection.campaign.not_found');
      const drawn = await this.trail.cases.lockAll(tx, caller.scope, id, 'drawn');
      if (drawn.length === 0) throw new DomainError('inspection.campaign.nobody_to_ask');
      await this.trail.cases.move(tx, caller.scope, drawn, 'ask', 'asked', { dueOn, by: caller.accountId, role: caller.role, at: this.trail.now() });
      for (const head of drawn) await this.trail.tell(tx, head, PROOFS_ASKED, dueOn);
      await this.trail.audit.act(tx, caller, { act: 'inspection.campaign.ask', object: { kind: 'inspection-campaign', id }, detail: { cases: drawn.length, dueOn } });
      return drawn.length;
    });
  }
}

/** With the numbers by which everybody speaks of them, and in their order. */
const inOrder = (filings: readonly DrawableFiling[]): readonly (DrawableFiling & { readonly number: string })[] =>
  filings.map((filing) => ({ ...filing, number: filingNumber(filing) })).sort((a, b) => (a.number < b.number ? -1 : a.number > b.number ? 1 : 0));
