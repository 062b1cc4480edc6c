import { Body, Controller, Get, Header, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, Produces } from '../../../platform/http/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { AskDto, DrawDto } from '../api/inspection.dto.js';
import { CSV } from '../api/inspections.controller.js';
import { dayOf } from '../api/show.js';
import { DrawCampaign } from '../app/draw-campaign.command.js';
import { CampaignReach, ReadInspections } from '../app/read-inspections.query.js';
import { askWords, drawWords } from './form-words.js';
import { DoneForm, InspectionForm, wholeTyped } from './forms.js';
import { campaignPage, campaignsPage, drawPage } from './views/campaign-pages.js';
import { kitOf, type Kit } from './views/kit.js';

/** 抽查: drawing samples and asking their employers. */
@Controller()
export class CampaignPagesController {
  constructor(
    private readonly inspections: ReadInspections,
    private readonly drawing: DrawCampaign,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get('inspections')
  @Requires('inspections.read')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return campaignsPage(this.kit(context), await this.inspections.campaigns(caller, query), caller.permissions.has('inspections.carry_out'));
  }

  @Get('draw-inspection')
  @Requires('inspections.carry_out')
  @Page()
  ask(@Context() context: PageContext): PageAnswer {
    return drawPage(this.kit(context), { typed: {}, faults: [] });
  }

  @Post('draw-inspection')
  @Requires('inspections.carry_out')
  @Page()
  draw(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: InspectionForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.forms.attempt(context, drawWords(kit), async () => {
      const read = await this.forms.read(DrawDto, {
        name: form.name?.trim(), regionCode: placeCodeTyped(form.regionCode, this.policy.regions), baseYear: wholeTyped(form.baseYear), cases: wholeTyped(form.cases), linesEach: wholeTyped(form.linesEach), seed: form.seed?.trim(),
      });
      const id = await this.drawing.draw(caller, { name: read.name, regionCode: regionCode(read.regionCode), baseYear: read.baseYear, cases: read.cases, linesEach: read.linesEach, seed: read.seed ?? null });
      return { redirectTo: `/inspections/${id}?done=yes` };
    }, (faults) => drawPage(kit, { typed: form, faults }));
  }

  /** @throws DomainError inspection.campaign.not_found */
  @Get('inspections/:id')
  @Requires('inspections.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { done, ...query }: DoneForm): Promise<PageAnswer> {
    return this.one(context, caller, id, query, {}, [], done === 'yes');
  }

  /** @throws DomainError inspection.campaign.not_found, inspection.campaign.list_not_found */
  @Get('inspections/:id/population.csv')
  @Requires('inspections.read')
  @ApiExcludeEndpoint()
  @Produces(CSV, 'text/html')
  @Header('Cache-Control', 'no-store')
  async population(@TheCaller() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.inspections.population(caller, id), 'utf8'), { type: `${CSV}; charset=utf-8`, disposition: 'attachment; filename="population.csv"' });
  }

  @Post('inspections/:id/ask')
  @Requires('inspections.carry_out')
  @Within(CampaignReach)
  @Page()
  askAll(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: InspectionForm): Promise<PageAnswer> {
    return this.forms.attempt(context, askWords(this.kit(context)), async () => {
      const { dueOn } = await this.forms.read(AskDto, { dueOn: dayTyped(form, 'dueOn') });
      await this.drawing.ask(caller, id, dayOf('dueOn', dueOn));
      return { redirectTo: `/inspections/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, {}, form, faults, false));
  }

  private async one(context: PageContext, caller: Caller, id: string, query: PageQueryDto, typed: InspectionForm, faults: readonly FormFault[], done: boolean): Promise<PageAnswer> {
    const detail = await this.inspections.campaign(caller, id);
    return campaignPage(this.kit(context), detail, await this.inspections.casesOf(caller, id, query), { typed, faults, done, mayAsk: caller.permissions.has('inspections.carry_out') });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
