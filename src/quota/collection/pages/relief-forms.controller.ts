import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { regionCode } from '../../../kernel/region-code.js';
import { ownCounty, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { ReliefDto, ReliefNoticeDto } from '../api/collection.dto.js';
import { dayOrNull, moneyOrNull } from '../api/read-input.js';
import { PublishReliefs } from '../app/publish-reliefs.command.js';
import { AssessmentReach, ReadAssessments } from '../app/read-assessments.query.js';
import { Relief } from '../app/relief.command.js';
import { isNothingOwed } from '../domain/sides.js';
import { regionYearWords, reliefWords } from './form-words.js';
import { CollectionForm, numberTyped, wholeTyped } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { applyPage, publicationPage } from './views/relief-pages.js';

/** Asking for relief, and publishing who was granted it. */
@Controller()
export class ReliefFormsController {
  constructor(
    private readonly assessments: ReadAssessments,
    private readonly relief: Relief,
    private readonly publishing: PublishReliefs,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  /** @throws DomainError collection.assessment.not_found */
  @Get('assessments/:id/relief')
  @Requires('relief.apply')
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.asked(context, caller, id, {}, []);
  }

  @Post('assessments/:id/relief')
  @Requires('relief.apply')
  @Within(AssessmentReach)
  @Page()
  apply(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CollectionForm): Promise<PageAnswer> {
    return this.forms.attempt(context, reliefWords(this.kit(context)), async () => {
      const isRelief = form.kind === 'relief';
      const { kind, amount, months, grounds } = await this.forms.read(ReliefDto, {
        kind: form.kind, amount: isRelief ? numberTyped(form.amount) : undefined, months: form.kind === 'deferral' ? wholeTyped(form.months) : undefined, grounds: form.grounds,
      });
      const requestId = await this.relief.apply(caller, id, { kind, amount: moneyOrNull('amount', amount), months: months ?? null, grounds });
      return { redirectTo: `/relief-requests/${requestId}?done=yes` };
    }, (faults) => this.asked(context, caller, id, form, faults));
  }

  @Get('relief-publication')
  @Requires('relief.publish')
  @Page()
  publication(@Context() context: PageContext, @TheCaller() caller: Caller): PageAnswer {
    return publicationPage(this.kit(context), { typed: { region: ownCounty(caller) }, faults: [] });
  }

  @Post('relief-publication')
  @Requires('relief.publish')
  @Page()
  publish(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: CollectionForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    const words = regionYearWords(kit);
    return this.forms.attempt(context, { ...words, fieldOf: (code) => (words.fieldOf(code) === 'region' ? 'regionCode' : words.fieldOf(code)) }, async () => {
      const read = await this.forms.read(ReliefNoticeDto, { regionCode: placeCodeTyped(form.region, this.policy.regions), baseYear: wholeTyped(form.year), closesOn: dayTyped(form, 'last') });
      const id = await this.publishing.run(caller, { regionCode: regionCode(read.regionCode), baseYear: read.baseYear, closesOn: dayOrNull('closesOn', read.closesOn) });
      return { redirectTo: `/notices/${id}?done=published` };
    }, (faults) => publicationPage(kit, { typed: form, faults }));
  }

  private async asked(context: PageContext, caller: Caller, id: string, typed: CollectionForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const { assessment, side } = await this.assessments.find(caller, id);
    const isAsked = !isNothingOwed(side, assessment.trial?.payable ?? null);
    // Where nothing can be asked there are no boxes; the fault stands at the top.
    return applyPage(this.kit(context), assessment, isAsked, { typed, faults: isAsked ? faults : faults.map((fault) => ({ ...fault, field: 'main-content' })) });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
