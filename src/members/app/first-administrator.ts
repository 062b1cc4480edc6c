import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { regionPrefix, type RegionCode } from '../../kernel/region-code.js';
import type { Scope } from '../../platform/access/index.js';
import { Audit, type AuditedCaller, type SystemActor } from '../../platform/audit/index.js';
import type { Tx } from '../../platform/database/index.js';
import { accountDirectory, type Membership } from '../infra/account-directory.js';
import { makeCode, withdrawPromisedByCommand } from '../infra/invitation-codes.js';
import { InvitationRepository } from '../infra/invitation.repository.js';
import { OrganisationRepository } from '../infra/organisation.repository.js';
import { INVITATION_DAYS } from './invite-member.command.js';

export type FirstAdministrator = {
  /** As the administrator will be called. */
  readonly displayName: string;
  readonly regionCode: RegionCode;
  /** Name of the federation of that region, which is entered where it is not there. */
  readonly organisation: string;
  /** Account of the administrator who grants, once there is one. */
  readonly grantedBy: string | null;
};

export type PromisedAdministrator = { readonly code: string; readonly expiresAt: Date; readonly organisationId: string };

const DAY_MS = 86_400_000;
const COUNTRYWIDE: Scope = { kind: 'region', prefix: '' };

/**
 * The first administrator of a database, who can then appoint everybody else. A second run before the code is used
 * gives a new code in place of the old one; once there is an administrator, one of them must be named as who grants.
 * @throws DomainError members.administrator.already_there, members.administrator.granter_unknown
 */
export async function promiseAdministrator(tx: Tx, { displayName, regionCode, organisation, grantedBy }: FirstAdministrator, clock: Clock): Promise<PromisedAdministrator> {
  // Holds whoever runs the command at the same time.
  const administrators = await accountDirectory.administrators(tx, clock.today());
  const granter = grantedBy === null ? null : granterAmong(administrators, grantedBy, regionCode);
  if (granter === null && administrators.length > 0) throw new DomainError('members.administrator.already_there', { count: administrators.length });
  const now = clock.now();
  if (granter === null) await withdrawPromisedByCommand(tx, 'administrator', now);
  const organisationId = await federationOf(tx, regionCode, organisation, now);
  const { code, hash } = makeCode();
  const id = randomUUID();
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * DAY_MS);
  await new InvitationRepository().add(tx, COUNTRYWIDE, {
    id, codeHash: hash, displayName, role: 'administrator', regionCode, organisationId, createdAt: now, expiresAt,
    accountId: null, employerId: null, invitedBy: granter?.accountId ?? null, invitedVia: granter?.id ?? null, validUntil: null,
  });
  await new Audit(clock).act(tx, actorOf(granter), { act: 'members.invitation.create', object: { kind: 'invitation', id }, detail: { role: 'administrator', region: regionCode, organisation: organisationId } });
  return { code, expiresAt, organisationId };
}

const actorOf = (granter: Membership | null): AuditedCaller | SystemActor =>
  granter === null ? { system: 'cli.admin-create' } : { accountId: granter.accountId, machineKeyId: null, membershipId: granter.id, role: granter.role, via: 'cli' };

function granterAmong(administrators: readonly Membership[], accountId: string, region: RegionCode): Membership {
  const granter = administrators.find((one) => one.accountId === accountId && regionPrefix(region).startsWith(regionPrefix(one.regionCode)));
  if (!granter) throw new DomainError('members.administrator.granter_unknown');
  return granter;
}

async function federationOf(tx: Tx, regionCode: RegionCode, name: string, at: Date): Promise<string> {
  const organisations = new OrganisationRepository();
  const known = (await organisations.list(tx, COUNTRYWIDE, { kind: 'federation', region: regionCode }, null, 1000)).find((one) => one.regionCode === regionCode && one.name === name);
  if (known) return known.id;
  const id = randomUUID();
  await organisations.add(tx, COUNTRYWIDE, { id, kind: 'federation', name, regionCode, parentId: null }, at);
  return id;
}
