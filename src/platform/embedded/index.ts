export { EmbeddedDatabaseError } from './embedded-error.js';
export { startEmbedded, type EmbeddedOptions, type EmbeddedServer } from './start-embedded.js';
export { embeddedTexts as embeddedErrorTexts } from './texts.js';
