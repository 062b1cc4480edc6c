/** What the service answered; `body` is null where it answered without one. */
type Answer = Readonly<Record<string, unknown>>;

/** Calls the service as a program of an employer or a federation does. */
export class ApiClient {
  constructor(private readonly origin: string, private readonly token: string) {}

  get(path: string): Promise<Answer> {
    return this.call('GET', path, undefined);
  }

  post(path: string, body: object): Promise<Answer> {
    return this.call('POST', path, body);
  }

  /** An act on a thing with a version: what it is now is read first. */
  async act(thing: string, what: string, body: object = {}): Promise<Answer> {
    const { version } = await this.get(thing);
    return this.post(`${thing}/${what}`, { version, ...body });
  }

  private async call(method: string, path: string, body: object | undefined): Promise<Answer> {
    const answer = await fetch(`${this.origin}/api/v1/${path}`, {
      method, headers: { authorization: `Bearer ${this.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 600)}`);
    return text === '' ? {} : JSON.parse(text) as Answer;
  }
}

/** Does `work` for each, so many at once. */
export async function forEach<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const rest = [...all];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let one = rest.shift(); one !== undefined; one = rest.shift()) await work(one);
  }));
}
