// `npm start`: the web process, the job process, or both in one, as the settings say. Never checks types.
import { ensureBuilt } from './ensure-built.mjs';

// npm hands a SIGTERM on to the shell between us, which `exec` in package.json takes out of the way. Where npm itself was
// killed nobody tells us, and the embedded database would go on for ever: an orphan stops itself.
if (process.env.npm_lifecycle_event === 'start') {
  const parent = process.ppid;
  setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM'); }, 500).unref();
}

await ensureBuilt();
await import('../dist/start.js');
