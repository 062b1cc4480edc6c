export { textsOf, type Block, type DocumentText } from './document.js';
export { TaggedPdf, type MissingSigns } from './tagged-pdf.js';
