import { createHash } from 'node:crypto';

/**
 * By what a thing is drawn: whose key is smallest comes first. With the seed and the list of what could be drawn anybody can
 * draw again and must find the same; who knows only the seed of another draw cannot tell what this one will find.
 * The database draws by the same text (`drawKeySql`).
 */
export const drawKey = (seed: string, id: string): string => createHash('sha256').update(`${seed}:${id}`, 'utf8').digest('hex');

/** @param seed a placeholder; @param id a column */
export const drawKeySql = (seed: string, id: string): string => `encode(sha256(convert_to(${seed}::text || ':' || ${id}::text, 'UTF8')), 'hex')`;

/** Of the ids of all that could be drawn. */
export const populationDigest = (ids: readonly string[]): string => createHash('sha256').update([...ids].sort().join('\n'), 'utf8').digest('hex');
