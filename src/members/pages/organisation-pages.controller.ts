import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { organisationKinds, Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { placeCodeTyped, PolicyBook } from '../../policy/index.js';
import { askPlace, Context, FormFaults, Page, type FormFault, type FormWords, type PageAnswer, type PageContext } from '../../ui/index.js';
import { NewOrganisationDto, OrganisationNameDto } from '../api/members.dto.js';
import { KeepOrganisation } from '../app/keep-organisation.command.js';
import { OrganisationReach, ReadOrganisations } from '../app/read-organisations.query.js';
import { deskWords } from './desk-texts.js';
import { OrganisationForm, OrganisationNameForm } from './forms.js';
import { newOrganisationPage, organisationPage, organisationsPage } from './views/organisation-pages.js';
import { kitOf, type Kit } from './views/parts.js';

/** More organisations than a person picks from. */
const MOST_PARENTS = '200';

/** Organisations: listed, entered, renamed. */
@Controller()
export class OrganisationPagesController {
  constructor(
    private readonly organisations: ReadOrganisations,
    private readonly keeping: KeepOrganisation,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get('organisations')
  @Requires('organisations.read')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('kind') asked: unknown, @Query('after') after: unknown): Promise<PageAnswer> {
    const kind = organisationKinds.find((one) => one === asked) ?? null;
    const page = await this.organisations.list(caller, kind === null ? {} : { kind }, typeof after === 'string' ? { after } : {});
    return organisationsPage(this.kit(context), { page, kind, mayAdd: caller.permissions.has('organisations.create') });
  }

  @Get('enter-organisation')
  @Requires('organisations.create')
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller): Promise<PageAnswer> {
    return this.newForm(context, caller, {}, []);
  }

  @Post('enter-organisation')
  @Requires('organisations.create')
  @Page()
  add(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: OrganisationForm): Promise<PageAnswer> {
    return this.forms.attempt(context, wordsOf(context), async () => {
      const { kind, name, regionCode, parentId } = await this.forms.read(NewOrganisationDto, { ...form, regionCode: placeCodeTyped(form.regionCode, this.policy.regions) ?? '' });
      return { redirectTo: `/organisations/${await this.keeping.create(caller, { kind, name, regionCode, parentId: parentId ?? null })}?done=added` };
    }, (faults) => this.newForm(context, caller, form, faults));
  }

  /** @throws DomainError members.organisation.not_found */
  @Get('organisations/:id')
  @Requires('organisations.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') asked: unknown): Promise<PageAnswer> {
    return this.one(context, caller, id, { typed: null, faults: [], done: (['added', 'renamed'] as const).find((word) => word === asked) ?? null });
  }

  @Post('organisations/:id')
  @Requires('organisations.change')
  @Within(OrganisationReach)
  @Page()
  rename(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: OrganisationNameForm): Promise<PageAnswer> {
    return this.forms.attempt(context, wordsOf(context), async () => {
      const { name, version } = await this.forms.read(OrganisationNameDto, { name: form.name, version: Number(form.version) });
      await this.keeping.rename(caller, id, name, version);
      return { redirectTo: `/organisations/${id}?done=renamed` };
    }, (faults) => this.one(context, caller, id, { typed: form.name ?? '', faults, done: null }));
  }

  private async newForm(context: PageContext, caller: Caller, typed: OrganisationForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    const { items } = await this.organisations.list(caller, {}, { limit: MOST_PARENTS });
    return newOrganisationPage(context, { parents: items, typed, faults });
  }

  private async one(context: PageContext, caller: Caller, id: string, state: { readonly typed: string | null; readonly faults: readonly FormFault[]; readonly done: 'added' | 'renamed' | null }): Promise<PageAnswer> {
    return organisationPage(this.kit(context), await this.organisations.find(caller, id), { ...state, mayRename: caller.permissions.has('organisations.change') });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}

function wordsOf(context: PageContext): FormWords {
  const t = deskWords(context);
  return {
    fieldOf: (code) => (code.startsWith('members.region') || code.startsWith('policy.place') || code === 'members.organisation.outside_parent' ? 'regionCode' : 'name'),
    asks: { kind: t('askKind'), name: t('askName'), regionCode: askPlace(context), parentId: t('askParent') },
  };
}
