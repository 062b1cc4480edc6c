import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { instantKey, limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { CampaignRepository, type Campaign, type Counts } from '../infra/campaign.repository.js';
import { CaseRepository, type CaseHead, type CaseLine, type CaseStep, type CaseWords } from '../infra/case.repository.js';
import { PaperRepository, type Paper } from '../infra/paper.repository.js';

export type CampaignDetail = { readonly campaign: Campaign; readonly counts: Counts };

/** Names are in clear for the employer, whose people they are, and masked for everybody else. */
export type CaseDetail = { readonly head: CaseHead; readonly words: CaseWords; readonly lines: readonly CaseLine[]; readonly papers: readonly Paper[]; readonly steps: readonly CaseStep[] };

/** Campaigns and cases inside the caller's scope. */
@Injectable()
export class ReadInspections {
  constructor(
    private readonly dataSource: DataSource,
    private readonly campaignRows: CampaignRepository,
    private readonly caseRows: CaseRepository,
    private readonly papers: PaperRepository,
  ) {}

  async campaigns(caller: Caller, query: PageQueryDto): Promise<ListPage<Campaign>> {
    const limit = limitOf(query);
    return listPage(await this.campaignRows.list(this.dataSource.manager, caller.scope, instantKey(query), limit + 1), limit, ({ drawnAt, id }) => [drawnAt.toISOString(), id]);
  }

  /** @throws DomainError inspection.campaign.not_found */
  async campaign(caller: Caller, id: string): Promise<CampaignDetail> {
    const campaign = isUuid(id) ? await this.campaignRows.find(this.dataSource.manager, caller.scope, id) : null;
    if (campaign === null) throw new DomainError('inspection.campaign.not_found');
    return { campaign, counts: await this.campaignRows.counts(this.dataSource.manager, caller.scope, id) };
  }

  /** The list that the seed was applied to, as of the draw: `number,people` of each filing, a line each. @throws DomainError inspection.campaign.not_found, inspection.campaign.list_not_found */
  async population(caller: Caller, id: string): Promise<string> {
    const list = isUuid(id) ? await this.campaignRows.populationList(this.dataSource.manager, caller.scope, id) : null;
    if (list !== null) return list;
    await this.campaign(caller, id);
    throw new DomainError('inspection.campaign.list_not_found');
  }

  /** In the order of the draw. @throws DomainError inspection.campaign.not_found */
  async casesOf(caller: Caller, campaignId: string, query: PageQueryDto): Promise<ListPage<CaseHead>> {
    await this.campaign(caller, campaignId);
    const limit = limitOf(query);
    const [after = '0'] = pageKey(query, 1) ?? [];
    if (!/^\d{1,9}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    return listPage(await this.caseRows.ofCampaign(this.dataSource.manager, caller.scope, campaignId, Number(after), limit + 1), limit, ({ place }) => [String(place)]);
  }

  /** All that were asked, the latest first: for an employer its own. */
  async cases(caller: Caller, query: PageQueryDto): Promise<ListPage<CaseHead>> {
    const limit = limitOf(query);
    return listPage(await this.caseRows.told(this.dataSource.manager, caller.scope, instantKey(query), limit + 1), limit, ({ stateSince, id }) => [stateSince.toISOString(), id]);
  }

  /** Five statements. @throws DomainError inspection.case.not_found */
  async case(caller: Caller, id: string): Promise<CaseDetail> {
    const head = await this.head(caller, id);
    const tx = this.dataSource.manager;
    const lines = await this.caseRows.lines(tx, caller.scope, id);
    return {
      head, words: await this.caseRows.words(tx, caller.scope, id), papers: await this.papers.list(tx, caller.scope, id), steps: await this.caseRows.steps(tx, caller.scope, id),
      lines: caller.scope.kind === 'employer' ? lines : lines.map((line) => ({ ...line, name: maskName(line.name) })),
    };
  }

  /** @throws DomainError inspection.case.not_found */
  async head(caller: Caller, id: string): Promise<CaseHead> {
    const head = isUuid(id) ? await this.caseRows.find(this.dataSource.manager, caller.scope, id) : null;
    // An employer learns of its case when it is asked.
    if (head === null || (caller.scope.kind === 'employer' && head.state === 'drawn')) throw new DomainError('inspection.case.not_found');
    return head;
  }
}

/** 张**: the first sign of a name. */
const maskName = (name: string): string => `${[...name].slice(0, 1).join('')}${'*'.repeat(Math.max(1, [...name].length - 1))}`;

/** `:id` is a campaign that the caller sees. */
@Injectable()
export class CampaignReach extends Reach {
  constructor(private readonly inspections: ReadInspections) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.inspections.campaign(caller, id);
  }
}

/** `:id` is a case that the caller sees. */
@Injectable()
export class CaseReach extends Reach {
  constructor(private readonly inspections: ReadInspections) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    await this.inspections.head(caller, id);
  }
}
