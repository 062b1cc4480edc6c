import { existsSync } from 'node:fs';
import { appUrl, readAccess, superuserUrl } from './access.js';
import { findBinaries, type BinarySource } from './binaries.js';
import { createCluster, type Durability } from './create-cluster.js';
import { EmbeddedDatabaseError } from './embedded-error.js';
import { launch, shutDown, type Launched, type LaunchPlan } from './launch.js';
import { layoutOf, makeDataFolder, refuseOtherMajor } from './layout.js';
import { Lease } from './lease.js';
import { findPostmaster } from './postmaster.js';
import { serverAccount } from './server-account.js';

export type EmbeddedOptions = {
  /** Absolute folder of local data; the server's files go to `pg<major>` in it. */
  readonly dataDir: string;
  readonly source: BinarySource;
  /** `throwaway` trades every guarantee for speed: tests only. */
  readonly durability: Durability;
  readonly maxConnections: number;
};

export type EmbeddedServer = {
  /** For the service: its own role, which is no superuser, and its own database. */
  readonly url: string;
  /** For rescue, upgrades and tests only. */
  readonly superuserUrl: string;
  readonly pid: number;
  readonly major: number;
  /** Where the programs come from and under which account they run, for the log. */
  readonly how: string;
  readonly adopted: boolean;
  /** Gives the server up; stops it when no other process uses it. May be called twice. */
  stop(): Promise<void>;
};

async function prepare(options: EmbeddedOptions): Promise<LaunchPlan> {
  const binaries = findBinaries(options.source);
  const layout = layoutOf(options.dataDir, binaries.major);
  makeDataFolder(options.dataDir);
  refuseOtherMajor(layout, binaries.major);
  const account = () => serverAccount(binaries.folder, layout.cluster, layout.parent);
  if (!existsSync(layout.root)) await createCluster(binaries, account(), layout, options.durability);
  return { binaries, layout, account: account(), durability: options.durability, maxConnections: options.maxConnections };
}

const ATTEMPTS = 5;

/** A server found or started, and our claim on it; a server that was just being stopped is waited for and started again. */
async function claim(plan: LaunchPlan): Promise<{ launched: Launched; lease: Lease }> {
  const access = readAccess(plan.layout.access);
  for (let attempt = 1; ; attempt += 1) {
    const launched = await launch(plan);
    try {
      return { launched, lease: await Lease.take(appUrl(access, launched.port)) };
    } catch (error) {
      if (attempt < ATTEMPTS) continue;
      throw new EmbeddedDatabaseError('embedded.start.failed', { log: plan.layout.log, reason: (error as Error).message });
    }
  }
}

/**
 * Starts the embedded PostgreSQL, or joins the one that already serves this data folder.
 * Throws `EmbeddedDatabaseError`, whose message tells a person what to do.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const plan = await prepare(options);
  const { launched, lease } = await claim(plan);
  const access = readAccess(plan.layout.access);
  let stopping: Promise<void> | null = null;
  return {
    url: appUrl(access, launched.port),
    superuserUrl: superuserUrl(access, launched.port),
    pid: launched.pid,
    major: plan.binaries.major,
    how: `PostgreSQL ${plan.binaries.major} (${plan.binaries.source}), ${launched.adopted ? 'adopted' : plan.account.how}`,
    adopted: launched.adopted,
    stop: () => {
      stopping ??= lease.release(async () => {
        const server = findPostmaster(plan.layout.cluster);
        if (server) await shutDown(server);
      });
      return stopping;
    },
  };
}
