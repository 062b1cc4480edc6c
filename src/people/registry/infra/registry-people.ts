import { Injectable } from '@nestjs/common';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';

/** Of `registry_person`, as the driver gives a bigint. */
export type RegistryPersonId = string;

type Known = { id: RegistryPersonId; a: string | null; b: string | null };
type Indexed = { readonly number: CitizenIdText; readonly a: string | null; readonly b: string | null };

const placeOf = (rowId: string) => ({ table: 'registry_person', column: 'citizen_id', rowId });

/**
 * People of whom other registers tell, whether or not they have a file here. They lie in no region and in nobody's scope:
 * whoever asks by a number already has the number, and gets nothing but the id that facts hang on.
 */
@Injectable()
export class RegistryPeople {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly indexes: BlindIndexes,
  ) {}

  /** The id of each number that is known. One statement. */
  find(tx: Tx, numbers: readonly CitizenIdText[]): Promise<Map<CitizenIdText, RegistryPersonId>> {
    return this.look(tx, this.indexed(numbers));
  }

  /** The numbers behind ids, in clear, for a room whose own rows name these people. One statement. */
  async numbers(tx: Tx, ids: readonly RegistryPersonId[]): Promise<Map<RegistryPersonId, CitizenIdText>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query('SELECT id::text, citizen_id FROM registry_person WHERE id = ANY ($1::bigint[])', [[...new Set(ids)]]) as { id: RegistryPersonId; citizen_id: string }[];
    return new Map(rows.map(({ id, citizen_id: sealed }) => [id, this.cipher.open(sealed, placeOf(id)) as CitizenIdText]));
  }

  /** The files of those who have one here, for the log that a person reads. One statement. */
  async filesOf(tx: Tx, ids: readonly RegistryPersonId[]): Promise<Map<RegistryPersonId, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query('SELECT id::text, person_id FROM registry_person WHERE id = ANY ($1::bigint[]) AND person_id IS NOT NULL', [[...new Set(ids)]]) as { id: RegistryPersonId; person_id: string }[];
    return new Map(rows.map(({ id, person_id: file }) => [id, file]));
  }

  /** As `find`, and enters those that are not known. Numbers in the order of their digits, so that two imports cannot lock each other out. */
  async keep(tx: Tx, numbers: readonly CitizenIdText[]): Promise<Map<CitizenIdText, RegistryPersonId>> {
    const all = this.indexed(numbers);
    const found = await this.look(tx, all);
    const missing = all.filter(({ number }) => !found.has(number)).sort((one, other) => (one.number < other.number ? -1 : 1));
    if (missing.length === 0) return found;
    for (const [number, id] of await this.enter(tx, missing)) found.set(number, id);
    // What another transaction has entered meanwhile is met here, after it has committed.
    const late = missing.filter(({ number }) => !found.has(number));
    if (late.length > 0) for (const [number, id] of await this.look(tx, late)) found.set(number, id);
    return found;
  }

  /** The file's own registry row, entered where there was none; null for an anonymised person, who has no number. */
  async ofFile(tx: Tx, personId: string): Promise<RegistryPersonId | null> {
    const [known] = await tx.query('SELECT id FROM registry_person WHERE person_id = $1', [personId]) as { id: RegistryPersonId }[];
    if (known) return known.id;
    const [person] = await tx.query('SELECT citizen_id FROM person WHERE id = $1', [personId]) as { citizen_id: string | null }[];
    if (!person?.citizen_id) return null;
    const number = this.cipher.open(person.citizen_id, { table: 'person', column: 'citizen_id', rowId: personId }) as CitizenIdText;
    return (await this.keep(tx, [number])).get(number) ?? null;
  }

  private indexed(numbers: readonly CitizenIdText[]): readonly Indexed[] {
    const index = this.indexes.of('citizenId');
    return [...new Set(numbers)].map((number) => ({ number, ...index.columnsOf(number) }));
  }

  private async look(tx: Tx, numbers: readonly Indexed[]): Promise<Map<CitizenIdText, RegistryPersonId>> {
    if (numbers.length === 0) return new Map();
    const inSlot = (slot: 'a' | 'b'): string[] => numbers.flatMap((number) => number[slot] ?? []);
    const rows = await tx.query(
      `SELECT id, citizen_id_index_a AS a, citizen_id_index_b AS b FROM registry_person WHERE citizen_id_index_a = ANY ($1)
       UNION ALL SELECT id, citizen_id_index_a, citizen_id_index_b FROM registry_person WHERE citizen_id_index_b = ANY ($2)`, [inSlot('a'), inSlot('b')],
    ) as Known[];
    return byNumber(rows, numbers);
  }

  /** @returns those that were new */
  private async enter(tx: Tx, numbers: readonly Indexed[]): Promise<Map<CitizenIdText, RegistryPersonId>> {
    const ids = await tx.query(`SELECT nextval(pg_get_serial_sequence('registry_person', 'id')) AS id FROM generate_series(1, $1)`, [numbers.length]) as { id: RegistryPersonId }[];
    const sealed = numbers.map(({ number }, at) => this.cipher.seal(number, placeOf(ids[at]?.id ?? '')));
    const entered = await tx.query(
      `INSERT INTO registry_person (id, citizen_id, citizen_id_index_a, citizen_id_index_b, person_id)
       SELECT v.id, v.sealed, v.a, v.b, coalesce(pa.id, pb.id) FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS v (id, sealed, a, b)
       LEFT JOIN person AS pa ON pa.citizen_id_index_a = v.a LEFT JOIN person AS pb ON pb.citizen_id_index_b = v.b
       ON CONFLICT DO NOTHING RETURNING id, citizen_id_index_a AS a, citizen_id_index_b AS b`,
      [ids.map(({ id }) => id), sealed, numbers.map(({ a }) => a), numbers.map(({ b }) => b)],
    ) as Known[];
    return byNumber(entered, numbers);
  }
}

function byNumber(rows: readonly Known[], numbers: readonly Indexed[]): Map<CitizenIdText, RegistryPersonId> {
  const numberOf = new Map<string, CitizenIdText>();
  for (const { number, a, b } of numbers) for (const token of [a, b]) if (token !== null) numberOf.set(token, number);
  const found = new Map<CitizenIdText, RegistryPersonId>();
  for (const { id, a, b } of rows) {
    const number = numberOf.get(a ?? '') ?? numberOf.get(b ?? '');
    if (number !== undefined) found.set(number, id);
  }
  return found;
}
