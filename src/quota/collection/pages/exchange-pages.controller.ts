import { Body, Controller, Get, Header, Inject, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { regionCode } from '../../../kernel/region-code.js';
import { ownCounty, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, Produces } from '../../../platform/http/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { AcknowledgementDto, RegionYearDto } from '../api/collection.dto.js';
import { BatchReach, ReadExchange } from '../app/read-exchange.query.js';
import { SendBatch } from '../app/send-batch.command.js';
import { digestWords, regionYearWords } from './form-words.js';
import { CollectionForm, RepeatedForm, wholeTyped } from './forms.js';
import { ReceivedPages } from './received-pages.js';
import { batchPage, taxPage } from './views/exchange-pages.js';
import { kitOf, type Kit } from './views/kit.js';

const LINES = 'application/x-ndjson';

/** 转税务, and what comes back. */
@Controller()
export class ExchangePagesController {
  constructor(
    private readonly exchange: ReadExchange,
    private readonly sending: SendBatch,
    private readonly received: ReceivedPages,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get('tax')
  @Requires('tax.read')
  @Page()
  async tax(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return taxPage(this.kit(context), await this.exchange.batches(caller, query), { typed: { region: ownCounty(caller) }, faults: [] }, caller.permissions.has('tax.send'));
  }

  @Post('tax')
  @Requires('tax.send')
  @Page()
  make(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: CollectionForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.forms.attempt(context, { ...regionYearWords(kit), fieldOf: () => 'regionCode' }, async () => {
      const { regionCode: region, baseYear } = await this.forms.read(RegionYearDto, { regionCode: placeCodeTyped(form.region, this.policy.regions), baseYear: wholeTyped(form.year) });
      const { id } = await this.sending.make(caller, regionCode(region), baseYear);
      return { redirectTo: `/tax/batches/${id}?done=yes` };
    }, async (faults) => taxPage(kit, await this.exchange.batches(caller, {}), { typed: form, faults }, true));
  }

  /** @throws DomainError collection.batch.not_found */
  @Get('tax/batches/:id')
  @Requires('tax.read')
  @Page()
  async batch(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return batchPage(this.kit(context), await this.exchange.batch(caller, id), { typed: {}, faults: [], mayAcknowledge: caller.permissions.has('tax.exchange'), done: done === 'yes' });
  }

  /** @throws DomainError collection.batch.not_found */
  @Get('tax/batches/:id/lines.jsonl')
  @Requires('tax.read')
  @ApiExcludeEndpoint()
  @Produces(LINES, 'text/html')
  @Header('Cache-Control', 'no-store')
  async lines(@TheCaller() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { number } = await this.exchange.batch(caller, id);
    return new StreamableFile(Buffer.from(await this.exchange.body(caller, id), 'utf8'), { type: LINES, disposition: `attachment; filename="${number}.jsonl"` });
  }

  @Post('tax/batches/:id/acknowledge')
  @Requires('tax.exchange')
  @Within(BatchReach)
  @Page()
  acknowledge(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.forms.attempt(context, digestWords(kit), async () => {
      const { digest } = await this.forms.read(AcknowledgementDto, { digest: form.digest });
      await this.sending.acknowledge(caller, id, digest);
      return { redirectTo: `/tax/batches/${id}?done=yes` };
    }, async (faults) => batchPage(kit, await this.exchange.batch(caller, id), { typed: form, faults, mayAcknowledge: true, done: false }));
  }

  @Get('exchange')
  @Requires('tax.read')
  @Page()
  imports(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<PageAnswer> {
    return this.received.list(this.kit(context), caller, query, { faults: [], at: null, year: '' });
  }

  /** @throws DomainError collection.import.not_found */
  @Get('exchange/:id')
  @Requires('tax.read')
  @Page()
  import(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { repeated, ...query }: RepeatedForm): Promise<PageAnswer> {
    return this.received.one(this.kit(context), caller, id, query, repeated === 'yes');
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
