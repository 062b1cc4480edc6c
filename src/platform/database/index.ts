export { withBeforeCommit } from './before-commit.js';
export { CONSTRAINT_ERRORS, constraintRefusal, type ConstraintErrors } from './constraint-errors.js';
export { dataSourceOptions, openDataSource, type EntityClass } from './data-source.js';
export { copyIn, copyLines, copyOut, copyValue, type CopyTarget } from './copy.js';
export { copyRows, type CopyCell } from './copy-rows.js';
export { DatabaseModule, type DatabaseModuleOptions } from './database.module.js';
export { driverError, isRetryable, SqlState } from './sql-state.js';
export { UnitOfWork, type Isolation, type Tx } from './unit-of-work.js';
