import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import { LookAtSignal } from '../app/look-at-signal.command.js';
import { ReadSignals, SignalReach } from '../app/read-signals.query.js';
import type { ShownSignal } from '../infra/signal.repository.js';
import { LookDto, SignalsQueryDto } from './comparison.dto.js';
import { signalSchema, signalsSchema } from './comparison.schema.js';

const signalView = ({ lookedBy: _by, ...signal }: ShownSignal) => signal;

/** 挂证线索: grounds to look whether an employment is only pretended. They refuse nothing. */
@ApiTags('comparison')
@Controller('api/v1/signals')
export class SignalsController {
  constructor(
    private readonly signals: ReadSignals,
    private readonly looking: LookAtSignal,
  ) {}

  @Get()
  @Requires('signals.read')
  @ApiOperation({ operationId: 'listSignals', summary: 'Signals of filings in your scope, the oldest first' })
  @ApiOkResponse({ description: 'A page.', schema: signalsSchema })
  async list(@TheCaller() caller: Caller, @Query() query: SignalsQueryDto): Promise<ListPage<object>> {
    const { items, next } = await this.signals.list(caller, query.state ?? 'open', query.filing ?? null, query);
    return { items: items.map(signalView), next };
  }

  /** @throws DomainError comparison.signal.not_found */
  @Get(':id')
  @Requires('signals.read')
  @ApiOperation({ operationId: 'getSignal', summary: 'One signal with its grounds' })
  @ApiOkResponse({ description: 'The signal.', schema: signalSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return signalView(await this.signals.find(caller, id));
  }

  /** @throws DomainError comparison.signal.* */
  @Post(':id/look')
  @HttpCode(204)
  @Requires('signals.look')
  @Within(SignalReach)
  @ApiOperation({ operationId: 'lookAtSignal', summary: 'Say what looking into a signal came to; no month changes' })
  @ApiNoContentResponse({ description: 'Kept with your words.' })
  look(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, state, words }: LookDto): Promise<void> {
    return this.looking.run(caller, id, { version, state, words: words ?? null });
  }
}
