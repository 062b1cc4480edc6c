import { spawn } from 'node:child_process';
import path from 'node:path';

export type OidcServer = { readonly issuer: string; stop(): Promise<void> };

export const OIDC_CLIENT = { ZHUJIU_OIDC_CLIENT_ID: 'zhujiu', ZHUJIU_OIDC_CLIENT_SECRET: 'a-secret-of-the-test-client' } as const;

/** `oidc-provider` on the loopback, with this service as its client. */
export async function startOidcServer(redirectUri: string): Promise<OidcServer> {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'oidc-server.mjs'), redirectUri], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', (line: string) => resolve(line.trim()));
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)));
  });
  return { issuer, stop: async () => { child.kill(); await ended; } };
}

/** What a browser does at the provider: signs in as `subject`, agrees, and is sent back. @returns the address that it is sent back to */
export async function signInAtProvider(address: string, subject: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  let body: URLSearchParams | null = null;
  for (let hop = 0; hop < 20; hop += 1) {
    const answer: Response = await fetch(at, {
      redirect: 'manual', method: body ? 'POST' : 'GET', body,
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    body = null;
    if (location !== null) {
      at = new URL(location, at);
      if (at.href.startsWith(redirectUri)) return at;
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`the provider answered ${answer.status}: ${page.slice(0, 300)}`);
    at = new URL(action, at);
    body = new URLSearchParams({ prompt, login: subject, password: 'any' });
  }
  throw new Error('the provider never sent anybody back');
}
