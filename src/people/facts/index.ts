/** The room's face: what registers tell of people, batch by batch. Comparison reads the tables by set. */
export { LoadFacts, type FactOrder, type FactOutcome } from './app/load-facts.js';
export { coveredKinds, factKinds, type Coverage, type CoveredKind, type FactKind } from './domain/kinds.js';
export { FactsModule } from './facts.module.js';
export { factsErrorTexts } from './texts.js';
