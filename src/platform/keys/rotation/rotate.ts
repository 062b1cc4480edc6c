import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { readKeyRing, type KeyEntry, type KeyRing, type SuiteName } from '../../crypto/index.js';
import { livingHolders } from '../key-use.js';
import { KeysError } from '../keys-error.js';
import { replaceRingFile, ringFileText, type RingFileKey } from '../new-ring.js';
import type { SealedColumn } from '../sealed-columns.js';
import { ensureCheck, indexedColumns, moveCheck } from './index-check.js';
import { fillIndex, resealColumn } from './rewrite.js';
import { readRingFile, stateOf, withoutFormerIndex, withSuccessor, withSuccessorCurrent } from './ring-steps.js';

export type RotationTold =
  | { readonly event: 'begun' | 'taken_up'; readonly successor: string }
  | { readonly event: 'filled' | 'resealed'; readonly where: string; readonly rows: number }
  | { readonly event: 'current' | 'done'; readonly successor: string };

export type Rotation = {
  readonly db: Pick<DataSource, 'query'>;
  /** The ring file of all processes. */
  readonly file: string;
  readonly columns: readonly SealedColumn[];
  /** Of the new key; null for the suite of the present one. */
  readonly suite: SuiteName | null;
  readonly now: Date;
  /** How long a process may take to show the changed file. */
  readonly patienceMs: number;
  tell(told: RotationTold): Promise<void>;
};

const LOOK_MS = 500;
const nothing = (): void => undefined;

/**
 * Changes the keys of fields, indexes and chain while the service runs, by the steps of ADR 9. It can be stopped anywhere
 * and is taken up where the ring says it stands.
 * @returns id of the new key
 * @throws KeysError `keys.process_behind`, `keys.rows_behind`, `keys.row_unreadable`; KeyRingError
 */
export async function rotate(rotation: Rotation): Promise<string> {
  const state = stateOf(readRingFile(rotation.file));
  if (state.step === 'rest') return begin(rotation);
  await rotation.tell({ event: 'taken_up', successor: state.successor });
  return state.step === 'filling' ? fill(rotation, state.successor) : leave(rotation, state);
}

async function begin(rotation: Rotation): Promise<string> {
  const present = readKeyRing({ kind: 'file', path: rotation.file }).currentOf('index');
  for (const column of indexedColumns(rotation.columns)) {
    // A row without the present key cannot be found even now: it was written past the scheme, and filled as any other.
    if (present.entry.slot !== null && !(await ensureCheck(rotation.db, column, present.id, present.entry.slot))) await complete(rotation, column, present.id);
  }
  const keys = withSuccessor(readRingFile(rotation.file), rotation.suite, rotation.now);
  const successor = keys.at(-1)?.id ?? '';
  await replace(rotation, keys);
  await rotation.tell({ event: 'begun', successor });
  return fill(rotation, successor);
}

async function fill(rotation: Rotation, successor: string): Promise<string> {
  await everyProcess(rotation, successor, ({ id }) => id === successor);
  for (const column of indexedColumns(rotation.columns)) await complete(rotation, column, successor);
  await replace(rotation, withSuccessorCurrent(readRingFile(rotation.file), successor));
  return leave(rotation, stateOf(readRingFile(rotation.file)));
}

async function leave(rotation: Rotation, state: ReturnType<typeof stateOf>): Promise<string> {
  if (state.step !== 'leaving') throw new Error('the ring file was changed by someone else');
  const { former, successor } = state;
  await everyProcess(rotation, successor, ({ id, current }) => id === successor && current.includes('field') && current.includes('index'));
  await rotation.tell({ event: 'current', successor });
  const ring = ringOf(rotation);
  for (const column of rotation.columns) {
    await rotation.tell({ event: 'resealed', where: `${column.table}.${column.column}`, rows: await resealColumn(rotation.db, ring, column, nothing) });
  }
  await replace(rotation, withoutFormerIndex(readRingFile(rotation.file), former));
  await rotation.tell({ event: 'done', successor });
  return successor;
}

const ROUNDS = 10;

/** Fills the index of a column under a key and lets the table demand it. */
async function complete(rotation: Rotation, column: ReturnType<typeof indexedColumns>[number], keyId: string): Promise<void> {
  const ring = ringOf(rotation);
  const slot = ring.find('index', keyId)?.entry.slot;
  if (!slot) throw new Error(`the key ${keyId} fills no slot`);
  let rows = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    rows += await fillIndex(rotation.db, ring, column, slot, nothing);
    if (!(await moveCheck(rotation.db, column, keyId, slot))) continue;
    return rotation.tell({ event: 'filled', where: `${column.table}.${column.column}`, rows });
  }
  throw new KeysError('keys.rows_behind', { where: `${column.table}.${column.column}`, id: keyId });
}

const ringOf = ({ file }: Rotation): KeyRing => readKeyRing({ kind: 'file', path: file });

async function replace({ file }: Rotation, keys: readonly RingFileKey[]): Promise<void> {
  replaceRingFile(file, ringFileText(keys));
  // What was written is what every process can use.
  readKeyRing({ kind: 'file', path: file });
}

/** Waits until every living process shows the key as it should be. That spares errors; uniqueness does not rest on it. */
async function everyProcess({ db, patienceMs }: Rotation, keyId: string, fits: (entry: KeyEntry) => boolean): Promise<void> {
  for (let waited = 0; ; waited += LOOK_MS) {
    const behind = (await livingHolders(db)).find(({ ring }) => !ring.some(fits));
    if (!behind) return;
    if (waited >= patienceMs) throw new KeysError('keys.process_behind', { instance: behind.instance, id: keyId });
    await sleep(LOOK_MS);
  }
}
