import type { IncomingMessage } from 'node:http';
import { readMultipart, type IncomingFile } from '../../../platform/http/index.js';

/** Room for a list of 300,000 employers as CSV. */
export const LARGEST_LIST_BYTES = 67_108_864;

const FIELD = { maxBytes: 400, required: false } as const;
const DAY_BOX = { maxBytes: 40, required: false } as const;

export type ReceivedList = { readonly fields: Readonly<Record<string, string | undefined>>; readonly file: { readonly name: string; readonly bytes: Buffer } };

/** The file and the words beside it; what is missing or wrong about those is told later, at their fields. @param refused hears the words where the file is refused. @throws DomainError upload.*, csrf.* */
export async function receiveList(req: IncomingMessage, refused: (fields: ReceivedList['fields']) => void): Promise<ReceivedList> {
  const rules = { file: 'file', fileLimit: LARGEST_LIST_BYTES, fields: { source: FIELD, asOf: DAY_BOX, 'asOf-year': DAY_BOX, 'asOf-month': DAY_BOX, 'asOf-day': DAY_BOX }, refused };
  const { fields, file } = await readMultipart(req, rules, wholeOf);
  return { fields, file: { name: file.name, bytes: file.stored } };
}

async function wholeOf({ stream }: IncomingFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}
