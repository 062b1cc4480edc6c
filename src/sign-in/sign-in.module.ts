import { Global, Module } from '@nestjs/common';
import { CallerSource } from '../platform/access/index.js';
import { TURNED_AWAY_FORM } from '../platform/http/index.js';
import { SessionViews } from '../ui/index.js';
import { AddressesController } from './api/addresses.controller.js';
import { CredentialsController } from './api/credentials.controller.js';
import { MachineClientsController } from './api/machine-clients.controller.js';
import { SecondFactorsController } from './api/second-factors.controller.js';
import { SessionsController } from './api/sessions.controller.js';
import { AddressLinks } from './app/address-links.js';
import { AskForAddress } from './app/ask-for-address.command.js';
import { BackOff } from './app/back-off.js';
import { ChangePassword } from './app/change-password.command.js';
import { CheckSecondFactor } from './app/check-second-factor.js';
import { CleanSignInJob } from './app/clean-sign-in.job.js';
import { ConfirmAddress } from './app/confirm-address.command.js';
import { ContinueEnrolment } from './app/continue-enrolment.command.js';
import { EnrolAuthenticator } from './app/enrol-authenticator.command.js';
import { FirstProof } from './app/first-proof.js';
import { GiveSecondFactor } from './app/give-second-factor.command.js';
import { IdentityReach, LinkIdentity } from './app/link-identity.command.js';
import { MachineCallers } from './app/machine-callers.js';
import { MachineClients, MachineReach } from './app/machine-clients.js';
import { ManageAuthenticator } from './app/manage-authenticator.command.js';
import { OfficeCodeReach, OfficeCodes } from './app/office-codes.js';
import { OpenSession } from './app/open-session.js';
import { OwnSessions } from './app/own-sessions.js';
import { PasswordReset } from './app/password-reset.js';
import { ResetNotices, ResetSecondFactor, StaffReach } from './app/reset-second-factor.command.js';
import { SendLinkJob } from './app/send-link.job.js';
import { SessionCallers } from './app/session-callers.js';
import { SetPassword } from './app/set-password.js';
import { SignInWithOfficeCode } from './app/sign-in-with-office-code.command.js';
import { SignInWithPassword } from './app/sign-in-with-password.command.js';
import { SingleSignOn } from './app/single-sign-on.command.js';
import { TakeUpInvitation } from './app/take-up-invitation.command.js';
import { Times } from './app/times.js';
import { AttemptStore } from './infra/attempt-store.js';
import { CredentialStore } from './infra/credential-store.js';
import { DeviceStore } from './infra/device-store.js';
import { KeyedDigest } from './infra/keyed-digest.js';
import { MachineStore } from './infra/machine-store.js';
import { OidcProvider } from './infra/oidc-provider.js';
import { OidcStore } from './infra/oidc-store.js';
import { PasswordHasher } from './infra/password-hasher.js';
import { People } from './infra/people.js';
import { SecondFactorStore } from './infra/second-factor-store.js';
import { SecretStore } from './infra/secret-store.js';
import { SessionStore } from './infra/session-store.js';
import { TicketStore } from './infra/ticket-store.js';
import { AccountPagesController } from './pages/account.controller.js';
import { AddressController } from './pages/address.controller.js';
import { Arrival } from './pages/arrival.js';
import { AuthenticatorController } from './pages/authenticator.controller.js';
import { Faults } from './pages/faults.js';
import { OfficeCodePagesController } from './pages/office-code.controller.js';
import { ResetController } from './pages/reset.controller.js';
import { SecondFactorResetController } from './pages/second-factor-reset.controller.js';
import { SecondStepController } from './pages/second-step.controller.js';
import { SessionsOnPages } from './pages/sessions-on-pages.js';
import { SignInAgain } from './pages/sign-in-again.js';
import { SignInSteps } from './pages/sign-in-steps.js';
import { SignInPagesController } from './pages/sign-in.controller.js';
import { SingleSignOnController } from './pages/single-sign-on.controller.js';

const stores = [AttemptStore, CredentialStore, DeviceStore, KeyedDigest, MachineStore, OidcProvider, OidcStore, PasswordHasher, People, SecondFactorStore, SecretStore, SessionStore, TicketStore];
const acts = [
  AddressLinks, AskForAddress, BackOff, ChangePassword, CheckSecondFactor, ConfirmAddress, ContinueEnrolment, EnrolAuthenticator, FirstProof, GiveSecondFactor, IdentityReach, LinkIdentity, MachineCallers, MachineClients, MachineReach, ManageAuthenticator, OfficeCodeReach, OfficeCodes,
  OpenSession, OwnSessions, PasswordReset, ResetNotices, ResetSecondFactor, StaffReach, SetPassword, SignInWithOfficeCode, SignInWithPassword, SingleSignOn, TakeUpInvitation, Times,
];

/** Who calls: passwords, second factors, sessions, keys. Global, since it answers the access guard's question for every room. */
@Global()
@Module({
  controllers: [
    SessionsController, AddressesController, CredentialsController, SecondFactorsController, MachineClientsController, SignInPagesController, SecondStepController, ResetController, SingleSignOnController, AccountPagesController, AddressController,
    AuthenticatorController, SecondFactorResetController, OfficeCodePagesController,
  ],
  providers: [...stores, ...acts, Arrival, Faults, SignInSteps, SendLinkJob, CleanSignInJob, { provide: CallerSource, useClass: SessionCallers }, { provide: TURNED_AWAY_FORM, useClass: SignInAgain }, { provide: SessionViews, useClass: SessionsOnPages }],
  exports: [CallerSource, TURNED_AWAY_FORM, SessionViews],
})
export class SignInModule {}
