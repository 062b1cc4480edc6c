import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type FormWords, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { ReadDuplicates } from '../app/read-duplicates.query.js';
import { ReadEmployerFile } from '../app/read-employer-file.query.js';
import { DuplicateReach, MergingReach } from '../app/reaches.js';
import { SettleDuplicate } from '../app/settle-duplicate.command.js';
import { DuplicatesQuery, SettlingForm } from './forms.js';
import { duplicatesPage, pairPage } from './views/duplicate-pages.js';
import { kitOf, type Kit } from './views/kit.js';

/** Pairs that may be one employer, and the word of a person on them. */
@Controller()
export class DuplicatePagesController {
  constructor(
    private readonly duplicates: ReadDuplicates,
    private readonly files: ReadEmployerFile,
    private readonly settling: SettleDuplicate,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get('employer-duplicates')
  @Requires('employers.merge')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() { settled, ...query }: DuplicatesQuery): Promise<PageAnswer> {
    const state = query.state ?? 'proposed';
    return duplicatesPage(this.kit(context), await this.duplicates.list(caller, state, query), state, settled === 'yes');
  }

  /** @throws DomainError employers.duplicate.not_found */
  @Get('employer-duplicates/:id')
  @Requires('employers.merge')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.pair(context, caller, id, '', []);
  }

  @Post('employer-duplicates/:id')
  @Requires('employers.merge')
  @Within(DuplicateReach)
  @Page()
  settle(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() { decision = '' }: SettlingForm): Promise<PageAnswer> {
    return this.forms.attempt(context, this.words(context), async () => {
      const { one, other } = await this.duplicates.find(caller, id);
      if (![one.id, other.id, 'different'].includes(decision)) throw new DomainError('input.invalid', {}, [{ pointer: '/decision', code: 'input.required' }]);
      if (decision === 'different') await this.settling.different(caller, id);
      else await this.settling.merge(caller, id, decision);
      return { redirectTo: decision === 'different' ? '/employer-duplicates?settled=yes' : `/employers/${decision}?saved=yes` };
    }, (faults) => this.pair(context, caller, id, decision, faults));
  }

  /** @throws DomainError employers.merge.* */
  @Post('employer-merges/:id/undo')
  @Requires('employers.merge')
  @Within(MergingReach)
  @Page()
  async undo(@TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return { redirectTo: `/employers/${await this.settling.undo(caller, id)}?saved=yes` };
  }

  private async pair(context: PageContext, caller: Caller, id: string, decision: string, faults: readonly FormFault[]): Promise<PageAnswer> {
    const pair = await this.duplicates.find(caller, id);
    return pairPage(this.kit(context), { pair, files: [await this.files.file(caller, pair.one.id), await this.files.file(caller, pair.other.id)], decision, faults });
  }

  private words(context: PageContext): FormWords {
    return { fieldOf: () => 'decision', asks: { decision: this.kit(context).f('askDecision') } };
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
