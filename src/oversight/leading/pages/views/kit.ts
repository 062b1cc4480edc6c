import { regionCode } from '../../../../kernel/region-code.js';
import { say } from '../../../../kernel/texts.js';
import type { RegionRegister } from '../../../../policy/index.js';
import type { FormFault, PageContext } from '../../../../ui/index.js';
import { leadingPageTexts, type LeadingText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  t(key: LeadingText, params?: Readonly<Record<string, string | number>>): string;
  /** The region's full name, or the code where it has none. */
  place(region: string): string;
};

export const kitOf = (context: PageContext, regions: RegionRegister): Kit => ({
  context,
  t: (key, params = {}) => say(leadingPageTexts, context.variant, key, params),
  place: (region) => regions.fullName(regionCode(region)),
});

export type FormState<F> = { readonly typed: F; readonly faults: readonly FormFault[] };
