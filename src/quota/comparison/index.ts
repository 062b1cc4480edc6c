/** The room's face: what registers and other filings say to the lines of a filing. */
export { CompareOne, type OneCompared } from './app/compare-one.js';
export { CompareYear, type YearCompared } from './app/compare-year.command.js';
export { Looks } from './app/looks.js';
export { LookAtSignal } from './app/look-at-signal.command.js';
export { ReadComparison, type ComparedFiling, type Contest, type ShownComparison } from './app/read-comparison.query.js';
export { ReadConflicts } from './app/read-conflicts.query.js';
export { ReadSignals } from './app/read-signals.query.js';
export { SettleConflict, type Settlement } from './app/settle-conflict.command.js';
export { ComparisonModule } from './comparison.module.js';
export { asksForPaper, isClear, type LineNote, type StoredFinding, type StoredGroup } from './domain/compare-line.js';
export { papersFor, type PaperKind } from './domain/papers.js';
export type { Grounds, SignalCode } from './domain/signals.js';
export { settledFor } from './domain/settlement.js';
export { ConflictViewRepository as Conflicts, type ConflictDetail, type ConflictHead, type SettledMonths } from './infra/conflict-view.repository.js';
export { ResultRepository as Comparisons, type LineChoice, type LineSources, type StoredComparison, type VersionCompared } from './infra/result.repository.js';
export { SignalRepository as Signals, type ShownSignal, type Signal } from './infra/signal.repository.js';
export { findingWords } from './pages/finding-words.js';
export { comparisonErrorTexts } from './texts.js';
