import { say } from '../../kernel/texts.js';
import { Details } from '../components/messages.js';
import { Table } from '../components/table.js';
import type { PageContext } from '../layout/page-context.js';
import { ReadAloud } from '../layout/read-aloud.js';
import type { PageView } from '../layout/render-page.js';
import { helpTexts } from '../texts/help-texts.js';
import { layoutTexts } from '../texts/layout-texts.js';

type Key = keyof typeof helpTexts.zh;

const QUESTIONS: readonly (readonly [Key, Key])[] = [['q1', 'a1'], ['q2', 'a2'], ['q3', 'a3'], ['q4', 'a4']];
const WORDS: readonly (readonly [Key, Key])[] = [['w1', 'w1Text'], ['w2', 'w2Text'], ['w3', 'w3Text'], ['w4', 'w4Text'], ['w5', 'w5Text']];
const SITE_MAP: readonly (readonly [keyof typeof layoutTexts.zh, string])[] = [
  ['navHome', '/'], ['navLevy', '/levy'], ['navPolicy', '/policy'], ['navHelp', '/help'], ['display', '/display'], ['accessibility', '/accessibility'], ['api', '/api'],
];

export function helpPage(context: PageContext): PageView {
  const t = (key: Key) => say(helpTexts, context.variant, key);
  const { site } = context;
  const ways: readonly (readonly [Key, string | null])[] = [['written', site.email], ['phone', site.phone], ['sms', site.sms], ['office', site.office]];
  const undeclared = [...ways.map(([, value]) => value), site.signVideoUrl].some((value) => value === null);
  const sign = site.signVideoUrl === null ? t('notDeclared') : { content: <a class="govuk-link zj-alone" href={site.signVideoUrl}>{t('signLink')}</a> };
  return {
    title: t('title'),
    content: (
      <ReadAloud context={context}>
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('lead')}</p>
        <h2 class="govuk-heading-m">{t('ways')}</h2>
        <Table
          caption={t('ways')}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[t('way'), t('where')]}
          rows={[...ways.map(([key, value]) => [t(key), value ?? t('notDeclared')]), [t('sign'), sign]]}
        />
        {undeclared && <p class="govuk-body">{t('notDeclaredNote')}</p>}
        <h2 class="govuk-heading-m" id="paper">{t('paper')}</h2>
        <p class="govuk-body">{t('paperText')}</p>
        <p class="govuk-body">{t('paperPrint')}</p>
        <h2 class="govuk-heading-m">{t('common')}</h2>
        {QUESTIONS.map(([question, answer]) => <Details summary={t(question)}><p class="govuk-body">{t(answer)}</p></Details>)}
        <Details summary={t('q5')}>
          <p class="govuk-body">{t('a5')}<a class="govuk-link" href={context.href('/display')}>{t('q5Link')}</a>{t('a5End')}</p>
        </Details>
        <h2 class="govuk-heading-m">{t('words')}</h2>
        <dl class="zj-words">{WORDS.map(([word, text]) => <div><dt>{t(word)}</dt><dd>{t(text)}</dd></div>)}</dl>
        <h2 class="govuk-heading-m" id="site-map">{t('siteMap')}</h2>
        <ul class="govuk-list">
          {SITE_MAP.map(([key, path]) => <li><a class="govuk-link zj-alone" href={context.href(path)}>{say(layoutTexts, context.variant, key)}</a></li>)}
          <li><a class="govuk-link zj-alone" href={context.href('/accessibility#complaints')}>{t('complaints')}</a></li>
        </ul>
      </ReadAloud>
    ),
  };
}
