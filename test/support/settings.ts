import { readFileSync } from 'node:fs';
import { loadSettings, type Environment, type Settings } from '../../src/platform/config/index.js';
import { defaultSettingsFile } from '../../src/platform/config/read-settings.js';

/** The shipped defaults under the given variables only: no variable of the machine reaches a test. */
export const testSettings = (env: Environment): Settings => loadSettings(env, readFileSync(defaultSettingsFile, 'utf8'));
