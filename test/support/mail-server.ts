import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type ReceivedMail = { readonly from: string; readonly to: readonly string[]; readonly raw: string };

export type MailServer = {
  /** `smtp://…` */
  readonly url: string;
  readonly received: ReceivedMail[];
  /** What the server answers to the next recipients: null takes them, a number refuses with that status. */
  refuse: number | null;
  close(): Promise<void>;
};

/** A real SMTP server on the loopback that asks for a password. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const state: { refuse: number | null } = { refuse: null };
  const server = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, done) => {
      if (username === 'zhujiu' && password === 'pass word') done(null, { user: 'zhujiu' });
      else done(Object.assign(new Error('no'), { responseCode: 535 }));
    },
    onRcptTo: ({ address }, _session, done) => done(state.refuse === null ? null : Object.assign(new Error(`<${address}> not now`), { responseCode: state.refuse })),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({ from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://zhujiu:pass%20word@127.0.0.1:${port}`,
    received,
    get refuse() { return state.refuse; },
    set refuse(status) { state.refuse = status; },
    close: () => new Promise((resolve) => { server.close(() => resolve()); }),
  };
}
