import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSettings, SettingsError, type Environment } from './load-settings.js';
import { projectRoot } from './project-root.js';
import { allSettings } from './schema.js';
import { settingsTable } from './settings-table.js';

const yaml = readFileSync(path.join(projectRoot, 'config/default.yaml'), 'utf8');

function faults(env: Environment, text: string = yaml): readonly string[] {
  try {
    loadSettings(env, text);
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
  return [];
}

describe('loadSettings', () => {
  it('takes the defaults when the environment says nothing', () => {
    const settings = loadSettings({ PATH: '/bin' }, yaml);
    expect(settings.role).toBe('all');
    expect(settings.server).toEqual({ host: '127.0.0.1', port: 3000, publicUrl: null, trustedProxies: [], shutdownSeconds: 20 });
    expect(settings.database.url).toBeNull();
    expect(settings.database.dataDir).toBe(path.join(projectRoot, '.data'));
    expect(settings.roster.retentionMinutes).toBe(30);
  });

  it('lets the environment win and treats an empty variable as not set', () => {
    const settings = loadSettings({
      PORT: '0', ZHUJIU_ROLE: 'worker', ZHUJIU_DEMO: 'false', DATABASE_URL: 'postgres://u:p@db:5432/zhujiu', ZHUJIU_HOST: '',
      ZHUJIU_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8,fd00::/8', ZHUJIU_PUBLIC_URL: 'https://zhujiu.example/', ZHUJIU_DATA_DIR: '/srv/zhujiu',
    }, yaml);
    expect(settings.server).toMatchObject({
      port: 0, host: '127.0.0.1', publicUrl: 'https://zhujiu.example', trustedProxies: ['loopback', '10.0.0.0/8', 'fd00::/8'],
    });
    expect(settings.role).toBe('worker');
    expect(settings.demo.enabled).toBe(false);
    expect(settings.database).toMatchObject({ url: 'postgres://u:p@db:5432/zhujiu', dataDir: '/srv/zhujiu' });
  });

  it.each([
    ['PORT', '80a'], ['PORT', '65536'], ['PORT', '-1'], ['PORT', '80.5'], ['PORT', '1e3'], ['PORT', ' 80'],
    ['ZHUJIU_ROLE', 'Web'], ['ZHUJIU_HOST', 'example.org'], ['ZHUJIU_DEMO', 'yes'], ['ZHUJIU_PUBLIC_URL', 'https://a.example/path'],
    ['ZHUJIU_PUBLIC_URL', 'ftp://a.example'], ['ZHUJIU_TRUSTED_PROXIES', '10.0.0.0/33'], ['ZHUJIU_TRUSTED_PROXIES', 'all'],
    ['ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE', '599'], ['ZHUJIU_ROSTER_RETENTION_MINUTES', '31'], ['ZHUJIU_LOG_LEVEL', 'loud'],
    ['MEILI_URL', 'meili:7700'], ['ZHUJIU_POOL_SIZE', '1'],
  ])('refuses %s=%s in one sentence that names it and shows the value', (name, value) => {
    const found = faults({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${name} 应为`);
    expect(found[0]).toContain(`${name} must be`);
    expect(found[0]).toContain(JSON.stringify(value));
  });

  it.each([['DATABASE_URL', 'mysql://u:hunter2@h/d'], ['DATABASE_URL', 'postgres://u:hunter2@h'], ['ZHUJIU_METRICS_KEY', 'hunter2'], ['MEILI_KEY', 'hunter2 hunter2 hunter2']])(
    'refuses %s without showing the secret', (name, value) => {
      const [fault] = faults({ [name]: value });
      expect(fault).toContain(name);
      expect(fault).not.toContain('hunter2');
    });

  it('refuses an unknown ZHUJIU_ variable but leaves the rest of the environment alone', () => {
    expect(faults({ ZHUJIU_PROT: '80' })[0]).toContain('ZHUJIU_PROT');
    expect(faults({ OTHER: 'x', zhujiu_port: '80' })).toEqual([]);
  });

  it('tells all faults at once', () => {
    expect(faults({ PORT: 'x', ZHUJIU_ROLE: 'y', ZHUJIU_X: 'z' })).toHaveLength(3);
  });

  it.each([
    ['an unknown key', `${yaml}\nextra: 1`, 'extra'],
    ['a missing key', yaml.replace('  port: 3000\n', ''), 'server.port'],
    ['a wrong value', yaml.replace('port: 3000', 'port: "many"'), 'server.port'],
    ['a section that is no map', yaml.replace(/log:\n(?: {2}.*\n)+/, 'log: 3\n'), 'log.level'],
    ['a doubled key', yaml.replace('  port: 3000', '  port: 3000\n  port: 3001'), 'unique'],
    ['an empty file', '', 'default.yaml'],
  ])('refuses a default file with %s', (_, text, named) => {
    expect(faults({}, text).join('\n')).toContain(named);
  });
});

describe('the schema', () => {
  it('gives every setting its own variable, with the prefix except for the customary names', () => {
    const names = allSettings().map(({ setting }) => setting.env);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !name.startsWith('ZHUJIU_')).sort()).toEqual(['DATABASE_URL', 'MEILI_KEY', 'MEILI_URL', 'PORT']);
  });

  it('is the table of docs/settings.md', () => {
    const page = readFileSync(path.join(projectRoot, 'docs/settings.md'), 'utf8');
    // The data folder is shown as the file writes it, not as this machine resolves it.
    const defaults = loadSettings({}, yaml);
    const shown = { ...defaults, database: { ...defaults.database, dataDir: path.relative(projectRoot, defaults.database.dataDir) } };
    expect(page).toContain(settingsTable(shown));
  });
});
