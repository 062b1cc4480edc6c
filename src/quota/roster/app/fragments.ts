import type { VerdictGroup } from '../../counting/index.js';
import type { RowError } from '../domain/faults.js';
import type { MonthsVerdict, PersonLine } from '../domain/outcome.js';
import type { RosterPerson } from '../domain/person.js';
import type { RosterSink } from '../domain/roster-run.js';

export type FragmentKind = 'persons' | 'errors';

/** A run of lines as JSON, `{…},{…}` without brackets, so that any number of them joins into one list. */
export type Fragment = { readonly kind: FragmentKind; readonly lines: number; readonly bytes: Buffer };

/** Lines in each fragment but the last of its kind: a page of a table lies in one or two of them. */
export const LINES_PER_FRAGMENT = 200;

/** Collects lines into fragments as they are made. */
export class FragmentSink implements RosterSink {
  private readonly clear = new WeakMap<MonthsVerdict, string>();
  private readonly waiting: Record<FragmentKind, string[]> = { persons: [], errors: [] };

  readonly keepsWords = false;

  constructor(private readonly emit: (fragment: Fragment) => void) {}

  person(_person: RosterPerson, _groups: readonly VerdictGroup[], tell: () => PersonLine): void {
    const { verdicts, ...person } = tell();
    this.take('persons', `${JSON.stringify(person).slice(0, -1)},"verdicts":[${verdicts.map((verdict) => this.jsonOf(verdict)).join(',')}]}`);
  }

  /** The verdicts of clear counts are shared objects whose JSON is made once. */
  private jsonOf(verdict: MonthsVerdict): string {
    if (verdict.findings.length > 0) return JSON.stringify(verdict);
    let json = this.clear.get(verdict);
    if (json === undefined) {
      json = JSON.stringify(verdict);
      this.clear.set(verdict, json);
    }
    return json;
  }

  error(error: RowError): void {
    this.take('errors', JSON.stringify(error));
  }

  /** Emits what is left. */
  finish(): void {
    this.flush('persons');
    this.flush('errors');
  }

  private take(kind: FragmentKind, json: string): void {
    const lines = this.waiting[kind];
    if (lines.push(json) === LINES_PER_FRAGMENT) this.flush(kind);
  }

  private flush(kind: FragmentKind): void {
    const lines = this.waiting[kind];
    if (lines.length === 0) return;
    this.waiting[kind] = [];
    this.emit({ kind, lines: lines.length, bytes: Buffer.from(lines.join(','), 'utf8') });
  }
}
