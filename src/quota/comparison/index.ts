/** The room's face: what registers and other filings say to the lines of a filing. */
export { CompareOne, type OneCompared } from './app/compare-one.js';
export { LookAtSignal } from './app/look-at-signal.command.js';
export { ReadConflicts } from './app/read-conflicts.query.js';
export { SettleConflict, type Settlement } from './app/settle-conflict.command.js';
export { ComparisonModule } from './comparison.module.js';
export { asksForPaper, isClear, type LineNote, type StoredFinding, type StoredGroup } from './domain/compare-line.js';
export type { Grounds, SignalCode } from './domain/signals.js';
export { settledFor } from './domain/settlement.js';
export { ConflictViewRepository as Conflicts, type ConflictDetail, type ConflictHead, type SettledMonths } from './infra/conflict-view.repository.js';
export { ResultRepository as Comparisons, type LineSources, type StoredComparison, type VersionCompared } from './infra/result.repository.js';
export { SignalRepository as Signals, type Signal } from './infra/signal.repository.js';
export { comparisonErrorTexts } from './texts.js';
