import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { sumsOf, type VerdictGroup, type VerdictSums } from '../../counting/index.js';
import type { RowError } from '../domain/faults.js';
import type { RosterPerson } from '../domain/person.js';
import type { RosterSink } from '../domain/roster-run.js';

/** An accepted row with all that it says, as JSON carries it: the wage in fen is a text. */
export type FileLine = Omit<RosterPerson, 'facts' | 'fingerprint' | 'words'> & {
  readonly words: NonNullable<RosterPerson['words']>;
  readonly facts: Omit<RosterPerson['facts'], 'wage' | 'sources' | 'byMonth'> & { readonly wage: string | null };
  /** What counting found. */
  readonly sums: VerdictSums;
};

/** A fault, and of whom its row speaks; null where that cannot be read. */
export type FileError = RowError & { readonly citizenId: CitizenIdText | null };

/** Rows in order, those that were accepted and the faults of those that were not. */
export type FileLines = { readonly lines: readonly FileLine[]; readonly errors: readonly FileError[] };

/** Lines in each batch but the last. */
export const LINES_PER_BATCH = 500;

/** Collects rows with names and numbers for a room that keeps rosters; what it emits is held nowhere else. */
export class FileLineSink implements RosterSink {
  readonly keepsWords = true;
  private lines: FileLine[] = [];
  private errors: FileError[] = [];

  constructor(private readonly emit: (batch: FileLines) => void) {}

  person({ row, citizenId, dispatch, otherUscc, claimedMonths, facts, words }: RosterPerson, groups: readonly VerdictGroup[]): void {
    if (words === null) throw new Error('a roster that is kept is read with its names');
    const { sources: _sources, byMonth: _byMonth, wage, ...rest } = facts;
    this.lines.push({ row, citizenId, dispatch, otherUscc, claimedMonths, words, facts: { ...rest, wage: wage?.toString() ?? null }, sums: sumsOf(groups) });
    this.flushWhenFull();
  }

  error(error: RowError, citizenId: CitizenIdText | null): void {
    this.errors.push({ ...error, citizenId });
    this.flushWhenFull();
  }

  /** Emits what is left. */
  finish(): void {
    if (this.lines.length + this.errors.length > 0) this.flush();
  }

  private flushWhenFull(): void {
    if (this.lines.length + this.errors.length >= LINES_PER_BATCH) this.flush();
  }

  private flush(): void {
    const batch = { lines: this.lines, errors: this.errors };
    [this.lines, this.errors] = [[], []];
    this.emit(batch);
  }
}
