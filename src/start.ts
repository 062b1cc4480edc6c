import { readSettings, SettingsError, type Settings } from './platform/config/index.js';

/** `npm start`: the web process, the job process, or both in one, as the settings say. */
function role(): Settings['role'] {
  try {
    return readSettings().role;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

await (role() === 'worker' ? import('./worker.js') : import('./main.js'));
