// Builds when the build is missing or older than the sources; else costs a few milliseconds of looking at file times.
import { isFresh, root } from './build-state.mjs';

/** Words go to standard error: standard output belongs to the command that follows. */
export async function ensureBuilt() {
  if (isFresh(root)) return;
  process.stderr.write('正在构建… / Building…\n');
  const { build } = await import('./build.mjs');
  try {
    const milliseconds = await build();
    process.stderr.write(`构建完成，用时 ${(milliseconds / 1000).toFixed(1)} 秒。 / Built in ${(milliseconds / 1000).toFixed(1)} s.\n`);
  } catch (error) {
    process.stderr.write(`构建失败。 / The build failed.\n${error.message}\n`);
    process.exit(1);
  }
}
