import type { VNode } from 'preact';
import { parseLocalDate } from '../../../../kernel/local-date.js';
import { say } from '../../../../kernel/texts.js';
import { parameterTitles, type ParameterKey } from '../../../../policy/index.js';
import { Mixed, Tag, type PageContext } from '../../../../ui/index.js';
import type { NotAppliedRule, RuleUsed, StatementLine } from '../../domain/result.js';
import type { StatementReader } from '../../texts-of-both-sides.js';
import { lineSentence, notAppliedSentence } from '../../texts.js';
import { statementTexts, type StatementText } from '../texts/statement-texts.js';
import { shortTitle } from './documents.js';
import { groupMoney, readableLine } from './numbers.js';

/** The computation as numbered sentences, each with the rule it rests on. */
export function StepList({ context, reader, lines, place }: { readonly context: PageContext; readonly reader: StatementReader; readonly lines: readonly StatementLine[]; readonly place: PlaceOfLaw }): VNode {
  return (
    <ol class="govuk-list govuk-list--number zj-steps">
      {lines.map((line) => (
        <li>
          <p class="zj-steps__sentence"><Mixed context={context}>{lineSentence(readableLine(line), context.variant, reader)}</Mixed></p>
          {line.rule ? <Rule context={context} rule={line.rule} place={place} /> : null}
        </li>
      ))}
    </ol>
  );
}

export function NotAppliedList({ context, reader, rules, place }: { readonly context: PageContext; readonly reader: StatementReader; readonly rules: readonly NotAppliedRule[]; readonly place: PlaceOfLaw }): VNode {
  return (
    <ul class="govuk-list zj-steps zj-steps--plain">
      {rules.map((one) => (
        <li>
          <p class="zj-steps__sentence">{notAppliedSentence({ ...one, params: groupMoney(one.params) }, context.variant, reader)}</p>
          {one.rule ? <Rule context={context} rule={one.rule} place={place} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** For which place the page of a rule is opened. */
export type PlaceOfLaw = { readonly region: string };

/** What a step rests on: document, article, first day, whether it was checked, and the page that tells more. */
export function Rule({ context, rule, place }: { readonly context: PageContext; readonly rule: RuleUsed; readonly place: PlaceOfLaw }): VNode {
  const t = (key: StatementText, params = {}) => say(statementTexts, context.variant, key, params);
  const { reference, from, confirmed, parameter } = rule;
  const document = reference === null ? t('own') : `${shortTitle(reference.title)}${reference.article === null ? '' : ` ${reference.article}`}`;
  const day = from === null || !parseLocalDate(from).ok ? '' : `&date=${from}`;
  const [comma, stop] = context.language === 'zh' ? ['，', '。'] : [', ', '. '];
  return (
    <p class="zj-rule">
      {confirmed || reference === null ? null : <><Tag colour="yellow">{t('unconfirmed')}</Tag>{' '}</>}
      {t('rule')}<Mixed context={context}>{document}</Mixed>{from === null ? '' : `${comma}${t('from', { from })}`}{stop}
      <a class="govuk-link" href={context.href(`/policy/${parameter}?region=${place.region}${day}`)}>{t('parameter', { name: say(parameterTitles, context.variant, parameter as ParameterKey) })}</a>
    </p>
  );
}
