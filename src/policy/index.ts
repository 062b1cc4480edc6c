/** The room's face: the law as dated data, the regions, and the questions a reader asks of both. */
export type * from './parameters.js';
export { PolicyBook } from './policy-book.js';
export { shippedPolicyFolder } from './policy-folder.js';
export { workingDaysAfter } from './domain/working-days.js';
export { PolicyGap } from './domain/policy-gap.js';
export type { FileValue, ParameterFile, Unit, ValueType } from './domain/parameter-file.js';
export { PolicyDataError } from './reading/fault.js';
export { canonicalJson, policyHash } from './policy-hash.js';
export { defaultRegionsFolder, RegionRegister, type Region } from './regions.js';
export { listParameters, parameterHistory, policyOn, requireParameter, requireRegion, type ParameterHistory, type ParameterOnDay, type ParameterSummary, type ValueCounts } from './app/read-policy.query.js';
export { findPlace, type FoundPlace } from './app/find-place.query.js';
export { placeCodeTyped, placeTyped, type PlaceTyped } from './app/place-typed.js';
export { FIRST_DAY, unknownsOf, yearsWithoutSocialAverage, type Unknown } from './app/find-unknowns.query.js';
export type { LevyRunner } from './cli/replay.js';
export { parameterTitles } from './pages/parameter-texts.js';
export { policyErrorTexts, type PolicyErrorCode } from './texts.js';
