export { addressOf, isApiPath, LANGUAGE_TAGS, languageMiddleware, languageOf } from './language.js';
