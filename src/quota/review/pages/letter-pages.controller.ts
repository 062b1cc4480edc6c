import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { declarationStates, DeclarationReach } from '../../filing/index.js';
import { disputedOf } from '../api/inputs.js';
import { FilingObjectionDto, StatementLinesQueryDto } from '../api/reviews.dto.js';
import { Objections } from '../app/objections.command.js';
import { ReadCorrespondence } from '../app/read-correspondence.query.js';
import { ReadDecisions } from '../app/read-statement.query.js';
import { chosenRows, placedAtRows, rowsOf, RowsForm, StatementForm } from './forms.js';
import { ReviewParts } from './review-parts.js';
import { wordsOf } from './views/kit.js';
import { correctionsPage, objectPage, papersPage } from './views/letter-pages.js';
import { statementPage } from './views/statement-page.js';

const LINES_OFFERED = '200';

/** What an employer reads of a review, and what it answers. */
@Controller('filings/:id')
export class LetterPagesController {
  constructor(
    private readonly parts: ReviewParts,
    private readonly decisions: ReadDecisions,
    private readonly letters: ReadCorrespondence,
    private readonly objections: Objections,
  ) {}

  /** @throws DomainError filing.declaration.not_found, review.statement.not_found */
  @Get('statement')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  async statement(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { number, all, done, ...query }: StatementForm): Promise<PageAnswer> {
    const read = await this.parts.forms.read(StatementLinesQueryDto, { number, ...query });
    const statement = await this.decisions.statement(caller, id, read.number === undefined ? null : Number(read.number));
    const page = await this.decisions.lines(caller, statement, all === 'yes' ? 'all' : 'refused', query);
    const disputed = statement.objections.flatMap(({ items }) => items.map(({ registryPersonId }) => registryPersonId));
    const latest = statement.decisions[0]?.number === statement.decided.number;
    return statementPage(this.parts.kit(context), {
      statement, page, disputed: await this.letters.linesOf(caller, id, [...new Set(disputed)]), all: all === 'yes', scope: caller.scope, isReviewer: caller.permissions.has('reviews.read'), done: done === 'yes',
      mayObject: latest && caller.permissions.has('filings.submit') && declarationStates.actsOf(statement.head.state).includes('object') && statement.sums.refusedLines > 0,
    });
  }

  @Get('objection')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.asked(context, caller, id, {}, []);
  }

  @Post('objection')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  object(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: RowsForm): Promise<PageAnswer> {
    return this.parts.forms.attempt(context, wordsOf(this.parts.kit(context), 'lines'), async () => {
      const lines = chosenRows(form).map(({ line, choice, remark }) => ({ lineId: line, ground: choice, ...(remark === '' ? {} : { words: remark }) }));
      const input = await this.parts.forms.read(FilingObjectionDto, { version: Number(form.version), lines, words: form.words });
      await this.objections.make(caller, id, input.version, { lines: disputedOf(input.lines), words: input.words ?? null });
      return { redirectTo: `/filings/${id}/statement?done=yes` };
    }, (faults) => this.asked(context, caller, id, form, faults.map((fault) => (fault.field === 'version' ? { ...fault, field: 'lines' } : fault))));
  }

  @Get('corrections')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @Page()
  async corrections(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const head = await this.parts.filings.head(caller, id);
    const requests = await this.letters.requests(caller, id);
    const persons = requests.flatMap(({ items }) => items.flatMap(({ registryPersonId }) => (registryPersonId === null ? [] : [registryPersonId])));
    return correctionsPage(this.parts.kit(context), { head, requests, lines: await this.letters.linesOf(caller, id, [...new Set(persons)]), scope: caller.scope, mayWrite: caller.permissions.has('filings.write') });
  }

  /** Lines for which a paper may help, or was given. */
  @Get('papers')
  @Requires('filings.papers')
  @Within(DeclarationReach)
  @Page()
  async papers(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { limit, after }: StatementForm): Promise<PageAnswer> {
    const head = await this.parts.filings.head(caller, id);
    const page = await this.letters.doubtfulLines(caller, id, { ...(limit === undefined ? {} : { limit }), ...(after === undefined ? {} : { after }) });
    return papersPage(this.parts.kit(context), { head, page, scope: caller.scope });
  }

  private async asked(context: PageContext, caller: Caller, id: string, typed: RowsForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const statement = await this.decisions.statement(caller, id, null);
    const { items } = await this.decisions.lines(caller, statement, 'refused', { limit: LINES_OFFERED });
    const possible = declarationStates.actsOf(statement.head.state).includes('object');
    // Where nothing can be sent any more, the word stands in the place of the form.
    const placed = possible && items.length > 0 ? placedAtRows(faults, rowsOf(typed), 'lines') : faults.map((fault) => ({ ...fault, field: 'version' }));
    return objectPage(this.parts.kit(context), { head: statement.head, lines: items, scope: caller.scope, possible, rows: rowsOf(typed), typed, faults: placed });
  }
}
