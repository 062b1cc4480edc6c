import { say } from '../../kernel/texts.js';
import type { PageContext } from '../layout/page-context.js';
import { ReadAloud } from '../layout/read-aloud.js';
import type { PageView } from '../layout/render-page.js';
import { accessibilityTexts } from '../texts/accessibility-texts.js';

type Key = keyof typeof accessibilityTexts.zh;

/** What is checked and by whom, what is not, and where to complain (无障碍环境建设法 art. 32, 39, 62). */
export function accessibilityPage(context: PageContext): PageView {
  const t = (key: Key, params = {}) => say(accessibilityTexts, context.variant, key, params);
  const list = (keys: readonly Key[]) => <ul class="govuk-list govuk-list--bullet">{keys.map((key) => <li>{t(key)}</li>)}</ul>;
  const { site } = context;
  return {
    title: t('title'),
    content: (
      <ReadAloud context={context}>
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body-l">{t('lead')}</p>
        <h2 class="govuk-heading-m">{t('aim')}</h2>
        <p class="govuk-body">{t('aimText')}</p>
        <p class="govuk-body">{t('noClaim')}</p>
        <h2 class="govuk-heading-m">{t('machine')}</h2>
        <p class="govuk-body">{t('machineLead')}</p>
        {list(['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7'])}
        <p class="govuk-body">{t('speed')}</p>
        <h2 class="govuk-heading-m">{t('people')}</h2>
        <p class="govuk-body">{t('peopleLead')}</p>
        {list(['p1', 'p2', 'p3', 'p4', 'p5'])}
        <h2 class="govuk-heading-m">{t('gaps')}</h2>
        {list(['g1', 'g2', 'g3'])}
        <h2 class="govuk-heading-m">{t('other')}</h2>
        <p class="govuk-body">{t('otherText')}<a class="govuk-link" href={context.href('/help#paper')}>{t('otherLink')}</a></p>
        <h2 class="govuk-heading-m" id="complaints">{t('complaints')}</h2>
        <p class="govuk-body">{t('complaintsText')}</p>
        <p class="govuk-body">{t('complaintsTo', { contact: site.complaints ?? t('notDeclared') })}</p>
        <p class="govuk-body">{t('complaintsLaw')}</p>
        <p class="govuk-body zj-quiet">{t('prepared')}</p>
      </ReadAloud>
    ),
  };
}
