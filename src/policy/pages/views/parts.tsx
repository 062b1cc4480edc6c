import type { ComponentChildren, VNode } from 'preact';
import { say, type TextVariant } from '../../../kernel/texts.js';
import { COUNTRY, type RegionCode } from '../../../kernel/region-code.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { Mixed, Tag, type PageContext } from '../../../ui/index.js';
import type { DatedValue, ParameterKey, ParameterValues, Reference } from '../../parameters.js';
import type { RegionRegister } from '../../regions.js';
import { dayText } from '../formats.js';
import { parameterMeanings, parameterTitles } from '../parameter-texts.js';
import { policyPageTexts } from '../texts.js';
import { valueWords } from '../value-words.js';

export type Key = keyof typeof policyPageTexts.zh;
export type AnyValue = DatedValue<ParameterValues[ParameterKey]>;

/** What the parts of these pages share: the words of the reader and the names of places. */
export type Kit = {
  readonly context: PageContext;
  readonly regions: RegionRegister;
  readonly today: LocalDate;
  t(key: Key, params?: Parameters<typeof say>[3]): string;
};

export const kitOf = (context: PageContext, regions: RegionRegister, today: LocalDate): Kit => ({
  context, regions, today, t: (key, params) => say(policyPageTexts, context.variant, key, params),
});

export const titleOf = (parameter: ParameterKey, variant: TextVariant): string => say(parameterTitles, variant, parameter);
export const meaningOf = (parameter: ParameterKey, variant: TextVariant): string => say(parameterMeanings, variant, parameter);

export const placeName = (kit: Kit, region: RegionCode): string => (region === COUNTRY ? kit.t('whole_country') : kit.regions.fullName(region));

export function Mark({ kit, confirmed }: { readonly kit: Kit; readonly confirmed: boolean }): VNode {
  return <Tag colour={confirmed ? 'green' : 'yellow'}>{kit.t(confirmed ? 'confirmed' : 'unconfirmed')}</Tag>;
}

/** A value in words: one line, or a list where it has parts. */
export function ValueLines({ kit, parameter, value }: { readonly kit: Kit; readonly parameter: ParameterKey; readonly value: AnyValue['value'] }): VNode {
  const words = valueWords(parameter, value as never, kit.context.variant);
  const [first = ''] = words;
  if (words.length === 1) return <Mixed context={kit.context}>{first}</Mixed>;
  return <ul class="govuk-list govuk-list--bullet">{words.map((line) => <li><Mixed context={kit.context}>{line}</Mixed></li>)}</ul>;
}

export function period(kit: Kit, from: LocalDate, until: LocalDate | null): string {
  const { variant } = kit.context;
  return until === null ? kit.t('from', { from: dayText(from, variant) }) : kit.t('from_until', { from: dayText(from, variant), until: dayText(until, variant) });
}

/** Document, article and, where there is one, the link to the official text. */
export function Source({ kit, reference }: { readonly kit: Kit; readonly reference: Reference }): VNode {
  const words = `${reference.title}${reference.article === null ? '' : ` ${reference.article}`}`;
  return reference.href === null ? <Mixed context={kit.context}>{words}</Mixed> : <a class="govuk-link" href={reference.href} rel="external"><Mixed context={kit.context}>{words}</Mixed></a>;
}

/** Links under each other, each a target of its own. */
export function LinkList({ children }: { readonly children: ComponentChildren }): VNode {
  return <ul class="govuk-list zj-list-plain">{children}</ul>;
}
