import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { DeclarationReach } from '../../filing/index.js';
import type { Finished } from '../app/finish-check.command.js';
import { ReviewCommands } from '../app/review-commands.js';
import { dayOrNull, decisionOf, itemsOf } from './inputs.js';
import { LineDecisionDto, ReasonedDto, RemarkDto, ReturnDto, SeenReviewDto, TakeUpDto } from './reviews.dto.js';
import { clearedSchema, finishedSchema, reviewHeadSchema, seenSchema } from './reviews.schema.js';
import { headView } from './views.js';

type Seen = { readonly version: number };

/** 受理、初审、复核、补正、异议、更正: every step names the version that it has seen. */
@ApiTags('reviews')
@Controller('api/v1/reviews/:id')
export class ChecksController {
  constructor(private readonly commands: ReviewCommands) {}

  /** @throws DomainError filing.declaration.* */
  @Post('accept')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'acceptFiling', summary: '受理: the filing is complete enough to be checked' })
  @ApiOkResponse({ description: 'Accepted.', schema: reviewHeadSchema })
  async accept(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenReviewDto): Promise<object> {
    return headView(await this.commands.accepting.accept(caller, id, version));
  }

  /** @throws DomainError filing.declaration.* */
  @Post('begin')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'beginFirstCheck', summary: '初审: take the filing onto your desk' })
  @ApiOkResponse({ description: 'Begun.', schema: reviewHeadSchema })
  async begin(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenReviewDto): Promise<object> {
    return headView(await this.commands.accepting.begin(caller, id, version));
  }

  /** @throws DomainError review.check.not_open, filing.declaration.* */
  @Post('take-over')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'takeOverCheck', summary: 'Take a first check over from a colleague' })
  @ApiOkResponse({ description: 'On your desk.', schema: seenSchema })
  async takeOver(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenReviewDto): Promise<Seen> {
    return { version: await this.commands.accepting.takeOver(caller, id, version) };
  }

  /** @throws DomainError review.check.*, filing.declaration.* */
  @Post('clear-lines')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'acceptClearLines', summary: 'Accept together every line that no comparison and no other claim puts in question' })
  @ApiOkResponse({ description: 'How many.', schema: clearedSchema })
  clear(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenReviewDto): Promise<{ readonly decided: number; readonly version: number }> {
    return this.commands.lines.together(caller, id, version);
  }

  /** @throws DomainError review.check.*, review.line.*, filing.declaration.* */
  @Post('lines/:lineId/decision')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'decideLine', summary: 'Say which months of a line count, with a reason' })
  @ApiOkResponse({ description: 'Decided.', schema: seenSchema })
  async decide(@TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Body() body: LineDecisionDto): Promise<Seen> {
    return { version: await this.commands.lines.one(caller, id, body.version, lineId, decisionOf(body)) };
  }

  /** @throws DomainError review.check.*, filing.declaration.* */
  @Post('first-check')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'finishFirstCheck', summary: 'End the first check: decided where one person is enough, else handed to a second' })
  @ApiOkResponse({ description: 'What came of it.', schema: finishedSchema })
  first(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, words }: RemarkDto): Promise<Finished> {
    return this.commands.finishing.first(caller, id, version, words ?? null);
  }

  /** @throws DomainError review.check.*, filing.declaration.* */
  @Post('second-check')
  @HttpCode(200)
  @Requires('reviews.decide')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'finishSecondCheck', summary: '复核: confirm what the first check found; by another person' })
  @ApiOkResponse({ description: 'Decided.', schema: finishedSchema })
  second(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, words }: RemarkDto): Promise<Finished> {
    return this.commands.finishing.second(caller, id, version, words ?? null);
  }

  /** @throws DomainError review.check.*, filing.declaration.* */
  @Post('send-back')
  @HttpCode(200)
  @Requires('reviews.decide')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'sendBackToFirstCheck', summary: 'Back to the first check, with what is to be looked at again' })
  @ApiOkResponse({ description: 'Sent back.', schema: finishedSchema })
  sendBack(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, words }: ReasonedDto): Promise<Finished> {
    return this.commands.finishing.sendBack(caller, id, version, words);
  }

  /** @throws DomainError review.return.*, review.check.*, filing.declaration.* */
  @Post('return')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'returnFiling', summary: '退回补正: exactly which lines need what, by when' })
  @ApiOkResponse({ description: 'Returned.', schema: reviewHeadSchema })
  async return(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, items, dueOn, words }: ReturnDto): Promise<object> {
    return headView(await this.commands.returning.run(caller, id, version, { items: itemsOf(items), dueOn: dayOrNull('dueOn', dueOn), words: words ?? null }));
  }

  /** @throws DomainError review.return.still_due, filing.declaration.* */
  @Post('count-as-none')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'countAsNone', summary: 'Treat a filing that never came, or never came back, as nobody placed' })
  @ApiOkResponse({ description: 'Treated so.', schema: reviewHeadSchema })
  async none(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, words }: ReasonedDto): Promise<object> {
    return headView(await this.commands.returning.countAsNone(caller, id, version, words));
  }

  /** @throws DomainError review.objection.*, filing.declaration.* */
  @Post('objection')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'takeUpObjection', summary: 'Look at the disputed lines again, in a version of its own' })
  @ApiOkResponse({ description: 'On your desk.', schema: reviewHeadSchema })
  async takeUp(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, dueOn }: TakeUpDto): Promise<object> {
    return headView(await this.commands.objections.takeUp(caller, id, version, dayOrNull('dueOn', dueOn)));
  }

  /** @throws DomainError review.correction.already_open, filing.declaration.* */
  @Post('correction')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'beginCorrection', summary: '更正: write a new version behind what was decided; a second person confirms it' })
  @ApiOkResponse({ description: 'Begun.', schema: seenSchema })
  async correct(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, words }: ReasonedDto): Promise<Seen> {
    return { version: await this.commands.correcting.begin(caller, id, version, words) };
  }

  /** @throws DomainError review.check.not_open, filing.declaration.* */
  @Post('correction/drop')
  @HttpCode(200)
  @Requires('reviews.check')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'dropCorrection', summary: 'Let a correction go; what was decided stands' })
  @ApiOkResponse({ description: 'Gone.', schema: seenSchema })
  async drop(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenReviewDto): Promise<Seen> {
    return { version: await this.commands.correcting.drop(caller, id, version) };
  }
}
