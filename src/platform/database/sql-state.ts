/** Codes of PostgreSQL's published list that the service reacts to. */
export const SqlState = {
  serializationFailure: '40001',
  deadlockDetected: '40P01',
  notNull: '23502',
  foreignKey: '23503',
  unique: '23505',
  check: '23514',
  exclusion: '23P01',
} as const;

type DriverError = { readonly code: string; readonly constraint: string | null };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** What PostgreSQL said, whether the error comes from the driver or wrapped by TypeORM; null when it did not come from there. */
export function driverError(error: unknown): DriverError | null {
  if (!isRecord(error)) return null;
  const inner = driverError(error['driverError']);
  if (inner) return inner;
  const { code, constraint } = error;
  // Five characters, unlike Node's own codes such as ECONNRESET.
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return null;
  return { code, constraint: typeof constraint === 'string' ? constraint : null };
}

/** A transaction that lost against another one and may succeed when repeated from its BEGIN. */
export function isRetryable(error: unknown): boolean {
  const code = driverError(error)?.code;
  return code === SqlState.serializationFailure || code === SqlState.deadlockDetected;
}
