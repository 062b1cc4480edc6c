import { say } from '../../../kernel/texts.js';
import { Mixed, Table, TableRegion, type PageContext, type PageView } from '../../../ui/index.js';
import type { LookPage } from '../../app/own-data.query.js';
import { lookFieldTexts, lookPurposeTexts, rolesInLooks } from '../texts.js';
import { instantText, wordsOf } from './parts.js';

const has = <T extends object>(texts: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(texts, key);

/** 谁看过我的档案 */
export function looksPage(context: PageContext, { items, next }: LookPage): PageView {
  const t = wordsOf(context);
  const { variant } = context;
  const role = (name: string | null): string => say(rolesInLooks, variant, name !== null && has(rolesInLooks.zh, name) ? name : 'other');
  const purpose = (code: string): string => say(lookPurposeTexts, variant, has(lookPurposeTexts.zh, code) ? code : 'other');
  const what = (fields: readonly string[]): string => fields.map((field) => say(lookFieldTexts, variant, has(lookFieldTexts.zh, field) ? field : 'other')).join(context.language === 'zh' ? '、' : ', ');
  return {
    title: t('looksTitle'),
    noIndex: true,
    back: { href: context.href('/my-data') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('looksTitle')}</h1>
        <p class="govuk-body">{t('looksLead')}</p>
        {items.length === 0 ? <p class="govuk-body">{t('noLooks')}</p> : (
          <TableRegion label={t('looksTitle')}>
            <Table caption={t('looksTitle')} captionClass="govuk-visually-hidden" head={[t('at'), t('who'), t('looked'), t('purpose'), t('reason')]} firstCellIsHeader
              rows={items.map((look) => [instantText(look.at), role(look.role), what(look.fields), purpose(look.purpose), <Mixed context={context}>{look.reason ?? '—'}</Mixed>].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/my-data/looks?before=${next}`)} rel="next">{t('earlier')}</a></p>}
      </>
    ),
  };
}
