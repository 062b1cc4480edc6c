export { loadSettings, SettingsError, type Environment } from './load-settings.js';
export { projectRoot } from './project-root.js';
export { readSettings } from './read-settings.js';
export type { Settings } from './schema.js';
export { serviceUrl } from './service-url.js';
export { SETTINGS, SettingsModule } from './settings.module.js';
