import { say } from '../../../../kernel/texts.js';
import { Mixed, type PageView } from '../../../../ui/index.js';
import { StatementView } from '../../../levy/index.js';
import { employerKindTexts } from '../../../employers/index.js';
import { placeOf } from '../../app/filing-law.js';
import type { ShownFiling } from '../../app/show-filing.query.js';
import { backTo, type Kit } from './kit.js';

/** 试算结果: the same statement that a reviewer sees, and the door to one more person. */
export function trialPage(kit: Kit, { head, trial }: ShownFiling, region: string): PageView {
  const { context, t, at } = kit;
  const frame = { title: t('trialTitle'), noIndex: true, back: backTo(kit, head.id) };
  if (trial.kind !== 'sum') {
    return { ...frame, content: <><h1 class="govuk-heading-l">{t('trialTitle')}</h1><p class="govuk-body">{t(trial.kind === 'failed' ? 'trialFailed' : 'trialIncomplete')}</p><p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, 'facts')}>{t('taskFacts')}</a></p></> };
  }
  const { result, without, provisionalMonths } = trial;
  return {
    ...frame,
    content: (
      <>
        <StatementView
          context={context}
          result={result}
          reader="both_sides"
          region={placeOf(head.regionCode)}
          about={t('trialAbout', { region, year: head.baseYear, kind: say(employerKindTexts, context.variant, head.employerKind) })}
          {...(without === null ? {} : { provisional: { months: provisionalMonths, payableWith: result.payable, payableWithout: without.payable } })}
        />
        <h2 class="govuk-heading-m" id="one-person">{t('onePerson')}</h2>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/levy/what-if')}><Mixed context={context}>{t('openWhatIf')}</Mixed></a></p>
      </>
    ),
  };
}
