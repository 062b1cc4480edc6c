import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, Produces, type ListPage } from '../../../platform/http/index.js';
import { DrawCampaign } from '../app/draw-campaign.command.js';
import { CampaignReach, ReadInspections, type CampaignDetail } from '../app/read-inspections.query.js';
import type { Campaign } from '../infra/campaign.repository.js';
import type { CaseHead } from '../infra/case.repository.js';
import { AskDto, DrawDto } from './inspection.dto.js';
import { askedSchema, campaignSchema, campaignsSchema, casesSchema, createdSchema } from './inspection.schema.js';
import { dayOf } from './show.js';

export const CSV = 'text/csv';

/** 抽查: campaigns, drawn by a seed. */
@ApiTags('inspection')
@Controller('api/v1/inspections')
export class InspectionsController {
  constructor(
    private readonly inspections: ReadInspections,
    private readonly drawing: DrawCampaign,
  ) {}

  @Get()
  @Requires('inspections.read')
  @ApiOperation({ operationId: 'listInspections', summary: 'Campaigns, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: campaignsSchema })
  list(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<Campaign>> {
    return this.inspections.campaigns(caller, query);
  }

  /** @throws DomainError inspection.region_outside, inspection.campaign.nothing_to_draw */
  @Post()
  @Requires('inspections.carry_out')
  @ApiOperation({ operationId: 'drawInspection', summary: 'Draw a sample of decided filings of a region and year, and of their lines' })
  @ApiCreatedResponse({ description: 'Drawn.', schema: createdSchema })
  async draw(@TheCaller() caller: Caller, @Body() { name, regionCode: region, baseYear, cases, linesEach, seed }: DrawDto): Promise<{ readonly id: string }> {
    return { id: await this.drawing.draw(caller, { name, regionCode: regionCode(region), baseYear, cases, linesEach, seed: seed ?? null }) };
  }

  /** @throws DomainError inspection.campaign.not_found */
  @Get(':id')
  @Requires('inspections.read')
  @ApiOperation({ operationId: 'getInspection', summary: 'One campaign with its seed and the digest of the list of what could be drawn' })
  @ApiOkResponse({ description: 'The campaign.', schema: campaignSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<CampaignDetail> {
    return this.inspections.campaign(caller, id);
  }

  /** @throws DomainError inspection.campaign.not_found, inspection.campaign.list_not_found */
  @Get(':id/population')
  @Requires('inspections.read')
  @Produces(CSV)
  @Header('Content-Type', `${CSV}; charset=utf-8`)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'getInspectionPopulation', summary: 'The list that the seed was applied to, so that anybody can draw again', description: 'A line for each filing, `number,people`. Drawn are the filings with the smallest SHA-256 of `seed:number`, and of each the people with the smallest of `seed:number:person`, counted from 1.' })
  @ApiOkResponse({ description: 'The list, as of the draw.', content: { [CSV]: { schema: { type: 'string' } } } })
  population(@TheCaller() caller: Caller, @Param('id') id: string): Promise<string> {
    return this.inspections.population(caller, id);
  }

  /** @throws DomainError inspection.campaign.not_found */
  @Get(':id/cases')
  @Requires('inspections.read')
  @ApiOperation({ operationId: 'listInspectionCasesOf', summary: 'Filings of a campaign in the order of the draw' })
  @ApiOkResponse({ description: 'A page.', schema: casesSchema })
  async cases(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<ListPage<Omit<CaseHead, 'proposedBy'>>> {
    return shownHeads(await this.inspections.casesOf(caller, id, query));
  }

  /** @throws DomainError inspection.campaign.*, inspection.due_past */
  @Post(':id/ask')
  @Requires('inspections.carry_out')
  @Within(CampaignReach)
  @ApiOperation({ operationId: 'askForProofs', summary: 'Ask every employer of the campaign for proofs that was not asked yet' })
  @ApiCreatedResponse({ description: 'Asked.', schema: askedSchema })
  async ask(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { dueOn }: AskDto): Promise<{ readonly cases: number }> {
    return { cases: await this.drawing.ask(caller, id, dayOf('dueOn', dueOn)) };
  }
}

export const shownHeads = ({ items, next }: ListPage<CaseHead>): ListPage<Omit<CaseHead, 'proposedBy'>> => ({ items: items.map(({ proposedBy: _, ...head }) => head), next });
