import type { ByteWriter } from '../app/byte-writer.js';
import { writeOutcome } from '../app/result-json.js';
import { simulateLevy } from '../app/simulate-levy.query.js';
import type { LevyFailure, LevyOutcome } from '../domain/result.js';
import type { LevySimulator } from '../domain/simulate.js';
import type { CaseErrorCode } from '../dto/texts.js';
import type { Line } from './line-splitter.js';

/** Longest line of input: a case of a million persons by count is short, one with 10,000 persons by name fits. */
export const MOST_LINE_BYTES = 1_048_576;

const NEWLINE = 10;

export type AnswerOptions = { readonly statement: boolean };

/** Writes the outcome of a line and a line end, or nothing for a blank line. @returns whether the line failed */
export function answerLine(line: Line, simulator: LevySimulator, options: AnswerOptions, into: ByteWriter): boolean {
  const outcome = outcomeOf(line, simulator, options);
  if (outcome === null) return false;
  writeOutcome(outcome, into);
  into.byte(NEWLINE);
  return !outcome.ok;
}

function outcomeOf(line: Line, simulator: LevySimulator, options: AnswerOptions): LevyOutcome | null {
  if ('fault' in line) {
    return line.fault === 'too_long' ? unreadable(line.number, 'levy.case.line_too_long', { max: MOST_LINE_BYTES }) : unreadable(line.number, 'levy.case.not_utf8');
  }
  let raw: unknown;
  try {
    raw = JSON.parse(line.text);
  } catch {
    return line.text.trim() === '' ? null : unreadable(line.number, 'levy.case.json_malformed');
  }
  return simulateLevy(simulator, raw, options);
}

const unreadable = (number: number, code: CaseErrorCode, params?: { readonly max: number }): LevyFailure =>
  ({ id: null, line: number, ok: false, error: { code, errors: [params ? { pointer: '', code, params } : { pointer: '', code }] } });
