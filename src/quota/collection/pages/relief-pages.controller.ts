import { Body, Controller, Get, Header, Inject, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ProducesAnything, Upload } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { ReliefDecisionDto, ReliefsQueryDto, VersionDto } from '../api/collection.dto.js';
import { dayAt, dayOrNull, moneyOrNull } from '../api/read-input.js';
import { wholeFile } from '../api/whole-file.js';
import { ReadRelief, ReliefReach } from '../app/read-relief.query.js';
import { Relief } from '../app/relief.command.js';
import { EVIDENCE_BYTES, ReliefEvidence } from '../app/relief-evidence.command.js';
import { decisionWords, listWords } from './form-words.js';
import { CollectionForm, numberTyped, wholeTyped } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { reliefListPage, requestPage } from './views/relief-pages.js';

/** 减免缓缴: requests, their papers, and what becomes of them. */
@Controller('relief-requests')
export class ReliefPagesController {
  constructor(
    private readonly requests: ReadRelief,
    private readonly relief: Relief,
    private readonly evidence: ReliefEvidence,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('relief.read')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: CollectionForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    const mayPublish = caller.permissions.has('relief.publish');
    return this.forms.attempt(context, listWords(kit), async () => {
      const { state } = await this.forms.read(ReliefsQueryDto, { state: query.state });
      return reliefListPage(kit, await this.requests.list(caller, state ?? null, query), { typed: query, faults: [] }, mayPublish);
    }, (faults) => reliefListPage(kit, { items: [], next: null }, { typed: query, faults }, mayPublish));
  }

  /** @throws DomainError collection.relief.not_found */
  @Get(':id')
  @Requires('relief.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.one(context, caller, id, {}, [], done === 'yes');
  }

  @Post(':id/evidence')
  @Requires('relief.apply')
  @Within(ReliefReach)
  @Upload()
  @Page()
  async addEvidence(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.forms.attempt(context, decisionWords(kit), async () => {
      try {
        const { name, bytes } = await wholeFile(req, EVIDENCE_BYTES, () => undefined);
        await this.evidence.add(caller, id, name, bytes);
        return { redirectTo: `/relief-requests/${id}?done=yes` };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'upload.file_missing' || error.code === 'upload.file_empty') return this.one(context, caller, id, {}, [{ field: 'file', text: kit.t('askFile') }], false);
        if (error.code === 'upload.file_too_large') return this.one(context, caller, id, {}, [{ field: 'file', text: kit.t('fileTooLarge') }], false);
        throw error;
      }
    }, (faults) => this.one(context, caller, id, {}, faults.map((fault) => ({ ...fault, field: 'file' })), false));
  }

  /** @throws DomainError collection.relief.not_found */
  @Get(':id/evidence/:paperId')
  @Requires('relief.read')
  @ApiExcludeEndpoint()
  @ProducesAnything()
  @Header('Cache-Control', 'no-store')
  async paper(@TheCaller() caller: Caller, @Param('id') id: string, @Param('paperId') paperId: string): Promise<StreamableFile> {
    const { mediaType, bytes } = await this.evidence.open(caller, id, paperId);
    return new StreamableFile(bytes, { type: mediaType, disposition: 'attachment; filename="evidence"' });
  }

  @Post(':id/withdraw')
  @Requires('relief.apply')
  @Within(ReliefReach)
  @Page()
  withdraw(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, (version) => this.relief.withdraw(caller, id, version));
  }

  @Post(':id/forward')
  @Requires('relief.forward')
  @Within(ReliefReach)
  @Page()
  forward(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, (version) => this.relief.forward(caller, id, version));
  }

  @Post(':id/decide')
  @Requires('relief.decide')
  @Within(ReliefReach)
  @Page()
  decide(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.step(context, caller, id, form, async () => {
      const read = await this.forms.read(ReliefDecisionDto, {
        version: wholeTyped(form.version), outcome: form.outcome, document: form.document, decidedOn: dayTyped(form, 'first'), amount: numberTyped(form.amount), until: dayTyped(form, 'last'),
      });
      await this.relief.decide(caller, id, read.version, {
        outcome: read.outcome, document: read.document, decidedOn: dayAt('decidedOn', read.decidedOn), amount: moneyOrNull('amount', read.amount), until: dayOrNull('until', read.until),
      });
    });
  }

  private step(context: PageContext, caller: Caller, id: string, form: CollectionForm, work: (version: number) => Promise<void>): Promise<PageAnswer> {
    return this.forms.attempt(context, decisionWords(this.kit(context)), async () => {
      const { version } = await this.forms.read(VersionDto, { version: wholeTyped(form.version) });
      await work(version);
      return { redirectTo: `/relief-requests/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, form, faults.map((fault) => (fault.field === 'version' ? { ...fault, field: 'main-content' } : fault)), false));
  }

  private async one(context: PageContext, caller: Caller, id: string, typed: CollectionForm, faults: readonly FormFault[], done: boolean): Promise<PageAnswer> {
    const request = await this.requests.find(caller, id);
    const may = (permission: string): boolean => caller.permissions.has(permission);
    const shown = { apply: may('relief.apply'), forward: may('relief.forward'), decide: may('relief.decide') };
    // What can no longer be done has no box on the page; its fault stands at the top.
    const decides = shown.decide && request.state === 'forwarded';
    const uploads = shown.apply && request.state === 'made';
    const placed = faults.map((fault) => ((fault.field === 'file' ? uploads : decides) ? fault : { ...fault, field: 'main-content' }));
    return requestPage(this.kit(context), request, { typed, faults: placed, done, may: shown });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
