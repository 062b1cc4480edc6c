// A real OpenID provider in a process of its own. Prints its issuer when it listens. Everybody signs in with any name: that is the subject.
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [redirectUri] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'zhujiu', client_secret: 'a-secret-of-the-test-client', redirect_uris: [redirectUri] }],
    cookies: { keys: ['a key of the test provider'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
  });
  server.on('request', provider.callback());
  process.stdout.write(`${issuer}\n`);
});
