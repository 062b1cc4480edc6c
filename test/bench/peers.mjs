// Programs measured beside ours. They are no part of the product: they are installed into test/bench/peers when a bench
// first asks for them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'peers');

/** `require` of the peers' folder; null, with a word, where they cannot be installed. */
export function peers(say) {
  if (!existsSync(path.join(folder, 'node_modules'))) {
    say('安装对比程序… / Installing the peers…');
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
    const { status } = spawnSync(npm[0], [...npm.slice(1), 'install', '--no-package-lock', '--no-audit', '--no-fund'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) {
      say('对比程序装不上，略过对比。 / The peers cannot be installed; comparisons are left out.');
      return null;
    }
  }
  return createRequire(path.join(folder, 'package.json'));
}
