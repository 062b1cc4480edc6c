import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadSettings } from './load-settings.js';
import { projectRoot } from './project-root.js';
import type { Settings } from './schema.js';

export const defaultSettingsFile = path.join(projectRoot, 'config', 'default.yaml');

/** The settings of this process: config/default.yaml under its environment. Throws `SettingsError`. */
export const readSettings = (): Settings => loadSettings(process.env, readFileSync(defaultSettingsFile, 'utf8'));
