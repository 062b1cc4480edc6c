import { Module, type DynamicModule } from '@nestjs/common';
import { constraintErrors } from './constraint-errors.js';
import { entities } from './entities.js';
import { errorTexts } from './error-texts.js';
import { systemClock, type Clock } from './kernel/clock.js';
import { PermissionsModule } from './platform/access/index.js';
import { ClockModule } from './platform/clock/clock.module.js';
import { SettingsModule, type Settings } from './platform/config/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { HealthModule } from './platform/health/index.js';
import { HttpModule } from './platform/http/index.js';
import { AddressBookModule } from './address-book.module.js';
import { CaseloadModule } from './caseload.module.js';
import { EmployerStandingModule } from './employer-standing.module.js';
import { InboxModule } from './messages/inbox.module.js';
import { MessagesModule } from './messages/messages.module.js';
import { AuditModule } from './platform/audit/index.js';
import { IdempotencyModule } from './platform/idempotency/index.js';
import { JobsModule } from './platform/jobs/index.js';
import { KeyRingModule, SealKeysModule } from './platform/keys/index.js';
import { LimitsModule } from './platform/limits/index.js';
import { LoggingModule, type Logger } from './platform/logging/index.js';
import { MetricsModule } from './platform/metrics/index.js';
import { OpenApiModule } from './platform/openapi/index.js';
import { MembersModule } from './members/index.js';
import { PolicyModule } from './policy/policy.module.js';
import { FactsModule } from './people/facts/index.js';
import { FilesModule } from './people/files/index.js';
import { EmploymentModule } from './employment/index.js';
import { ComparisonModule } from './quota/comparison/index.js';
import { EmployersModule } from './quota/employers/index.js';
import { CollectionModule } from './quota/collection/index.js';
import { DeterminationsModule } from './quota/determinations/index.js';
import { FilingModule } from './quota/filing/index.js';
import { InspectionModule } from './oversight/inspection/index.js';
import { LeadingModule } from './oversight/leading/index.js';
import { LevyModule } from './quota/levy/levy.module.js';
import { ReviewModule } from './quota/review/index.js';
import { RosterPagesModule } from './quota/roster/pages/roster-pages.module.js';
import { RosterModule } from './quota/roster/roster.module.js';
import { sealedColumns } from './sealed-columns.js';
import { RightsModule } from './rights/index.js';
import { SignInModule } from './sign-in/sign-in.module.js';
import { UiModule } from './ui/index.js';

export type AppParts = {
  readonly settings: Settings;
  readonly logger: Logger;
  /** Of the opened and migrated database. */
  readonly databaseUrl: string;
  /** Of a world whose days are not today; the system's clock without it. */
  readonly clock?: Clock;
};

/** The whole service, in every role. */
@Module({})
export class AppModule {
  static forRoot({ settings, logger, databaseUrl, clock = systemClock }: AppParts): DynamicModule {
    const rosters = RosterModule.forRoot(LevyModule);
    const filings = FilingModule.forRoot(LevyModule);
    const comparisons = ComparisonModule.forRoot(filings);
    const reviews = ReviewModule.forRoot(filings, comparisons);
    const determinations = DeterminationsModule.forRoot(filings, reviews);
    return {
      module: AppModule,
      imports: [
        SettingsModule.forRoot(settings),
        LoggingModule.forRoot(logger),
        ClockModule.telling(clock),
        DatabaseModule.forRoot({ url: databaseUrl, entities, constraintErrors }),
        KeyRingModule.forRoot(settings, sealedColumns),
        AuditModule,
        AddressBookModule,
        CaseloadModule,
        EmployerStandingModule,
        MessagesModule,
        InboxModule,
        JobsModule.forRoot({ url: databaseUrl }),
        HttpModule.forRoot(errorTexts),
        IdempotencyModule,
        LimitsModule,
        PermissionsModule,
        SealKeysModule,
        HealthModule,
        MetricsModule,
        OpenApiModule,
        UiModule,
        PolicyModule,
        MembersModule,
        SignInModule,
        EmployersModule,
        EmploymentModule,
        filings,
        comparisons,
        determinations,
        CollectionModule.forRoot(determinations),
        LeadingModule,
        InspectionModule,
        reviews,
        FilesModule,
        FactsModule,
        RightsModule,
        LevyModule,
        rosters,
        RosterPagesModule.forRoot(rosters, LevyModule),
      ],
    };
  }
}
