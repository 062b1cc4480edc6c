import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { LookDto, SignalsQueryDto } from '../api/comparison.dto.js';
import { LookAtSignal } from '../app/look-at-signal.command.js';
import { ReadSignals, SignalReach } from '../app/read-signals.query.js';
import { DoneQuery, LookForm } from './forms.js';
import { kitOf, lookWords } from './views/kit.js';
import { signalPage, signalsPage } from './views/signals-pages.js';

/** Grounds to look, and what came of looking. */
@Controller('signals')
export class SignalPagesController {
  constructor(
    private readonly signals: ReadSignals,
    private readonly looking: LookAtSignal,
    private readonly forms: FormFaults,
  ) {}

  @Get()
  @Requires('signals.read')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: SignalsQueryDto): Promise<PageAnswer> {
    const [state, filing] = [query.state ?? 'open', query.filing ?? null];
    return signalsPage(kitOf(context), await this.signals.list(caller, state, filing, query), state, filing);
  }

  /** @throws DomainError comparison.signal.not_found */
  @Get(':id')
  @Requires('signals.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { done }: DoneQuery): Promise<PageAnswer> {
    return this.one(context, caller, id, { done: done === 'yes', typed: {}, faults: [] });
  }

  @Post(':id')
  @Requires('signals.look')
  @Within(SignalReach)
  @Page()
  look(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: LookForm): Promise<PageAnswer> {
    return this.forms.attempt(context, lookWords(kitOf(context)), async () => {
      const { version, state, words } = await this.forms.read(LookDto, { version: Number(form.version), state: form.state, words: form.words === '' ? undefined : form.words });
      await this.looking.run(caller, id, { version, state, words: words ?? null });
      return { redirectTo: `/signals/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, { done: false, typed: form, faults }));
  }

  private async one(context: PageContext, caller: Caller, id: string, state: { readonly done: boolean; readonly typed: LookForm; readonly faults: readonly FormFault[] }): Promise<PageAnswer> {
    return signalPage(kitOf(context), await this.signals.find(caller, id), { ...state, mayLook: caller.permissions.has('signals.look') });
  }
}
