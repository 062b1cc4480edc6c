/** The room's face: who people are to the service, which roles they have, and the organisations they have them in. */
export { AcceptInvitation, type Accepted, type Accepting, type Offered } from './app/accept-invitation.command.js';
export { Accounts, type LiveMembership } from './app/accounts.js';
export { Caseload } from './app/caseload.js';
export { EmployerStanding } from './app/employer-standing.js';
export { Candidates, type Caseworker, type Namesake } from './app/candidates.js';
export { EndRole } from './app/end-role.command.js';
export { Granting, type Offer, type RoleWish } from './app/granting.js';
export { InviteMember, type Invited } from './app/invite-member.command.js';
export { KeepOrganisation, type NewOrganisation } from './app/keep-organisation.command.js';
export { contactKind, maskContact, type Contact, type ContactKind } from './infra/contacts.js';
export type { AccountStatus } from './domain/account-status.js';
export type { Account, Membership } from './infra/account-directory.js';
export type { Organisation } from './infra/organisation.repository.js';
export { MembersModule } from './members.module.js';
export { membersErrorTexts } from './texts.js';
export { roleTexts } from './pages/texts.js';
export { membersConstraintErrors } from './infra/constraints.js';
