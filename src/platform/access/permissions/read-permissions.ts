import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { roleNames, type RoleName } from '../caller.js';
import { PermissionsError, type PermissionFault } from './permissions-error.js';
import { organisationKinds, scopeKinds, type NamedPermission, type PermissionRules, type RoleRules } from './rules.js';

const ROLE_KEYS = ['acts_for', 'organisations', 'staff', 'duty', 'holds', 'grants', 'sees'] as const;
const PERMISSION = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)+$/;

type Word = { readonly word: string; readonly line: number };

/**
 * The rules from the text of config/permissions.yaml.
 * @throws PermissionsError naming every unknown, missing, repeated or misspelt word at once, with its line
 */
export function readPermissions(yamlText: string): PermissionRules {
  const reader = new Reader(yamlText);
  const rules = reader.rules();
  if (reader.faults.length > 0) throw new PermissionsError(reader.faults);
  return rules;
}

class Reader {
  readonly faults: PermissionFault[] = [];
  private readonly named = new Map<string, NamedPermission>();
  private readonly lines = new LineCounter();
  private readonly root: unknown;

  constructor(text: string) {
    const document = parseDocument(text, { uniqueKeys: true, lineCounter: this.lines });
    for (const error of document.errors) this.faults.push({ line: error.linePos?.[0].line ?? null, zh: `不是正确的 YAML：${firstLine(error.message)}`, en: 'this is not well-formed YAML' });
    this.root = document.contents;
  }

  rules(): PermissionRules {
    const top = this.map(this.root, ['account', 'machines', 'roles'], '');
    const account = this.permissions(top?.get('account', true));
    const machines = this.permissions(top?.get('machines', true));
    const roles = this.map(top?.get('roles', true), roleNames, 'roles');
    const entries = roleNames.map((role) => [role, this.role(role, roles?.get(role, true))] as const);
    return { account, machines, roles: Object.fromEntries(entries) as Record<RoleName, RoleRules>, named: [...this.named.values()] };
  }

  private role(role: RoleName, node: unknown): RoleRules {
    const map = node === undefined ? null : this.map(node, ROLE_KEYS, role);
    const at = (key: (typeof ROLE_KEYS)[number]): unknown => map?.get(key, true);
    return {
      actsFor: this.oneOf(map === null ? null : this.word(at('acts_for')), scopeKinds) ?? 'self',
      organisations: new Set(this.words(at('organisations')).flatMap((word) => this.oneOf(word, organisationKinds) ?? [])),
      staff: this.truth(map, at('staff')),
      duty: this.truth(map, at('duty')),
      holds: this.permissions(at('holds')),
      grants: new Set(this.words(at('grants')).flatMap((word) => this.oneOf(word, roleNames) ?? [])),
      sees: new Set(this.words(at('sees')).flatMap((word) => this.oneOf(word, roleNames) ?? [])),
    };
  }

  /** Every key must be there and none besides. */
  private map(node: unknown, keys: readonly string[], name: string): YAMLMap | null {
    if (!isMap(node)) {
      this.fault(node, `${name || '文件'} 应为“名称: 内容”的列表`, `${name || 'the file'} must be a map of names`);
      return null;
    }
    const present = new Set<string>();
    for (const { key } of node.items) {
      const { word } = this.word(key) ?? { word: '' };
      if (!keys.includes(word)) this.fault(key, `不认识“${word}”；可用的是 ${keys.join('、')}`, `"${word}" is not known; known are ${keys.join(', ')}`);
      present.add(word);
    }
    for (const key of keys) if (!present.has(key)) this.fault(node, `${name || '文件'} 缺少 ${key}`, `${name || 'the file'} lacks ${key}`);
    return node;
  }

  private permissions(node: unknown): ReadonlySet<string> {
    const words = this.words(node);
    for (const { word, line } of words) {
      if (!PERMISSION.test(word)) this.faults.push({ line, zh: `“${word}”不是权限名，应像 members.read`, en: `"${word}" is no name of a permission, such as members.read` });
      else if (!this.named.has(word)) this.named.set(word, { permission: word, line });
    }
    return new Set(words.map(({ word }) => word));
  }

  private words(node: unknown): readonly Word[] {
    if (node === undefined) return [];
    if (!isSeq(node)) {
      this.fault(node, '应为 [ ] 列表', 'this must be a list [ ]');
      return [];
    }
    const words = node.items.flatMap((item) => this.word(item) ?? []);
    words.forEach(({ word, line }, index) => {
      if (words.findIndex((other) => other.word === word) < index) this.faults.push({ line, zh: `“${word}”写了两次`, en: `"${word}" stands twice` });
    });
    return words;
  }

  private word(node: unknown): Word | null {
    if (isScalar(node) && typeof node.value === 'string') return { word: node.value, line: this.lineOf(node) ?? 1 };
    this.fault(node, '应为一个词', 'this must be a word');
    return null;
  }

  private truth(map: YAMLMap | null, node: unknown): boolean {
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    if (map !== null && node !== undefined) this.fault(node, '应为 true 或 false', 'this must be true or false');
    return false;
  }

  private oneOf<T extends string>(found: Word | null, allowed: readonly T[]): T | null {
    if (found === null) return null;
    const match = allowed.find((word) => word === found.word);
    if (match === undefined) this.faults.push({ line: found.line, zh: `不认识“${found.word}”；可用的是 ${allowed.join('、')}`, en: `"${found.word}" is not known; known are ${allowed.join(', ')}` });
    return match ?? null;
  }

  private fault(node: unknown, zh: string, en: string): void {
    this.faults.push({ line: this.lineOf(node), zh, en });
  }

  private lineOf(node: unknown): number | null {
    const range = (node as { readonly range?: readonly number[] | null } | null | undefined)?.range;
    return range?.[0] === undefined ? null : this.lines.linePos(range[0]).line;
  }
}

/** The lines after it draw the place, which our own line number names. */
const firstLine = (message: string): string => message.split('\n', 1)[0] ?? '';
