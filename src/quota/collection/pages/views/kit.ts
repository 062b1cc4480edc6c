import { chinaDay } from '../../../../kernel/clock.js';
import { formatYuan, type Fen } from '../../../../kernel/money.js';
import { regionCode } from '../../../../kernel/region-code.js';
import { say } from '../../../../kernel/texts.js';
import type { RegionRegister } from '../../../../policy/index.js';
import type { FormFault, PageContext } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import { collectionPageTexts, type CollectionText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  t(key: CollectionText, params?: Readonly<Record<string, string | number>>): string;
  /** The region's full name, or the code where it has none. */
  place(region: string): string;
  /** `12,000.00 元`; a dash where there is none. */
  yuan(sum: Fen | null): string;
};

export const kitOf = (context: PageContext, regions: RegionRegister): Kit => {
  const t: Kit['t'] = (key, params = {}) => say(collectionPageTexts, context.variant, key, params);
  return { context, t, place: (region) => regions.fullName(regionCode(region)), yuan: (sum) => (sum === null ? t('none0') : t('yuan', { sum: grouped(sum) })) };
};

export const grouped = (sum: Fen): string => groupedYuan(formatYuan(sum));

export type FormState<F> = { readonly typed: F; readonly faults: readonly FormFault[] };

export const day = (instant: Date): string => chinaDay(instant);

/** An instant in China's time, to the minute. */
export const minute = (instant: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(instant);
