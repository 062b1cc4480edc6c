import { say } from '../../../../kernel/texts.js';
import { Button, type PageContext, type PageView } from '../../../../ui/index.js';
import type { LevyResult, Warning } from '../../domain/result.js';
import type { LevyDraft } from '../draft/draft.js';
import { regionName } from '../steps/region-step.js';
import type { Law } from '../steps/step.js';
import { statementTexts, type StatementText } from '../texts/statement-texts.js';
import { ExampleNote } from './example.js';
import { grouped } from './numbers.js';
import { saysOf } from './question-frame.js';
import { ClearForm } from './start-page.js';
import { StatementView } from './statement-view.js';

/** How many people would close the gap, working the whole year. */
export type Missing = { readonly gap: string; readonly ordinary: number; readonly severe: number };

/** 山东省 淄博市 张店区，2024 年，企业. */
export function aboutCase(context: PageContext, draft: LevyDraft, { regions }: Law): string {
  const kind = draft.employerKind === undefined ? '' : saysOf(context)(`kind.${draft.employerKind}`);
  return say(statementTexts, context.variant, 'about', { region: regionName(regions, draft.region ?? ''), year: draft.baseYear ?? '', kind });
}

export function statementPage(context: PageContext, draft: LevyDraft, law: Law, result: LevyResult, missing: Missing): PageView {
  const t = (key: StatementText, params = {}) => say(statementTexts, context.variant, key, params);
  return {
    title: t('title'),
    noIndex: true,
    back: { href: context.href('/levy/check') },
    content: (
      <>
        <ExampleNote context={context} draft={draft} />
        <StatementView context={context} result={result} reader="author" region={draft.region ?? ''} about={aboutCase(context, draft, law)} mend={(warning) => mend(context, warning)} />
        <p class="govuk-body zj-quiet">{t('stamp', { day: law.simulator.today, hash: result.policyHash.slice(0, 12) })}</p>
        <section class="zj-paper zj-noprint" aria-labelledby="more">
          <h2 class="govuk-heading-m" id="more">{t('more')}</h2>
          <p class="govuk-body">{missing.ordinary === 0 ? t('moreReached') : t('moreGap', { ...missing, gap: grouped(missing.gap, 0) })}</p>
          <Button href={context.href('/levy/what-if')}>{t('moreLink')}</Button>
        </section>
        <section class="zj-noprint" aria-labelledby="next">
          <h2 class="govuk-heading-m" id="next">{t('next')}</h2>
          <ul class="govuk-list">
            <li>{t('print')}</li>
            <li><a class="govuk-link zj-alone" href="/levy/statement.json" download>{t('download')}</a> {t('downloadNote')}</li>
            <li><a class="govuk-link zj-alone" href={context.href('/levy/check')}>{t('change')}</a></li>
          </ul>
          <ClearForm context={context} />
        </section>
      </>
    ),
  };
}

function mend(context: PageContext, { code }: Warning): { readonly href: string; readonly words: string } | null {
  const t = (key: StatementText) => say(statementTexts, context.variant, key);
  switch (code) {
    case 'levy.warning.social_average_wage_unknown': return { href: '/levy/paid?to=check&own=yes#socialAverageWage', words: t('ownSocial') };
    case 'levy.warning.registration_unknown': return { href: '/levy/registered?to=check', words: t('ownRegistered') };
    case 'levy.warning.more_people_than_staff': return { href: '/levy/people?to=check', words: t('checkPeople') };
    default: return null;
  }
}
