import type { TextParams } from '../../../kernel/domain-error.js';
import { say, type Language } from '../../../kernel/texts.js';
import type { RosterJob } from '../app/rosters.js';
import { uploadErrorTexts } from '../texts.js';

export const ROSTERS_PATH = '/api/v1/levy/rosters';

/** A job as the API tells it. */
export type JobView = {
  readonly id: string;
  readonly state: RosterJob['state'];
  /** 1 is next; null unless it waits. */
  readonly place: number | null;
  readonly phase: string;
  readonly rowsRead: number;
  readonly expiresAt: string;
  readonly self: string;
  /** Address of the result once there is one. */
  readonly result: string | null;
  readonly workbook: string | null;
  readonly error: { readonly code: string; readonly params: TextParams; readonly message: string } | null;
};

export function jobView(job: RosterJob, language: Language): JobView {
  const self = `${ROSTERS_PATH}/${job.id}`;
  const done = job.state === 'done';
  return {
    id: job.id,
    state: job.state,
    place: job.state === 'queued' ? job.ahead + 1 : null,
    phase: job.phase,
    rowsRead: job.rowsRead,
    expiresAt: job.expiresAt.toISOString(),
    self,
    result: done ? `${self}/result` : null,
    workbook: done ? `${self}/result.xlsx` : null,
    error: job.refusal === null ? null : { ...job.refusal, message: sentence(job.refusal, language) },
  };
}

/** What refuses a file are this room's codes: the case was checked before the file was taken. */
const sentence = ({ code, params }: NonNullable<RosterJob['refusal']>, language: Language): string =>
  Object.hasOwn(uploadErrorTexts.zh, code) ? say(uploadErrorTexts, language, code as keyof typeof uploadErrorTexts.zh, params) : code;
