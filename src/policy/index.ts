/** The room's face: the law as dated data, the regions, and the commands that read them. */
export type * from './parameters.js';
export { PolicyBook } from './policy-book.js';
export { PolicyGap } from './domain/policy-gap.js';
export { PolicyDataError } from './reading/fault.js';
export { canonicalJson, policyHash } from './policy-hash.js';
export { defaultRegionsFolder, RegionRegister, type Region } from './regions.js';
export { policyErrorTexts, type PolicyErrorCode } from './texts.js';
