import { request, type IncomingHttpHeaders } from 'node:http';
import { brotliDecompressSync } from 'node:zlib';
import { Controller, Get, Header, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../../src/platform/access/index.js';
import { startProbeApp, type TestApp } from '../../support/app.js';

const LONG = '残疾人就业保障金 & <levy>\n'.repeat(200);
const SHORT = '短';
const HUGE = LONG.repeat(40);

@Controller('texts')
class TextsController {
  @Get('long') @Public() @Header('Content-Type', 'text/html; charset=utf-8')
  long(): string { return LONG; }

  @Get('short') @Public() @Header('Content-Type', 'text/html; charset=utf-8')
  short(): string { return SHORT; }

  @Get('huge') @Public() @Header('Content-Type', 'text/plain; charset=utf-8')
  huge(): string { return HUGE; }

  @Get('picture') @Public() @Header('Content-Type', 'image/png')
  picture(@Res() response: Response): void { response.end(Buffer.alloc(5_000, 7)); }

  @Get('stream') @Public() @Header('Content-Type', 'text/csv; charset=utf-8')
  stream(@Res() response: Response): void {
    response.write(LONG);
    response.end(LONG);
  }
}

let app: TestApp;
beforeAll(async () => { app = await startProbeApp([TextsController]); });
afterAll(() => app.close());

type Told = { readonly status: number | undefined; readonly headers: IncomingHttpHeaders; readonly bytes: Buffer };

/** As it is on the wire: this client unpacks nothing. */
function ask(path: string, accept: string, method = 'GET'): Promise<Told> {
  return new Promise((resolve, reject) => {
    request(app.origin + path, { method, headers: { 'accept-encoding': accept } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(chunks) }));
    }).on('error', reject).end();
  });
}

describe('packing of answers', () => {
  it('packs a whole text as the reader takes it, with its length, and says that it depends on that', async () => {
    const { headers, bytes } = await ask('/texts/long', 'gzip, br');
    expect(headers['content-encoding']).toBe('br');
    expect(headers['vary']).toContain('Accept-Encoding');
    expect(Number(headers['content-length'])).toBe(bytes.length);
    expect(brotliDecompressSync(bytes).toString()).toBe(LONG);
  });

  it('uses gzip where that is all the reader takes, and nothing where it takes neither', async () => {
    const gzip = await ask('/texts/long', 'gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    const plain = await ask('/texts/long', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers['vary']).toContain('Accept-Encoding');
    expect(Number(plain.headers['content-length'])).toBe(Buffer.byteLength(LONG));
    const refused = await ask('/texts/long', 'br;q=0, gzip;q=0, identity');
    expect(refused.headers['content-encoding']).toBeUndefined();
  });

  it('leaves what is short, a picture or a stream to others', async () => {
    expect((await ask('/texts/short', 'br')).headers['content-encoding']).toBeUndefined();
    const picture = await ask('/texts/picture', 'br');
    expect(picture.headers['content-encoding']).toBeUndefined();
    expect(picture.bytes).toEqual(Buffer.alloc(5_000, 7));
    for (const path of ['/texts/stream', '/texts/huge']) {
      const { headers, bytes } = await ask(path, 'br');
      expect(headers['content-encoding']).toBe('br');
      expect(brotliDecompressSync(bytes).toString()).toBe(path === '/texts/huge' ? HUGE : LONG + LONG);
    }
  });

  it('answers HEAD without a body', async () => {
    const { status, bytes } = await ask('/texts/long', 'br', 'HEAD');
    expect(status).toBe(200);
    expect(bytes.length).toBe(0);
  });
});
