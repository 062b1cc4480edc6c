import type { VNode } from 'preact';
import { chinaDay } from '../../../../kernel/clock.js';
import { regionCode } from '../../../../kernel/region-code.js';
import { say } from '../../../../kernel/texts.js';
import type { RegionRegister } from '../../../../policy/index.js';
import { Mixed, SummaryList, type FormFault, type PageContext } from '../../../../ui/index.js';
import { inspectionPageTexts, type InspectionText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  t(key: InspectionText, params?: Readonly<Record<string, string | number>>): string;
  /** The region's full name, or the code where it has none. */
  place(region: string): string;
};

export const kitOf = (context: PageContext, regions: RegionRegister): Kit => ({
  context,
  t: (key, params = {}) => say(inspectionPageTexts, context.variant, key, params),
  place: (region) => regions.fullName(regionCode(region)),
});

export type FormState<F> = { readonly typed: F; readonly faults: readonly FormFault[] };

export const day = (instant: Date): string => chinaDay(instant);

/** An instant in China's time, to the minute. */
export const minute = (instant: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(instant);

/** From when to when a contract runs. */
export const periodOf = ({ t }: Kit, from: string, to: string | null): string => (to === null ? t('openEnd', { from }) : t('period', { from, to }));

/** Label and value, a row each; what is null is left out. */
export function Facts({ kit: { context }, rows }: { readonly kit: Kit; readonly rows: readonly (readonly [label: string, value: string | null])[] }): VNode {
  return <SummaryList rows={rows.map(([key, value]) => value !== null && { key, value: { content: <Mixed context={context}>{value}</Mixed> } })} />;
}

export function NextPage({ kit: { context, t }, path, next }: { readonly kit: Kit; readonly path: string; readonly next: string | null }): VNode | null {
  return next === null ? null : <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`${path}?${new URLSearchParams({ after: next }).toString()}`)} rel="next">{t('more')}</a></p>;
}
