import { Body, Controller, Get, Header, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Clock } from '../../../kernel/clock.js';
import { regionCode } from '../../../kernel/region-code.js';
import { ownCounty, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { Produces } from '../../../platform/http/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { CreditAnswerDto, CreditObjectionDto, CreditsQueryDto, DropDto, ReconciliationQueryDto, RemovalDto, VersionDto } from '../api/collection.dto.js';
import { CreditReach } from '../app/read-credit.query.js';
import { mayObject, waitsForAnswer } from '../domain/credit-states.js';
import { creditWords, listWords, regionYearWords } from './form-words.js';
import { CollectionForm, numberTyped, wholeTyped } from './forms.js';
import { OversightParts } from './oversight-parts.js';
import { kitOf, type Kit } from './views/kit.js';
import { creditListPage, creditPage, reconciliationPage } from './views/oversight-pages.js';

const LINES = 'application/x-ndjson';

/** Both sides compared; who has neither met nor paid. */
@Controller()
export class OversightPagesController {
  constructor(
    private readonly parts: OversightParts,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('reconciliation')
  @Requires('reconciliation.read')
  @Page()
  reconcile(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: CollectionForm): Promise<PageAnswer> | PageAnswer {
    const kit = this.kit(context);
    if (query.region === undefined && query.year === undefined) return reconciliationPage(kit, null, { typed: { region: ownCounty(caller) }, faults: [] });
    return this.forms.attempt(context, regionYearWords(kit), async () => {
      const { region, year, differing } = await this.forms.read(ReconciliationQueryDto, { region: placeCodeTyped(query.region, this.policy.regions), year: numberTyped(query.year), differing: query.differing });
      const found = await this.parts.reconciling.run(caller, { region: regionCode(region), baseYear: Number(year), onlyDiffering: differing !== 'no' }, query);
      return reconciliationPage(kit, found, { typed: query, faults: [] });
    }, (faults) => reconciliationPage(kit, null, { typed: query, faults }));
  }

  @Get('credit-records')
  @Requires('credit.read')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: CollectionForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    const mayExport = caller.permissions.has('credit.export');
    return this.forms.attempt(context, listWords(kit), async () => {
      const { state } = await this.forms.read(CreditsQueryDto, { state: query.state });
      return creditListPage(kit, await this.parts.records.list(caller, state ?? null, query), { typed: query, faults: [] }, mayExport);
    }, (faults) => creditListPage(kit, { items: [], next: null }, { typed: query, faults }, mayExport));
  }

  @Get('credit-export.jsonl')
  @Requires('credit.export')
  @ApiExcludeEndpoint()
  @Produces(LINES, 'text/html')
  @Header('Cache-Control', 'no-store')
  async export(@TheCaller() caller: Caller): Promise<StreamableFile> {
    return new StreamableFile(Buffer.from(await this.parts.exporting.lines(caller, '0'), 'utf8'), { type: LINES, disposition: 'attachment; filename="credit-records.jsonl"' });
  }

  /** @throws DomainError collection.credit.not_found */
  @Get('credit-records/:id')
  @Requires('credit.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.one(context, caller, id, {}, [], done === 'yes');
  }

  @Post('credit-records/:id/objection')
  @Requires('credit.object')
  @Within(CreditReach)
  @Page()
  object(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, async () => {
      const { version, words } = await this.forms.read(CreditObjectionDto, { version: wholeTyped(form.version), words: form.words?.trim() });
      await this.parts.objecting.make(caller, id, version, words);
    });
  }

  @Post('credit-records/:id/answer')
  @Requires('credit.keep')
  @Within(CreditReach)
  @Page()
  answer(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, async () => {
      const { version, outcome, answer } = await this.forms.read(CreditAnswerDto, { version: wholeTyped(form.version), outcome: form.outcome, answer: form.answer?.trim() });
      await this.parts.objecting.answer(caller, id, version, outcome, answer);
    });
  }

  @Post('credit-records/:id/record')
  @Requires('credit.keep')
  @Within(CreditReach)
  @Page()
  record(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, async () => this.parts.keeping.record(caller, id, (await this.forms.read(VersionDto, { version: wholeTyped(form.version) })).version));
  }

  @Post('credit-records/:id/drop')
  @Requires('credit.keep')
  @Within(CreditReach)
  @Page()
  drop(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, async () => {
      const { version, reason } = await this.forms.read(DropDto, { version: wholeTyped(form.version), reason: form.reason });
      await this.parts.keeping.drop(caller, id, version, reason);
    });
  }

  @Post('credit-records/:id/remove')
  @Requires('credit.keep')
  @Within(CreditReach)
  @Page()
  remove(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, async () => {
      const { version, reason } = await this.forms.read(RemovalDto, { version: wholeTyped(form.version), reason: form.reason });
      await this.parts.keeping.remove(caller, id, version, reason);
    });
  }

  private step(context: PageContext, caller: Caller, id: string, form: CollectionForm, work: () => Promise<void>): Promise<PageAnswer> {
    return this.forms.attempt(context, creditWords(this.kit(context)), async () => {
      await work();
      return { redirectTo: `/credit-records/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, form, faults, false));
  }

  private async one(context: PageContext, caller: Caller, id: string, typed: CollectionForm, faults: readonly FormFault[], done: boolean): Promise<PageAnswer> {
    const record = await this.parts.records.detail(caller, id);
    const mayKeep = caller.permissions.has('credit.keep');
    const objects = caller.permissions.has('credit.object') && mayObject(record, this.clock.today()).ok;
    // A refusal whose box the page does not hold stands at its top.
    const boxes = [...(mayKeep && (record.state === 'noticed' || record.state === 'recorded') ? ['reason'] : []), ...(objects ? ['words'] : []), ...(mayKeep && waitsForAnswer(record) ? ['outcome', 'answer'] : [])];
    return creditPage(this.kit(context), record, { typed, faults: faults.map((fault) => (boxes.includes(fault.field) ? fault : { ...fault, field: 'main-content' })), mayKeep, mayObject: objects, done, today: this.clock.today() });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
