import type { Settings } from './schema.js';
import { allSettings } from './schema.js';

const valueAt = (settings: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, name) => (node as Readonly<Record<string, unknown>>)[name], settings);

const code = (value: unknown): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '—';
  return `\`${Array.isArray(value) ? value.join(',') : String(value)}\``;
};

const cell = (words: string): string => words.replaceAll('|', '\\|');

/** The table of docs/settings.md (GitHub Markdown) with the given default values. */
export function settingsTable(defaults: Settings): string {
  const rows = allSettings().map(({ path, setting }) => [
    `\`${setting.env}\``, `\`${path}\``, code(valueAt(defaults, path)),
    cell(setting.kind.expected.zh + (setting.isSecret ? '（保密）' : '')), cell(setting.meaning.zh),
    cell(setting.meaning.en + (setting.isSecret ? ' (secret)' : '')), cell(setting.kind.expected.en),
  ]);
  const head = ['变量 Variable', 'default.yaml', '默认 Default', '取值', '含义', 'Meaning', 'Value'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
