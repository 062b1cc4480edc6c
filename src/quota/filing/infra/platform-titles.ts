import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { platformFields, type PlatformFields } from '../domain/platform-fields.js';

const shipped = path.resolve(import.meta.dirname, '../../../../config/platform/fields.yaml');

/** Read once at the start. @throws Error that names what is wrong in the file */
export const readPlatformFields = (): PlatformFields => platformFields(parse(readFileSync(shipped, 'utf8')));

export const PLATFORM_FIELDS = Symbol('PLATFORM_FIELDS');
