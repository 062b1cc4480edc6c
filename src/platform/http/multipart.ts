import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import { DomainError } from '../../kernel/domain-error.js';
import { drain } from './body/drain.js';
import { formTokenCheck } from './csrf/form-token-check.js';
import { FieldBag, receiveFile, shown, type FileUpload, type IncomingFile, type MultipartField } from './multipart-parts.js';

export type { IncomingFile, MultipartField } from './multipart-parts.js';

export type MultipartRules<F extends string> = {
  /** Name of the one part that holds the file. */
  readonly file: string;
  /** Bytes; one byte more is refused. */
  readonly fileLimit: number;
  /** Every other part that may occur, each at most once. */
  readonly fields: Readonly<Record<F, MultipartField>>;
  /** Hears the fields of a request that is refused: a form shows again what was typed beside a file that was missing. */
  readonly refused?: (fields: Readonly<Partial<Record<F, string>>>) => void;
};

export type Multipart<F extends string, T> = {
  readonly fields: Readonly<Partial<Record<F, string>>>;
  readonly file: { readonly name: string; readonly mediaType: string; readonly bytes: number; readonly stored: T };
};

const TOKEN_FIELD = '_csrf';
const TOKEN_RULE: MultipartField = { maxBytes: 512, required: false };
/** Room for boundaries and part headers beside the contents. */
const ENVELOPE_BYTES = 16 * 1024;

/**
 * Streams one file and a few short fields out of a `multipart/form-data` request. The file part goes to `store` chunk by
 * chunk and is never held whole; parts may come in any order, and a field sent as a file (`curl -F case=@case.json`) is a
 * field. On a page route the hidden token `_csrf` must stand before the file.
 *
 * `store` is called once, with the first byte of the file. When the stream fails it removes what it wrote.
 * @throws DomainError `upload.*`, `csrf.*`; whatever `store` throws, unless the sender's fault came first
 */
export async function readMultipart<F extends string, T>(
  req: IncomingMessage,
  rules: MultipartRules<F>,
  store: (file: IncomingFile) => Promise<T>,
): Promise<Multipart<F, T>> {
  const token = formTokenCheck(req);
  const required = Object.entries<MultipartField>(rules.fields);
  const fields = new FieldBag(new Map(token ? [...required, [TOKEN_FIELD, TOKEN_RULE]] : required));
  const parser = openParser(req, rules.fileLimit, fields);
  let upload: FileUpload<T> | undefined;

  const settleToken = (): void => {
    if (!token || token.settled()) return;
    const value = fields.value(TOKEN_FIELD);
    if (value === undefined) throw new DomainError('csrf.token_missing');
    token.verify(value);
  };

  try {
    await new Promise<void>((resolve, reject) => {
      const guarded = (work: () => void): void => {
        try { work(); } catch (error) { reject(error); }
      };
      const refuse = (code: string): void => reject(new DomainError(code));
      parser.on('field', (name, value, info) => guarded(() => fields.take(name, value, info.nameTruncated || info.valueTruncated)));
      parser.on('file', (name, part, info) => {
        // Unheard, the failure of a part would end the process.
        part.on('error', () => undefined);
        guarded(() => {
          if (fields.has(name)) return fields.read(name, part);
          if (name !== rules.file) throw new DomainError('upload.unknown_field', { name: shown(name ?? '') });
          if (upload) throw new DomainError('upload.too_many_files');
          settleToken();
          upload = receiveFile(part, { name: info.filename, mediaType: info.mimeType }, rules.fileLimit, store);
          upload.done.catch(reject);
        });
      });
      for (const event of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(event, () => refuse('upload.too_many_parts'));
      parser.on('error', () => refuse('upload.malformed'));
      parser.on('close', resolve);
      req.on('error', () => refuse('upload.interrupted'));
      req.on('close', () => { if (!req.complete) refuse('upload.interrupted'); });
      req.pipe(parser);
    });
    await fields.settled();
    settleToken();
    const file = await (upload as FileUpload<T> | undefined)?.done;
    // A form sent without choosing a file carries an empty part without a name.
    if (!file || (file.name === '' && file.stored === null)) throw new DomainError('upload.file_missing', { name: rules.file });
    if (file.stored === null) throw new DomainError('upload.file_empty');
    return { fields: known(rules, fields), file: { name: file.name, mediaType: file.mediaType, bytes: file.bytes, stored: file.stored.value } };
  } catch (error) {
    await upload?.fail(error);
    release(req, parser);
    drain(req, rules.fileLimit);
    rules.refused?.(given(rules, fields));
    throw error;
  }
}

function openParser(req: IncomingMessage, fileLimit: number, fields: FieldBag): busboy.Busboy {
  if (!/^multipart\/form-data\s*(;|$)/i.test(req.headers['content-type'] ?? '')) throw new DomainError('upload.not_multipart');
  const { longest, all } = fields.bytes;
  if (Number(req.headers['content-length'] ?? 0) > fileLimit + all + ENVELOPE_BYTES) {
    drain(req, fileLimit);
    throw new DomainError('upload.file_too_large', { limit: fileLimit });
  }
  // One part more than allowed, so that the surplus one is seen and named.
  const parts = fields.count + 2;
  try {
    return busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { files: parts, fields: parts, parts, fieldSize: longest + 1, fieldNameSize: 100 },
    });
  } catch {
    throw new DomainError('upload.malformed');
  }
}

function known<F extends string>(rules: MultipartRules<F>, fields: FieldBag): Partial<Record<F, string>> {
  const values = given(rules, fields);
  for (const [name, rule] of Object.entries(rules.fields) as [F, MultipartField][]) {
    if (values[name] === undefined && rule.required) throw new DomainError('upload.field_missing', { name });
  }
  return values;
}

function given<F extends string>(rules: MultipartRules<F>, fields: FieldBag): Partial<Record<F, string>> {
  const values: Partial<Record<F, string>> = {};
  for (const name of Object.keys(rules.fields) as F[]) {
    const value = fields.value(name);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

function release(req: IncomingMessage, parser: busboy.Busboy): void {
  req.unpipe(parser);
  parser.removeAllListeners();
  parser.on('error', () => undefined);
  parser.destroy();
}
