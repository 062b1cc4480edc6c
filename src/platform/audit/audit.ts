import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../clock/clock.module.js';
import type { Tx } from '../database/index.js';
import { currentCorrelationId } from '../logging/index.js';
import { scrubText } from '../logging/scrub.js';

/** A signed-in caller as the audit keeps it; every `Caller` is one. */
export type AuditedCaller = {
  readonly accountId: string | null;
  readonly machineKeyId: string | null;
  readonly membershipId: string | null;
  readonly role: string | null;
  readonly via: string;
};

/** The service itself, by the name of what runs: `jobs.retention`, `cli.admin-create`. */
export type SystemActor = { readonly system: string };

/** Nobody is signed in: a refused sign-in, a reset that was asked for. */
export const STRANGER: AuditedCaller = { accountId: null, machineKeyId: null, membershipId: null, role: null, via: 'stranger' };

/** Ids, codes and counts only: names and numbers of people do not belong here. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

export type AuditObject = { readonly kind: string; readonly id: string };

export type ActEntry = {
  /** `room.thing.act`, such as `members.membership.grant`. */
  readonly act: string;
  readonly object: AuditObject;
  readonly detail?: AuditDetail;
};

export type ReadEntry = {
  /** Whose data was looked at. */
  readonly subject: AuditObject;
  /** Names of the fields, such as `citizenId`. */
  readonly fields: readonly string[];
  /** Code of the purpose. */
  readonly purpose: string;
  /** In the reader's words; numbers in it are hidden. */
  readonly reason: string | null;
};

const ACT = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LONGEST_REASON = 500;

/** Who did what, and who looked at whose data: written in the caller's transaction, so that neither stands without the other. */
@Injectable()
export class Audit {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  act(tx: Tx, caller: AuditedCaller | SystemActor, entry: ActEntry): Promise<void> {
    return this.acts(tx, caller, [entry]);
  }

  /** Many acts of one caller at once, for imports: one statement for all. */
  async acts(tx: Tx, caller: AuditedCaller | SystemActor, entries: readonly ActEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const wrong = entries.find(({ act }) => !ACT.test(act));
    if (wrong) throw new RangeError(`an act's name reads room.thing.act, not "${wrong.act}"`);
    await tx.query(
      `INSERT INTO audit_entry (xid, at, account_id, membership_id, machine_key_id, role, via, correlation_id, kind, act, object_kind, object_id, detail)
       SELECT ${OWN_XID}, ${ACTOR}, 'act', act, object_kind, object_id, detail::json
       FROM unnest($8::text[], $9::text[], $10::text[], $11::text[]) AS entry (act, object_kind, object_id, detail)`,
      [...this.actor(caller), entries.map(({ act }) => act), entries.map(({ object }) => object.kind), entries.map(({ object }) => object.id), entries.map(({ detail }) => detailText(detail))],
    );
  }

  read(tx: Tx, caller: AuditedCaller | SystemActor, entry: ReadEntry): Promise<void> {
    return this.reads(tx, caller, { ...entry, subjects: [entry.subject] });
  }

  /** One look at the same fields of many subjects, such as a list. */
  async reads(tx: Tx, caller: AuditedCaller | SystemActor, entry: Omit<ReadEntry, 'subject'> & { readonly subjects: readonly AuditObject[] }): Promise<void> {
    if (entry.subjects.length === 0) return;
    await tx.query(
      `INSERT INTO audit_entry (xid, at, account_id, membership_id, machine_key_id, role, via, correlation_id, kind, act, object_kind, object_id, fields, purpose, reason)
       SELECT ${OWN_XID}, ${ACTOR}, 'read', 'read', object_kind, object_id, $10::text[], $11::text, $12::text
       FROM unnest($8::text[], $9::text[]) AS entry (object_kind, object_id)`,
      [
        ...this.actor(caller), entry.subjects.map(({ kind }) => kind), entry.subjects.map(({ id }) => id), [...entry.fields], entry.purpose,
        entry.reason === null ? null : scrubText(entry.reason).slice(0, LONGEST_REASON),
      ],
    );
  }

  private actor(caller: AuditedCaller | SystemActor): unknown[] {
    const at = this.clock.now().toISOString();
    if ('system' in caller) return [at, null, null, null, null, `system ${caller.system}`, currentCorrelationId()];
    return [at, caller.accountId, caller.membershipId, caller.machineKeyId, caller.role, caller.via, currentCorrelationId()];
  }
}

/** By this number the sealer knows when no earlier entry can still appear; see `AuditSealer`. */
const OWN_XID = 'pg_current_xact_id()::text::bigint';

const ACTOR = '$1::timestamptz, $2::uuid, $3::uuid, $4::uuid, $5::text, $6::text, $7::text';

/** The last guard, not the first: what looks like a personal number is hidden even where a caller was careless. */
function detailText(detail: AuditDetail | undefined): string | null {
  if (detail === undefined) return null;
  return JSON.stringify(Object.fromEntries(Object.entries(detail).map(([name, value]) =>
    [name, typeof value === 'string' && !UUID.test(value) ? scrubText(value) : value])));
}
