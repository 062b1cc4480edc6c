import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { EmbeddedDatabaseError } from './embedded-error.js';

/** Role and database of the service. The role owns its database and is nothing beyond that. */
export const APP_ROLE = 'zhujiu';
export const APP_DATABASE = 'zhujiu';
/** The superuser is for rescue and upgrades; the service never signs in with it. */
export const SUPERUSER = 'postgres';

export type Access = { readonly appPassword: string; readonly superuserPassword: string };

const password = (): string => randomBytes(24).toString('base64url');

export const newAccess = (): Access => ({ appPassword: password(), superuserPassword: password() });

export function writeAccess(file: string, access: Access): void {
  writeFileSync(file, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
}

export function readAccess(file: string): Access {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Access;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new EmbeddedDatabaseError('embedded.folder.foreign', { folder: file });
    throw new EmbeddedDatabaseError('embedded.access.unreadable', { file });
  }
}

export const appUrl = (access: Access, port: number): string => `postgres://${APP_ROLE}:${access.appPassword}@127.0.0.1:${port}/${APP_DATABASE}`;

export const superuserUrl = (access: Access, port: number): string => `postgres://${SUPERUSER}:${access.superuserPassword}@127.0.0.1:${port}/postgres`;
