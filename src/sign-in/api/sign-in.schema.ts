import type { ApiResponseSchemaHost } from '@nestjs/swagger';

type Schema = ApiResponseSchemaHost['schema'];

const closed = (properties: Record<string, Schema>): Schema => ({ type: 'object', additionalProperties: false, required: Object.keys(properties), properties });
const items = (item: Schema): Schema => closed({ items: { type: 'array', items: item } });
const id: Schema = { type: 'string', format: 'uuid' };
const idOrNull: Schema = { ...id, nullable: true };
const text: Schema = { type: 'string' };
const textOrNull: Schema = { type: 'string', nullable: true };
const flag: Schema = { type: 'boolean' };
const instant: Schema = { type: 'string', format: 'date-time' };
const instantOrNull: Schema = { ...instant, nullable: true };
const count: Schema = { type: 'integer' };

export const openedSchema = closed({ token: text, tokenType: { type: 'string', enum: ['Bearer'] }, sessionId: id, mustChooseMembership: flag });
export const callerSchema = closed({
  accountId: idOrNull, sessionId: idOrNull, membershipId: idOrNull, role: textOrNull, organisationId: idOrNull, scope: { type: 'object' },
  permissions: { type: 'array', items: text }, endsAt: instantOrNull, secondsLeft: { type: 'integer', nullable: true, description: 'Until the session ends if nothing more is called.' },
});
export const membershipsSchema = items(closed({ id, role: text, organisationName: textOrNull, regionCode: text, isChosen: flag }));
export const ownSessionsSchema = items(closed({ id, isThis: flag, kind: text, method: text, device: text, openedAt: instant, seenAt: instant, endsAt: instant }));
export const officeCodeSchema = closed({ code: text, expiresAt: instant });
export const createdSchema = closed({ id });
export const issuedKeySchema = closed({ id, key: text, expiresAt: instant });
export const machineClientsSchema = items(closed({
  id, name: text, organisationId: idOrNull, role: text, permissions: { type: 'array', items: text }, regionPrefix: textOrNull, callsPerMinute: count,
  keys: { type: 'array', items: closed({ id, createdAt: instant, expiresAt: instant, usedAt: instantOrNull }) },
}));
