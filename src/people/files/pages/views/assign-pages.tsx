import { chinaDay } from '../../../../kernel/clock.js';
import { say } from '../../../../kernel/texts.js';
import type { Caseworker, Namesake } from '../../../../members/index.js';
import { Button, FormFaultSummary, formFaultAt, Mixed, PostForm, Radios, type FormFault, type PageView } from '../../../../ui/index.js';
import type { FileView } from '../../app/read-files.query.js';
import { caseworkerTexts } from '../texts.js';
import type { Kit } from './kit.js';

/** 交给谁负责 */
export function assignPage({ context, t, place }: Kit, file: FileView, caseworkers: readonly Caseworker[], faults: readonly FormFault[]): PageView {
  const told = ({ displayName, role, organisationName, regionCode }: Caseworker): string => [displayName, role === 'job_coach' || role === 'counselor' ? say(caseworkerTexts, context.variant, role) : '', organisationName ?? place(regionCode)].join(' · ');
  return {
    title: t('assignTo'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/files/${file.id}`), text: t('backToFile') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l"><Mixed context={context}>{t('assignTitle', { name: file.name ?? t('gone') })}</Mixed></h1>
        <p class="govuk-body">{t('assignLead')}</p>
        {caseworkers.length === 0 ? <p class="govuk-body">{t('noCaseworkers')}</p> : (
          <PostForm context={context} action={`/files/${file.id}/assign`}>
            <input type="hidden" name="version" value={String(file.version)} />
            <Radios name="counselorId" fieldset={{ legend: t('counselor') }} value={file.counselorId} {...formFaultAt(faults, 'counselorId')}
              items={caseworkers.map((one) => ({ value: one.accountId, content: <Mixed context={context}>{told(one)}</Mixed> }))} />
            <Button>{t('assign')}</Button>
          </PostForm>
        )}
      </>
    ),
  };
}

/** 连接本人账号 */
export function linkPage({ context, t }: Kit, file: FileView, namesakes: readonly Namesake[], faults: readonly FormFault[]): PageView {
  const told = ({ displayName, contacts, createdAt }: Namesake): string => [displayName, ...contacts, t('registeredOn', { day: chinaDay(createdAt) })].join(' · ');
  return {
    title: t('linkTo'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/files/${file.id}`), text: t('backToFile') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l"><Mixed context={context}>{t('linkTitle', { name: file.name ?? t('gone') })}</Mixed></h1>
        <p class="govuk-body">{t('linkLead')}</p>
        {namesakes.length === 0 ? <p class="govuk-body">{t('noNamesakes')}</p> : (
          <PostForm context={context} action={`/files/${file.id}/link`}>
            <input type="hidden" name="version" value={String(file.version)} />
            <Radios name="accountId" fieldset={{ legend: t('account') }} hint={t('accountHint')} value={file.accountId} {...formFaultAt(faults, 'accountId')}
              items={namesakes.map((one) => ({ value: one.accountId, content: <Mixed context={context}>{told(one)}</Mixed> }))} />
            <Button>{t('link')}</Button>
          </PostForm>
        )}
      </>
    ),
  };
}
