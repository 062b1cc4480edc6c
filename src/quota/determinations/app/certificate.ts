import { say, type TextVariant } from '../../../kernel/texts.js';
import type { Remedy } from '../../../policy/index.js';
import { lineSentence, readableLine } from '../../levy/index.js';
import { certificateTexts, outcomeTexts } from '../certificate-texts.js';
import { groupedCode } from '../domain/verification-code.js';
import type { DeterminationContent } from './content.js';

export type Row = readonly [label: string, value: string];

/** A determination in words: the same for the page and for paper. */
export type Certificate = {
  readonly title: string;
  readonly heading: string;
  /** Only where the legal filing is made elsewhere. */
  readonly companion: string | null;
  readonly facts: readonly Row[];
  readonly summaryTitle: string;
  /** The steps of the statement, in order. */
  readonly summary: readonly string[];
  readonly trial: string;
  readonly remediesTitle: string;
  readonly remediesLead: string;
  readonly remedies: readonly string[];
  readonly remediesNotes: readonly string[];
  readonly verifyTitle: string;
  readonly verifyText: string;
  readonly verify: readonly Row[];
  readonly issued: readonly Row[];
  readonly footer: string;
};

/** @param place the region's full name */
export function certificateOf(content: DeterminationContent, variant: TextVariant, place: string): Certificate {
  const t = (key: keyof typeof certificateTexts.zh, params: Readonly<Record<string, string | number>> = {}): string => say(certificateTexts, variant, key, params);
  const isCompanion = content.mode === 'companion';
  const { trial, remedies, declared } = content;
  const persons = (count: string | null): string => (count === null ? t('unknown') : t('persons', { count }));
  const code = groupedCode(content.code);
  return {
    title: t(isCompanion ? 'titleCompanion' : 'title'),
    heading: t(isCompanion ? 'headingCompanion' : 'heading'),
    companion: isCompanion ? t('companion') : null,
    facts: [
      [t('number'), content.number], [t('employer'), content.employer.name], [t('uscc'), content.employer.uscc], [t('region'), place], [t('year'), t('yearValue', { year: content.baseYear })],
      [t('outcome'), say(outcomeTexts, variant, content.outcome)], [t('arranged'), persons(content.arranged)], [t('staff'), persons(declared.staff)], [t('required'), persons(declared.required)],
      ...(content.supersedes === null ? [] : [[t('supersedes'), content.supersedes] as const]),
    ],
    summaryTitle: t('summary'),
    summary: trial === null ? [t('summaryNone')] : (trial.statement ?? []).filter((line) => line.code !== 'levy.line.trial_sum').map((line) => lineSentence(readableLine(line), variant, 'both_sides')),
    trial: t('trial'),
    remediesTitle: t('remedies'),
    remediesLead: t(remedies.ways === null ? 'remediesUnknown' : 'remediesLead'),
    remedies: (remedies.ways ?? []).map(({ kind, within, unit }) => t(`${kind}${unit === 'days' ? 'Days' : 'Months'}` satisfies RemedyText, { within })),
    remediesNotes: remedies.ways === null || remedies.reference === null ? [] : [
      t('remediesSource', { title: remedies.reference.title, article: remedies.reference.article ?? '' }).trim(), ...(remedies.confirmed ? [] : [t('unconfirmed')]),
    ],
    verifyTitle: t('verify'),
    verifyText: t('verifyText'),
    verify: [[t('verifyAt'), content.verifyAt], [t('code'), code]],
    issued: [[t('decidedOn'), content.decidedOn], [t('issuedOn'), content.issuedOn], [t('issuer'), content.issuer]],
    footer: t('footer', { number: content.number, code, verifyAt: content.verifyAt }),
  };
}

type RemedyText = `${Remedy['kind']}${'Days' | 'Months'}`;
