import { Inject, Injectable } from '@nestjs/common';
import { roleNames, type Caller } from '../../platform/access/index.js';
import { PolicyBook } from '../../policy/index.js';
import type { PageAnswer, PageContext } from '../../ui/index.js';
import { ReadMembers } from '../app/read-members.query.js';
import { ReadOrganisations } from '../app/read-organisations.query.js';
import { emptyForm, fieldOf, type OwnFault, type Typed } from './read-role-form.js';
import { Refusals } from './refusals.js';
import { kitOf, type Fault } from './views/parts.js';
import { roleFormPage, type RoleFormState } from './views/role-form-page.js';

/** More organisations than a person picks from; whoever looks after more names the region in the API. */
const MOST_ORGANISATIONS = '200';

/** The form of a role with what the caller may choose from. */
@Injectable()
export class RoleForms {
  constructor(
    private readonly members: ReadMembers,
    private readonly organisations: ReadOrganisations,
    private readonly refusals: Refusals,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  async show(context: PageContext, caller: Caller, mode: RoleFormState['mode'], { typed, faults }: { readonly typed: Typed; readonly faults: readonly Fault[] }): Promise<PageAnswer> {
    const grantable = new Set(this.members.roles(caller).filter(({ grantable: may, rules }) => may && rules.actsFor !== 'ward').map(({ role }) => role));
    const { items } = await this.organisations.list(caller, {}, { limit: MOST_ORGANISATIONS });
    return roleFormPage(kitOf(context, this.policy.regions), { mode, typed, faults, roles: roleNames.filter((role) => grantable.has(role)), organisations: items });
  }

  /** Nothing typed yet; the region is the caller's own. */
  blank({ scope }: Caller): Typed {
    return { ...emptyForm, regionCode: scope.kind === 'region' && scope.prefix !== '' ? scope.prefix.padEnd(6, '0') : '' };
  }

  own(context: PageContext, faults: readonly OwnFault[]): readonly Fault[] {
    const { t } = kitOf(context, this.policy.regions);
    return faults.map(({ field, text }) => ({ field, text: t(text) }));
  }

  /** A refusal of the room as a fault of the form; anything else goes on. */
  refused(context: PageContext, error: unknown): Fault {
    const { code, text } = this.refusals.sentence(error, context.language);
    return { field: fieldOf(code), text };
  }
}
