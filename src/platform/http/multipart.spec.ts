import { createHash } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { DomainError } from '../../kernel/domain-error.js';
import { leaveFormTokenCheck } from './csrf/form-token-check.js';
import { readMultipart, type IncomingFile } from './multipart.js';

const LIMIT = 200_000;
const RULES = { file: 'file', fileLimit: LIMIT, fields: { case: { maxBytes: 50, required: true }, note: { maxBytes: 20, required: false } } } as const;

type Answer = { code?: string; params?: unknown; bug?: string; fields?: Record<string, string>; name?: string; bytes?: number; stored?: string };
type Store = (file: IncomingFile) => Promise<string>;

const digest: Store = async ({ stream }) => {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

describe('readMultipart', () => {
  let store: Store = digest;
  let token: string | null = null;
  let refused: object | null = null;
  const cleaned: unknown[] = [];
  const answers: Answer[] = [];
  const server = http.createServer((req, res) => {
    if (token !== null) {
      const expected = token;
      leaveFormTokenCheck(req, (value) => { if (value !== expected) throw new DomainError('csrf.token_wrong'); });
    }
    readMultipart(req, { ...RULES, refused: (fields) => { refused = fields; } }, store).then(
      ({ fields, file }): Answer => ({ fields, name: file.name, bytes: file.bytes, stored: file.stored }),
      (error: unknown): Answer => (error instanceof DomainError ? { code: error.code, params: error.params } : { bug: String(error) }),
    ).then((answer) => {
      answers.push(answer);
      res.end(JSON.stringify(answer));
    });
  });

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }));
  beforeEach(() => { store = digest; token = null; refused = null; cleaned.length = 0; answers.length = 0; });

  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const post = async (form: FormData): Promise<Answer> => (await fetch(url(), { method: 'POST', body: form })).json() as Promise<Answer>;
  const raw = async (type: string, body: string | Buffer): Promise<Answer> =>
    (await fetch(url(), { method: 'POST', headers: { 'content-type': type }, body: body as BodyInit })).json() as Promise<Answer>;
  const form = (...parts: readonly (readonly [string, string | Blob, string?])[]): FormData => {
    const data = new FormData();
    for (const [name, value, file] of parts) typeof value === 'string' ? data.append(name, value) : data.append(name, value, file);
    return data;
  };
  const blob = (size: number): Blob => new Blob([Buffer.alloc(size, 'x')]);
  const sha = (size: number): string => createHash('sha256').update(Buffer.alloc(size, 'x')).digest('hex');

  it('gives the fields and what the store made of the file, in either order of parts', async () => {
    const expected = { fields: { case: '{"年":1}' }, name: '花名册.xlsx', bytes: LIMIT, stored: sha(LIMIT) };
    expect(await post(form(['case', '{"年":1}'], ['file', blob(LIMIT), '花名册.xlsx']))).toEqual(expected);
    expect(await post(form(['file', blob(LIMIT), '花名册.xlsx'], ['case', '{"年":1}']))).toEqual(expected);
  });

  it('takes a field that was sent as a file', async () => {
    expect(await post(form(['case', new Blob(['{}']), 'case.json'], ['file', blob(3), 'a.csv']))).toMatchObject({ fields: { case: '{}' }, bytes: 3 });
  });

  it('tells what stood beside a file that is refused, and nothing where all is taken', async () => {
    await post(form(['case', '1'], ['note', '注'], ['file', blob(0), '']));
    expect(refused).toEqual({ case: '1', note: '注' });
    refused = null;
    await post(form(['case', '1'], ['file', blob(1), 'a']));
    expect(refused).toBeNull();
  });

  it('keeps only the bare name of the file', async () => {
    expect(await post(form(['case', '1'], ['file', blob(1), '..\\..\\c:/\u202egnp.xls']))).toMatchObject({ name: 'gnp.xls' });
  });

  it.each<[string, string, (readonly [string, string | Blob, string?])[], object]>([
    ['a file over the limit', 'upload.file_too_large', [['case', '1'], ['file', blob(LIMIT + 1), 'a']], { limit: LIMIT }],
    ['a body far over the limit', 'upload.file_too_large', [['case', '1'], ['file', blob(LIMIT * 2), 'a']], { limit: LIMIT }],
    ['no file', 'upload.file_missing', [['case', '1']], { name: 'file' }],
    ['an empty choice of file', 'upload.file_missing', [['case', '1'], ['file', blob(0), '']], { name: 'file' }],
    ['an empty file', 'upload.file_empty', [['case', '1'], ['file', blob(0), 'a.csv']], {}],
    ['two files', 'upload.too_many_files', [['case', '1'], ['file', blob(1), 'a'], ['file', blob(1), 'b']], {}],
    ['a missing field', 'upload.field_missing', [['file', blob(1), 'a']], { name: 'case' }],
    ['an unknown field', 'upload.unknown_field', [['case', '1'], ['__proto__', '1'], ['file', blob(1), 'a']], { name: '__proto__' }],
    ['an unknown file', 'upload.unknown_field', [['case', '1'], ['other', blob(9), 'a']], { name: 'other' }],
    ['a repeated field', 'upload.field_repeated', [['case', '1'], ['case', '2'], ['file', blob(1), 'a']], { name: 'case' }],
    ['a field over its limit', 'upload.field_too_large', [['note', '一'.repeat(7)], ['case', '1'], ['file', blob(1), 'a']], { name: 'note', limit: 20 }],
    ['a field as file over its limit', 'upload.field_too_large', [['case', blob(51), 'c'], ['file', blob(1), 'a']], { name: 'case', limit: 50 }],
    ['a flood of parts', 'upload.field_repeated', Array.from({ length: 50 }, () => ['case', '1'] as const), { name: 'case' }],
  ])('refuses %s', async (_, code, parts, params) => {
    expect(await post(form(...parts))).toEqual({ code, params });
  });

  it.each([
    ['another media type', 'upload.not_multipart', 'application/json', '{}'],
    ['a missing boundary', 'upload.malformed', 'multipart/form-data', 'x'],
    ['a body without the boundary', 'upload.malformed', 'multipart/form-data; boundary=b', 'x'],
    ['a body that stops short', 'upload.malformed', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc'],
    ['a broken part header', 'upload.malformed', 'multipart/form-data; boundary=b', '--b\r\n\u0000: x\r\n\r\nabc\r\n--b--\r\n'],
    ['no parts', 'upload.malformed', 'multipart/form-data; boundary=b', ''],
  ])('refuses %s', async (_, code, type, body) => {
    expect(await raw(type, body)).toMatchObject({ code });
  });

  it('hands the failure to the store, which cleans up before the answer', async () => {
    store = async ({ stream }) => {
      try {
        for await (const chunk of stream) void chunk;
        return 'whole';
      } catch (error) {
        await new Promise((resolve) => setImmediate(resolve));
        cleaned.push((error as DomainError).code);
        throw error;
      }
    };
    expect(await post(form(['case', '1'], ['file', blob(LIMIT + 1), 'a']))).toMatchObject({ code: 'upload.file_too_large' });
    expect(cleaned).toEqual(['upload.file_too_large']);
    expect(await post(form(['file', blob(LIMIT), 'a'], ['wrong', '1']))).toMatchObject({ code: 'upload.unknown_field' });
    expect(cleaned).toHaveLength(2);
  });

  it('gives the refusal of the store, and its bugs, unchanged', async () => {
    store = async ({ stream }) => {
      for await (const chunk of stream) if ((chunk as Buffer).length > 0) throw new DomainError('roster.not_a_sheet');
      return '';
    };
    expect(await post(form(['case', '1'], ['file', blob(LIMIT), 'a']))).toMatchObject({ code: 'roster.not_a_sheet' });
    store = async () => { throw new TypeError('bug'); };
    expect(await post(form(['case', '1'], ['file', blob(LIMIT), 'a']))).toEqual({ bug: 'TypeError: bug' });
  });

  it('lets a store be content with the head of a file', async () => {
    store = async () => 'head';
    expect(await post(form(['file', blob(LIMIT), 'a'], ['case', '1']))).toMatchObject({ stored: 'head', bytes: LIMIT, fields: { case: '1' } });
  });

  it('breaks the store off when the sender goes away', async () => {
    const gone = new Promise<unknown>((resolve) => {
      store = async ({ stream }) => {
        try { for await (const chunk of stream) void chunk; } catch (error) { resolve(error); throw error; }
        return 'whole';
      };
    });
    const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 9000\r\n\r\n');
    socket.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc', () => setTimeout(() => socket.destroy(), 20));
    expect(await gone).toMatchObject({ code: 'upload.interrupted' });
  });

  it('holds a page form to its token, which stands before the file', async () => {
    token = 'good';
    expect(await post(form(['_csrf', 'good'], ['case', '1'], ['file', blob(1), 'a']))).toMatchObject({ bytes: 1, fields: { case: '1' } });
    expect(await post(form(['_csrf', 'bad'], ['case', '1'], ['file', blob(1), 'a']))).toMatchObject({ code: 'csrf.token_wrong' });
    expect(await post(form(['case', '1'], ['file', blob(1), 'a'], ['_csrf', 'good']))).toMatchObject({ code: 'csrf.token_missing' });
    expect(await post(form(['case', '1']))).toMatchObject({ code: 'csrf.token_missing' });
  });

  it('takes no token where none is asked', async () => {
    expect(await post(form(['_csrf', 'x'], ['case', '1'], ['file', blob(1), 'a']))).toMatchObject({ code: 'upload.unknown_field' });
  });
});
