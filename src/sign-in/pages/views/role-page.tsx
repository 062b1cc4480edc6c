import { regionCode as asRegionCode } from '../../../kernel/region-code.js';
import { say } from '../../../kernel/texts.js';
import { roleTexts } from '../../../members/index.js';
import type { RegionRegister } from '../../../policy/index.js';
import { Button, Mixed, Radios, type PageContext, type PageView } from '../../../ui/index.js';
import type { Membership } from '../../infra/people.js';
import type { Fault } from '../faults.js';
import { accountTexts } from '../texts/account-texts.js';
import { faultAt, Faulty, Form, type OnwardState } from './parts.js';

export type RoleState = OnwardState & { readonly memberships: readonly Membership[]; readonly regions: RegionRegister; readonly chosen: string | null; readonly faults: readonly Fault[] };

/** 选择身份 */
export function rolePage(context: PageContext, state: RoleState): PageView {
  const t = (key: keyof typeof accountTexts.zh) => say(accountTexts, context.variant, key);
  const { memberships, regions, faults } = state;
  const where = ({ organisationName, regionCode }: Membership): string => [organisationName, regions.fullName(asRegionCode(regionCode))].filter((part) => part !== null).join(' · ');
  return {
    title: t('role'),
    back: { href: context.href('/account'), text: t('account') },
    hasErrors: faults.length > 0,
    noIndex: true,
    content: (
      <>
        <Faulty title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('role')}</h1>
        {memberships.length === 0 ? <p class="govuk-body">{t('roleEmpty')}</p> : (
          <>
            <p class="govuk-body">{t('roleText')}</p>
            <Form context={context} action="/account/role" onward={state}>
              <Radios
                name="membership"
                fieldset={{ legend: { content: t('roleLabel'), class: 'govuk-fieldset__legend--m' } }}
                value={state.chosen ?? undefined}
                items={memberships.map((held) => ({ value: held.id, content: say(roleTexts, context.variant, held.role), hint: { content: <Mixed context={context}>{where(held)}</Mixed> } }))}
                {...faultAt(faults, 'membership')}
              />
              <Button>{t('roleGo')}</Button>
            </Form>
          </>
        )}
      </>
    ),
  };
}
