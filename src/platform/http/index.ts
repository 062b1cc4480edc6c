export { readMultipart, type IncomingFile, type Multipart, type MultipartField, type MultipartRules } from './multipart.js';
