export const PERMISSIONS_FILE = 'config/permissions.yaml';

/** A mistake: its line (null for the file as a whole), in both languages, for whoever keeps the file. */
export type PermissionFault = { readonly line: number | null; readonly zh: string; readonly en: string };

/** config/permissions.yaml cannot be used, or routes and file disagree. Names every fault with its line. */
export class PermissionsError extends Error {
  constructor(readonly faults: readonly PermissionFault[]) {
    super(['权限表有误，服务没有启动。 / The table of permissions is wrong; the service did not start.', ...faults.map(tell)].join('\n'));
    this.name = 'PermissionsError';
  }
}

const tell = ({ line, zh, en }: PermissionFault): string => `- ${PERMISSIONS_FILE}${line === null ? '' : `:${line}`} ${zh} / ${en}`;
