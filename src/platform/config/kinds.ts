import { isIP } from 'node:net';
import path from 'node:path';
import { projectRoot } from './project-root.js';

/** What a value should have been, in both languages; it completes "X 应为… / X must be …". */
export type Expectation = { readonly zh: string; readonly en: string };
export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/**
 * A kind of value. `read` takes what stands in the YAML file (any scalar, list or null) or the text of an environment
 * variable and never coerces silently: "8080 " is not a port, yes is not true.
 */
export type Kind<T> = { readonly expected: Expectation; read(raw: unknown): Reading<T> };

const NO: Reading<never> = { ok: false };
const yes = <T>(value: T): Reading<T> => ({ ok: true, value });

export function choice<const C extends string>(...values: readonly C[]): Kind<C> {
  const list = values.join(' | ');
  return {
    expected: { zh: `以下之一：${list}`, en: `one of: ${list}` },
    read: (raw) => {
      const found = values.find((value) => value === raw);
      return found === undefined ? NO : yes(found);
    },
  };
}

export function integer(min: number, max: number): Kind<number> {
  return {
    expected: { zh: `${min} 到 ${max} 的整数`, en: `a whole number from ${min} to ${max}` },
    read: (raw) => {
      const value = typeof raw === 'string' && /^-?\d{1,15}$/.test(raw) ? Number(raw) : raw;
      return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? yes(value) : NO;
    },
  };
}

export const flag: Kind<boolean> = {
  expected: { zh: 'true 或 false', en: 'true or false' },
  read: (raw) => (raw === true || raw === 'true' ? yes(true) : raw === false || raw === 'false' ? yes(false) : NO),
};

export function text(pattern: RegExp, expected: Expectation): Kind<string> {
  return { expected, read: (raw) => (typeof raw === 'string' && pattern.test(raw) ? yes(raw) : NO) };
}

/** What a page shows as it stands. */
export const words: Kind<string> = text(/^[^\p{Cc}]{1,200}$/u, { zh: '1 到 200 个字', en: '1 to 200 characters' });

/** A link that a page may show: https only. */
export const webAddress: Kind<string> = {
  expected: { zh: 'https:// 开头的网址', en: 'an https:// address' },
  read: (raw) => (parseUrl(raw)?.protocol === 'https:' ? yes(String(raw)) : NO),
};

/** A key that others must not guess. */
export const secret: Kind<string> = text(/^[\x21-\x7e]{16,512}$/, {
  zh: '至少 16 个不含空格的可见字符（ASCII）',
  en: 'at least 16 visible ASCII characters without spaces',
});

/** An absolute path; a relative one counts from the project's folder. */
export const folder: Kind<string> = {
  expected: { zh: '文件夹路径', en: 'the path of a folder' },
  read: (raw) => (typeof raw === 'string' && raw.trim() !== '' && !raw.includes('\0') ? yes(path.resolve(projectRoot, raw)) : NO),
};

/** An absolute path of a file; a relative one counts from the project's folder. */
export const filePath: Kind<string> = {
  expected: { zh: '文件路径', en: 'the path of a file' },
  read: (raw) => (typeof raw === 'string' && raw.trim() !== '' && !/[\0\n]/.test(raw) ? yes(path.resolve(projectRoot, raw)) : NO),
};

/** Text of many lines, read by who knows its form. */
export const longText: Kind<string> = {
  expected: { zh: '不超过 65536 个字符的文本', en: 'a text of at most 65536 characters' },
  read: (raw) => (typeof raw === 'string' && raw.length <= 65_536 ? yes(raw) : NO),
};

export const hostAddress: Kind<string> = {
  expected: { zh: '本机的 IP 地址或 localhost', en: 'an IP address of this machine or localhost' },
  read: (raw) => (typeof raw === 'string' && (raw === 'localhost' || isIP(raw) !== 0) ? yes(raw) : NO),
};

function parseUrl(raw: unknown): URL | null {
  if (typeof raw !== 'string' || raw.trim() !== raw) return null;
  return URL.canParse(raw) ? new URL(raw) : null;
}

export const databaseUrl: Kind<string> = {
  expected: {
    zh: 'postgres://用户:密码@主机:端口/库名 形式的地址',
    en: 'an address like postgres://user:password@host:port/database',
  },
  read: (raw) => {
    const url = parseUrl(raw);
    const fits = url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.hostname !== '' && url.pathname.length > 1;
    return fits ? yes(String(raw)) : NO;
  },
};

export const smtpUrl: Kind<string> = {
  expected: { zh: 'smtp:// 或 smtps:// 开头的地址，如 smtps://用户:密码@主机:465', en: 'an address like smtps://user:password@host:465 or smtp://host:587' },
  read: (raw) => {
    const url = parseUrl(raw);
    const fits = url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '' && /^\/?$/.test(url.pathname) && url.search === '';
    return fits ? yes(String(raw)) : NO;
  },
};

export const mailAddress: Kind<string> = text(/^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;]+$/, { zh: '电子邮箱地址', en: 'an e-mail address' });

/** Scheme, host and port only: a path would silently be lost when pages build their links. */
export const origin: Kind<string> = {
  expected: {
    zh: '只含协议、主机和端口的地址，如 https://zhujiu.example',
    en: 'an address of scheme, host and port only, such as https://zhujiu.example',
  },
  read: (raw) => {
    const url = parseUrl(raw);
    const bare = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
    return bare ? yes(url.origin) : NO;
  },
};

/** An address as an identity provider states it, with its path; https, but on this machine. */
export const issuer: Kind<string> = {
  expected: { zh: 'https:// 开头的签发方地址（本机可用 http://）', en: 'the https:// address of an issuer (http:// on this machine)' },
  read: (raw) => {
    const url = parseUrl(raw);
    const local = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    const bare = url !== null && (url.protocol === 'https:' || local) && url.search === '' && url.hash === '' && url.username === '';
    return bare ? yes(String(raw)) : NO;
  },
};

const PROXY_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

function isNetwork(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Addresses, networks or the names that Express knows; the environment writes them with commas. */
export const proxies: Kind<readonly string[]> = {
  expected: {
    zh: `以逗号分隔的 IP 地址、网段（CIDR）或 ${PROXY_NAMES.join('、')}`,
    en: `IP addresses, networks (CIDR) or ${PROXY_NAMES.join(', ')}, separated by commas`,
  },
  read: (raw) => {
    const entries: unknown = typeof raw === 'string' ? raw.split(',').map((entry) => entry.trim()) : raw;
    if (!Array.isArray(entries)) return NO;
    const good = entries.every((entry): entry is string => typeof entry === 'string' && (PROXY_NAMES.includes(entry) || isNetwork(entry)));
    return good ? yes(entries) : NO;
  },
};

/** Some of a closed list, separated by commas; may be none. */
export function choices<const C extends string>(...values: readonly C[]): Kind<readonly C[]> {
  const list = values.join('、');
  return {
    expected: { zh: `以逗号分隔的若干项：${list}`, en: `some of ${values.join(', ')}, separated by commas` },
    read: (raw) => {
      const entries: unknown = typeof raw === 'string' ? raw.split(',').map((entry) => entry.trim()) : raw;
      if (!Array.isArray(entries)) return NO;
      const known = entries.flatMap((entry) => values.filter((value) => value === entry));
      return known.length === entries.length && new Set(known).size === known.length ? yes(known) : NO;
    },
  };
}

/** The same kind, or null for "not set". */
export function optional<T>(kind: Kind<T>): Kind<T | null> {
  return {
    expected: { zh: `${kind.expected.zh}，或留空`, en: `${kind.expected.en}, or nothing` },
    read: (raw) => (raw === null ? yes(null) : kind.read(raw)),
  };
}
