import { Global, Module } from '@nestjs/common';
import { DisplayProfiles, FormFaults } from '../ui/index.js';
import { AccountController } from './api/account.controller.js';
import { AccountStatusController } from './api/account-status.controller.js';
import { InvitationsController } from './api/invitations.controller.js';
import { MembersController } from './api/members.controller.js';
import { OrganisationsController } from './api/organisations.controller.js';
import { AcceptInvitation } from './app/accept-invitation.command.js';
import { Accounts } from './app/accounts.js';
import { AppointGuardian } from './app/appoint-guardian.command.js';
import { CallersRights } from './app/callers-rights.js';
import { Candidates } from './app/candidates.js';
import { EndRole } from './app/end-role.command.js';
import { GrantRole } from './app/grant-role.command.js';
import { Granting } from './app/granting.js';
import { InviteMember } from './app/invite-member.command.js';
import { KeepOrganisation } from './app/keep-organisation.command.js';
import { LastClerk } from './app/last-clerk.js';
import { OwnAccounts } from './app/own-account.command.js';
import { ProfileDisplays } from './app/profile-displays.js';
import { InvitationReach, MemberReach, ReadMembers } from './app/read-members.query.js';
import { OrganisationReach, ReadOrganisations } from './app/read-organisations.query.js';
import { SuspendAccount } from './app/suspend-account.command.js';
import { Contacts } from './infra/contacts.js';
import { InvitationRepository } from './infra/invitation.repository.js';
import { MemberRepository } from './infra/member.repository.js';
import { OrganisationRepository } from './infra/organisation.repository.js';
import { AccountPageController } from './pages/account-page.controller.js';
import { GrantingPagesController } from './pages/granting-pages.controller.js';
import { GuardianPagesController } from './pages/guardian-pages.controller.js';
import { MembersPagesController } from './pages/members-pages.controller.js';
import { OrganisationPagesController } from './pages/organisation-pages.controller.js';
import { Refusals } from './pages/refusals.js';
import { RoleForms } from './pages/role-forms.js';
import { StatusPagesController } from './pages/status-pages.controller.js';

/** Organisations, accounts, roles, guardians, invitations. Global: sign-in and every room with people ask it. */
@Global()
@Module({
  controllers: [OrganisationsController, MembersController, InvitationsController, AccountStatusController, AccountController, MembersPagesController, GrantingPagesController, StatusPagesController, GuardianPagesController, OrganisationPagesController, AccountPageController],
  providers: [
    OrganisationRepository, MemberRepository, InvitationRepository, Contacts, CallersRights,
    Accounts, Granting, GrantRole, EndRole, InviteMember, AcceptInvitation, AppointGuardian, Candidates, KeepOrganisation, LastClerk, OwnAccounts, SuspendAccount,
    Refusals, RoleForms, FormFaults, { provide: DisplayProfiles, useClass: ProfileDisplays },
    ReadMembers, ReadOrganisations, MemberReach, InvitationReach, OrganisationReach,
  ],
  exports: [DisplayProfiles, Accounts, AcceptInvitation, Candidates, EndRole, Granting, InviteMember, KeepOrganisation],
})
export class MembersModule {}
