import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { allSettings } from '../../src/platform/config/schema.js';
import { loadSettings, projectRoot } from '../../src/platform/config/index.js';

type Service = {
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck?: unknown;
  readonly volumes?: readonly string[];
};
type Compose = { readonly services: Readonly<Record<string, Service>>; readonly volumes: Readonly<Record<string, unknown>> };

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as Compose;

/** What Compose does with `${NAME:-default}` and `${NAME:?word}`. */
const fill = (value: string, env: Readonly<Record<string, string>>): string =>
  value.replace(/\$\{(\w+):([-?])([^}]*)\}/g, (_, name: string, kind: string, word: string) => env[name] ?? (kind === '-' ? word : `MISSING ${name}`));

describe('docker-compose.yml', () => {
  const names = allSettings().map(({ setting }) => setting.env);

  it.each(['web', 'worker'])('gives the %s settings that pass the boot check', (name) => {
    const environment = compose.services[name]?.environment ?? {};
    expect(Object.keys(environment).filter((variable) => !names.includes(variable))).toEqual([]);
    const secrets = { APP_DB_PASSWORD: 'abc123', MEILI_MASTER_KEY: '0123456789abcdef' };
    const filled = Object.fromEntries(Object.entries(environment).map(([variable, value]) => [variable, fill(value, secrets)]));
    const settings = loadSettings(filled, read('config/default.yaml'));
    expect(settings.role).toBe(name);
    expect(settings.database.url).toBe('postgres://zhujiu:abc123@postgres:5432/zhujiu');
  });

  it('holds no secret and pins every image', () => {
    expect(read('docker-compose.yml')).not.toMatch(/(PASSWORD|KEY): (?!\$\{)\S/);
    for (const { image } of Object.values(compose.services)) expect(image).toMatch(/:v?\d+\.\d+/);
  });

  it('keeps what must last in named volumes and knows when each server is ready', () => {
    for (const [name, service] of Object.entries(compose.services)) {
      for (const volume of service.volumes ?? []) expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
      if (name === 'postgres' || name === 'meilisearch') expect(service.healthcheck).toBeDefined();
    }
  });
});

describe('Dockerfile', () => {
  const stages = read('Dockerfile').split(/^FROM /m).slice(1);

  it('runs as a normal user on what the build stage left, without development dependencies', () => {
    expect(stages).toHaveLength(2);
    expect(stages[0]).toMatch(/npm prune --omit=dev/);
    // Native parts of packages that the service needs are optional packages of their own.
    expect(stages.join()).not.toMatch(/omit=optional/);
    expect(stages[1]).toMatch(/^USER node$/m);
    expect(stages[1]).not.toMatch(/npm (ci|install)/);
  });

  it('uses the Node version line of package.json', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const wanted = /(\d+)\.\d+/.exec(engines.node)?.[1];
    for (const stage of stages) expect(stage).toMatch(new RegExp(`^node:${wanted}\\.\\d+\\.\\d+-`));
  });
});
