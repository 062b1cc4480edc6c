declare const payloadOf: unique symbol;

/** The name of a job, which knows the shape of its payload. */
export type JobName<P> = string & { readonly [payloadOf]: P };

const declared = new Set<string>();

/**
 * Declares a job: `export const PARSE = jobName<{ uploadId: string }>('roster.parse')`. Names read `room.act`; a payload holds
 * ids and never personal data, since it stays in the queue in clear. Every declared job needs exactly one handler at boot.
 */
export function jobName<P>(name: string): JobName<P> {
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(name)) throw new RangeError(`a job's name reads room.act, not "${name}"`);
  if (declared.has(name)) throw new RangeError(`the job "${name}" is declared twice`);
  declared.add(name);
  return name as JobName<P>;
}

export const declaredJobs = (): ReadonlySet<string> => declared;
