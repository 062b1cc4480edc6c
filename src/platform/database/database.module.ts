import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Settings } from '../config/schema.js';
import { SETTINGS } from '../config/settings.module.js';
import { CONSTRAINT_ERRORS, type ConstraintErrors } from './constraint-errors.js';
import { dataSourceOptions, type EntityClass } from './data-source.js';
import { UnitOfWork } from './unit-of-work.js';

export type DatabaseModuleOptions = {
  /** Of the opened and migrated database, as `openDatabase` gives it. */
  readonly url: string;
  readonly entities: readonly EntityClass[];
  readonly constraintErrors: ConstraintErrors;
};

/** The TypeORM `DataSource` and the `UnitOfWork`, for every room. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseModuleOptions): DynamicModule {
    const typeOrm = TypeOrmModule.forRootAsync({
      inject: [SETTINGS],
      // openDatabase has just spoken to this server, so a refusal now is no start-up race to be waited out.
      useFactory: (settings: Settings) => ({ ...dataSourceOptions(options.url, options.entities, settings), retryAttempts: 1, manualInitialization: false }),
    });
    return {
      module: DatabaseModule,
      imports: [typeOrm],
      providers: [UnitOfWork, { provide: CONSTRAINT_ERRORS, useValue: options.constraintErrors }],
      exports: [UnitOfWork, typeOrm],
    };
  }
}
