import type { RoleName } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import { FilterForm, Mixed, Select, Table, TableRegion, type PageView } from '../../../ui/index.js';
import type { Member } from '../../infra/member.repository.js';
import { Place, type Kit } from './parts.js';

export type ListState = {
  readonly page: ListPage<Member>;
  /** Roles by which the list can be cut. */
  readonly roles: readonly RoleName[];
  readonly role: RoleName | null;
  readonly mayInvite: boolean;
  readonly mayGrant: boolean;
};

/** 成员与角色 */
export function listPage(kit: Kit, { page, roles, role, mayInvite, mayGrant }: ListState): PageView {
  const { t, context } = kit;
  const next = page.next === null ? null : `/members?${new URLSearchParams({ ...(role === null ? {} : { role }), after: page.next }).toString()}`;
  return {
    title: t('title'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('lead')}</p>
        {(mayInvite || mayGrant) && <ul class="govuk-list zj-list-plain">
          {mayInvite && <li><a class="govuk-link zj-alone" href={context.href('/members/invite')}>{t('invite')}</a></li>}
          {mayGrant && <li><a class="govuk-link zj-alone" href={context.href('/members/new')}>{t('create')}</a></li>}
        </ul>}
        <FilterForm action={context.href('/members')} show={t('show')}>
          <Select name="role" label={t('filter')} value={role ?? ''} items={[{ value: '', text: t('all') }, ...roles.map((one) => ({ value: one, text: kit.role(one) }))]} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t(role === null ? 'none' : 'noneOfRole')}</p> : (
          <TableRegion label={t('title')}>
            <Table
              caption={t('title')}
              captionClass="govuk-visually-hidden"
              head={[t('name'), t('role'), t('place')]}
              firstCellIsHeader
              rows={page.items.flatMap((member) => member.roles.map((held, index) => [
                index === 0 ? <a class="govuk-link zj-alone" href={context.href(`/members/${member.accountId}`)}><Mixed context={context}>{member.displayName}</Mixed></a> : <Mixed context={context}>{member.displayName}</Mixed>,
                kit.role(held.role),
                <Place kit={kit} organisation={held.organisationName} region={held.regionCode} />,
              ].map((content) => ({ content }))))}
            />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}
