import type { RegionCode } from '../../kernel/region-code.js';
import { AcceptInvitation, InviteMember } from '../../members/index.js';
import type { RoleName } from '../../platform/access/index.js';
import type { AuditedCaller } from '../../platform/audit/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { OpenSession } from '../../sign-in/index.js';
import { ApiClient } from './api-client.js';

const DISTRICT: AuditedCaller = { accountId: null, machineKeyId: null, membershipId: null, role: null, via: 'demo' };
const DEVICE = { kind: 'bearer', network: '127.0.0.1', deviceToken: null, deviceName: 'demo:district' } as const;

export type Part = { readonly displayName: string; readonly role: RoleName; readonly regionCode: RegionCode; readonly organisationId: string };

/** Somebody of the district: an account with one role. Nobody can sign in to it, for it has no password. */
export type Actor = { readonly accountId: string };

/** Makes the people of the district and opens their sessions. */
export class Actors {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: InviteMember,
    private readonly accepting: AcceptInvitation,
    private readonly sessions: OpenSession,
    private readonly origin: string,
  ) {}

  add({ displayName, role, regionCode, organisationId }: Part): Promise<Actor> {
    return this.unitOfWork.run(async (tx) => {
      const offer = { role, organisationId, employerId: role === 'employer_clerk' ? organisationId : null, regionCode, validUntil: null };
      const { code } = await this.invitations.promise(tx, { kind: 'region', prefix: '' }, DISTRICT, displayName, offer);
      return this.accepting.accept(tx, code, { accountId: null, displayName, language: 'zh' });
    });
  }

  /** A session of the day that it is in the district. */
  async enter({ accountId }: Actor): Promise<ApiClient> {
    const { token } = await this.unitOfWork.run((tx) => this.sessions.run(tx, accountId, 'password', DEVICE));
    return new ApiClient(this.origin, token);
  }
}
