import { DomainError } from '../../kernel/domain-error.js';
import type { LocalDate } from '../../kernel/local-date.js';
import { regionCode, regionPrefix } from '../../kernel/region-code.js';
import type { Tx } from '../../platform/database/index.js';
import { accountDirectory } from '../infra/account-directory.js';

/** Somebody must remain who can appoint the next one in the same place. @throws DomainError members.administrator.last */
export async function demandAnotherAdministrator(tx: Tx, today: LocalDate, leaving: { readonly id: string; readonly accountId: string; readonly regionCode: string }): Promise<void> {
  const place = regionPrefix(regionCode(leaving.regionCode));
  const others = (await accountDirectory.administrators(tx, today)).filter((one) => one.accountId !== leaving.accountId && place.startsWith(regionPrefix(one.regionCode)));
  if (others.length === 0) throw new DomainError('members.administrator.last');
}
