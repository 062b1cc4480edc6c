import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { DomainError, type FieldError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { FactsDto } from '../api/filings.dto.js';
import { countFaults, factsOfInput } from '../api/inputs.js';
import { ChangeFiling } from '../app/change-filing.command.js';
import { staffFaults } from '../domain/employer-facts.js';
import { DeclarationReach, ReadFiling } from '../app/read-filing.query.js';
import { FactsForm } from './forms.js';
import { atFactsFields, factsForm, factsInput, sameFaults } from './read-forms.js';
import { groupsWithAnother, typedGroups } from './seasonal-groups.js';
import { factsPage, groupAsks } from './views/facts-page.js';
import { kitOf, wordsOf } from './views/kit.js';

/** What the employer says of itself. */
@Controller('filings/:id/facts')
export class FactsPagesController {
  constructor(
    private readonly filings: ReadFiling,
    private readonly changing: ChangeFiling,
    private readonly forms: FormFaults,
  ) {}

  @Get()
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('saved') saved: string | undefined): Promise<PageAnswer> {
    const head = await this.filings.head(caller, id);
    const version = await this.filings.version(caller, id, null);
    const typed = factsForm(version, head.version);
    return factsPage(kitOf(context), { head, typed, groups: typedGroups(typed), faults: [], saved: saved === 'yes', added: false, meanwhile: null });
  }

  /** Another group is a page with all that was typed and nothing saved. Where another clerk has saved meanwhile, both are shown and nothing typed is lost. */
  @Post()
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async save(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: FactsForm): Promise<PageAnswer> {
    let stale = false;
    const kit = kitOf(context);
    const groups = typedGroups(form);
    if (form.act === 'add-group') return factsPage(kit, { head: await this.filings.head(caller, id), typed: form, groups: groupsWithAnother(form), faults: [], saved: false, added: true, meanwhile: null });
    const words = wordsOf(kit, 'totalWages');
    return this.forms.attempt(context, { ...words, asks: { ...words.asks, ...groupAsks(kit, groups) } }, async () => {
      try {
        const input = await this.read(caller, id, form);
        await this.changing.facts(caller, id, input.version, factsOfInput(input));
      } catch (error) {
        stale = error instanceof DomainError && error.code === 'filing.declaration.stale';
        throw atFactsFields(error, form);
      }
      return { redirectTo: `/filings/${id}/facts?saved=yes` };
    }, async (faults) => {
      const head = await this.filings.head(caller, id);
      const meanwhile = stale ? await this.filings.version(caller, id, null) : null;
      const page = factsPage(kit, { head, typed: { ...form, ...(stale ? { version: String(head.version) } : {}) }, groups, faults, saved: false, added: false, meanwhile });
      return stale ? { ...page, status: 409 } : page;
    });
  }

  /** Every fault at once: those of single fields, and months that are missing. */
  private async read(caller: Caller, id: string, form: FactsForm): Promise<FactsDto> {
    const { baseYear, registeredOn } = await this.filings.head(caller, id);
    const typed = factsInput(form);
    const beside = sameFaults(form);
    const missing = [...countFaults(typed.monthlyStaff), ...staffFaults(typed.monthlyStaff, registeredOn, baseYear)].sort((one, other) => monthOf(one) - monthOf(other));
    const faults: FieldError[] = [...beside, ...missing];
    const input = await this.forms.read(FactsDto, typed).catch((error: unknown) => {
      if (!(error instanceof DomainError) || error.errors.length === 0) throw error;
      faults.push(...error.errors);
      return null;
    });
    if (input === null || beside.length + missing.length > 0) throw new DomainError('input.invalid', {}, faults);
    return input;
  }
}

/** The summary names the fields in the order in which they stand. */
const monthOf = ({ pointer }: FieldError): number => Number(pointer.slice(pointer.lastIndexOf('/') + 1));
