/** The room's face: rosters in, verdicts and levies out, and the sentences of both. */
export { Rosters, type ReceivedRoster, type RosterJob } from './app/rosters.js';
export { VisitorKey } from './infra/visitor-key.js';
export { giveVisitorKey, takeVisitorKeyBack, visitorKeyOf } from './api/visitor-key.js';
export type { ProvisionalSums, RosterHead } from './app/conclude-roster.js';
export type { StoredHead } from './app/roster-reading.js';
export type { CountedMonths, ErrorGroup, MonthsVerdict, PersonLine, RowBalance } from './domain/outcome.js';
export { readFileLines, type FileLine, type FileLines, type LinesOrder } from './app/read-file-lines.js';
export { readTypedLine, type TypedLine } from './app/read-typed-line.js';
export type { ColumnKey } from './domain/columns.js';
export { rosterRowErrorTexts } from './row-texts.js';
export type { RosterTotals } from './domain/outcome.js';
export type { RosterLimits } from './app/read-roster.js';
export type { RosterWarning, RowError } from './domain/faults.js';
export { rosterErrorTexts, rosterWarningSentence, rowErrorSentence, rowPlace, standardTitle } from './texts.js';
