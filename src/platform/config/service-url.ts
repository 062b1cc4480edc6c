import type { Settings } from './schema.js';

/** Where people reach the service, for what is read outside of it: `https://zhujiu.example`, without a path. */
export function serviceUrl({ server: { publicUrl, host, port } }: Settings): string {
  return publicUrl ?? `http://${host}:${port}`;
}
