import { disabilityWords } from '../../../people/registry/index.js';
import { Mixed, SummaryList, type PageContext, type PageView } from '../../../ui/index.js';
import type { DataCopy } from '../../app/own-data.query.js';
import { wordsOf } from './parts.js';

export type DataState = { readonly region: string; /** A guardian reads it. */ readonly ofWard: boolean };

/** 我的信息: everything in clear, for the person or its guardian alone. @param region its full name */
export function dataPage(context: PageContext, { identity, contact, certificate, file }: DataCopy, { region, ofWard }: DataState): PageView {
  const t = wordsOf(context);
  const row = (key: string, value: string | null | undefined) => ({ key, value: { content: <Mixed context={context}>{value ?? t('nothing')}</Mixed> } });
  const link = (path: string, text: string) => <li><a class="govuk-link zj-alone" href={path}>{text}</a></li>;
  return {
    title: t('dataTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('dataTitle')}</h1>
        <p class="govuk-body">{ofWard ? <Mixed context={context}>{t('wardLead', { name: identity.name ?? t('gone') })}</Mixed> : t('dataLead')}</p>
        <SummaryList
          rows={[
            row(t('name'), identity.name), row(t('citizenId'), identity.citizenId), row(t('region'), region), row(t('phone'), contact?.phone), row(t('address'), contact?.address),
            row(t('certificate'), certificate?.number), row(t('disability'), certificate && disabilityWords(context.variant, certificate)), row(t('opened'), file?.openedOn),
          ]}
        />
        <h2 class="govuk-heading-m">{t('more')}</h2>
        <ul class="govuk-list">
          {link(context.href('/my-data/looks'), t('looks'))}
          {link(context.href('/my-data/consents'), t('consents'))}
          {link(context.href('/my-data/requests'), t('requests'))}
          {link('/api/v1/own/data', t('download'))}
        </ul>
      </>
    ),
  };
}
