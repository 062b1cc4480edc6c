import { parseDocument } from 'yaml';
import { allSettings, isSetting, settingsSchema, type Setting, type Settings, type SettingsGroup } from './schema.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings cannot be used. The message lists every fault, one line each language, and is meant for a person. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(['设置有误，服务没有启动。 / The settings are wrong; the service did not start.', ...faults.map((fault) => `- ${fault}`)].join('\n'));
    this.name = 'SettingsError';
  }
}

type Tree = { [name: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function readYaml(yamlText: string): Tree {
  const document = parseDocument(yamlText, { uniqueKeys: true });
  const [problem] = document.errors;
  if (problem) throw new SettingsError([`config/default.yaml: ${problem.message}`]);
  const tree: unknown = document.toJS();
  if (!isTree(tree)) throw new SettingsError(['config/default.yaml 是空的。 / config/default.yaml is empty.']);
  return tree;
}

function describe(raw: unknown, isSecret: boolean): { zh: string; en: string } {
  if (isSecret) return { zh: '现值不符（不显示）', en: 'but its value (not shown) is not' };
  const shown = JSON.stringify(raw) ?? 'nothing';
  return { zh: `现为 ${shown}`, en: `but it is ${shown}` };
}

function readSetting(setting: Setting<unknown>, where: string, raw: unknown, faults: string[]): unknown {
  const reading = setting.kind.read(raw);
  if (reading.ok) return reading.value;
  const { zh, en } = describe(raw, setting.isSecret);
  faults.push(`${where} 应为${setting.kind.expected.zh}，${zh}。 / ${where} must be ${setting.kind.expected.en}, ${en}.`);
  return undefined;
}

function readGroup(group: SettingsGroup, tree: Tree, env: Environment, prefix: string, faults: string[]): Tree {
  for (const name of Object.keys(tree)) {
    if (!Object.hasOwn(group, name)) {
      faults.push(`config/default.yaml 中没有名为 ${prefix}${name} 的设置。 / config/default.yaml: there is no setting named ${prefix}${name}.`);
    }
  }
  return Object.fromEntries(Object.entries(group).map(([name, node]) => {
    const here = prefix + name;
    const inFile = tree[name];
    if (!isSetting(node)) return [name, readGroup(node, isTree(inFile) ? inFile : {}, env, `${here}.`, faults)];
    // Compose files hand over unset variables as empty strings, so empty means "not set".
    const override = env[node.env];
    if (override !== undefined && override !== '') return [name, readSetting(node, node.env, override, faults)];
    if (inFile === undefined) {
      faults.push(`config/default.yaml 缺少 ${here}。 / config/default.yaml lacks ${here}.`);
      return [name, undefined];
    }
    return [name, readSetting(node, `config/default.yaml: ${here}`, inFile, faults)];
  }));
}

const PREFIX = 'ZHUJIU_';

/**
 * The settings from the text of config/default.yaml and the environment, which wins.
 * Throws `SettingsError` naming every wrong, missing or unknown setting at once. A variable that starts with ZHUJIU_ and
 * that no setting uses is refused: a misspelt limit would otherwise silently not hold.
 */
export function loadSettings(env: Environment, yamlText: string): Settings {
  const faults: string[] = [];
  const known = new Set(allSettings().map(({ setting }) => setting.env));
  for (const name of Object.keys(env)) {
    if (name.startsWith(PREFIX) && !known.has(name)) {
      faults.push(`没有名为 ${name} 的设置，可用的见 docs/settings.md。 / There is no setting named ${name}; docs/settings.md lists them.`);
    }
  }
  const values = readGroup(settingsSchema, readYaml(yamlText), env, '', faults);
  if (faults.length > 0) throw new SettingsError(faults);
  // Every leaf was read by the kind from which the type is derived.
  return values as Settings;
}
