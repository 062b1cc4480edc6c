import { say } from '../../../../kernel/texts.js';
import { Button, FileUpload, FormFaultSummary, formFaultAt, Input, Mixed, Panel, PostForm, SummaryList, Textarea, type FormFault, type PageView } from '../../../../ui/index.js';
import { outcomeTexts } from '../../certificate-texts.js';
import type { Verdict } from '../../app/verify-determination.query.js';
import type { RegisteredDetermination } from '../../infra/public-register.js';
import { verdictTexts } from '../texts.js';
import { day, type Kit } from './kit.js';

export type VerifyState = { readonly code: string; readonly pasted: string; readonly faults: readonly FormFault[] };

/** Where anybody verifies a determination. */
export function verifyPage({ context, t }: Kit, { code, pasted, faults }: VerifyState): PageView {
  return {
    title: t('verifyTitle'),
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('verifyTitle')}</h1>
        <p class="govuk-body">{t('verifyLead')}</p>
        <PostForm context={context} action="/verify">
          <Input name="code" label={t('code')} hint={t('codeHint')} value={code} autocomplete="off" spellcheck={false} class="govuk-input--width-20" {...formFaultAt(faults, 'code')} />
          <Button>{t('verify')}</Button>
        </PostForm>
        <h2 class="govuk-heading-m">{t('copyTitle')}</h2>
        <p class="govuk-body">{t('copyLead')}</p>
        <form method="post" action={context.href('/verify/file')} enctype="multipart/form-data" novalidate>
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          <FileUpload name="file" label={t('file')} hint={t('fileHint')} attributes={{ accept: '.json,application/json' }} {...formFaultAt(faults, 'file')} />
          <Button class="govuk-button--secondary" name="check">{t('checkFile')}</Button>
        </form>
        <PostForm context={context} action="/verify/text">
          <Textarea name="copy" label={t('paste')} value={pasted} rows={6} spellcheck={false} {...formFaultAt(faults, 'copy')} />
          <Button class="govuk-button--secondary" name="text">{t('checkPaste')}</Button>
        </PostForm>
      </>
    ),
  };
}

/** What came of it, in one look. */
export function verdictPage(kit: Kit, verdict: Verdict): PageView {
  const { context, t } = kit;
  const title = t('verdictTitle', { verdict: say(verdictTexts, context.variant, verdict.verdict) });
  return {
    title,
    noIndex: true,
    back: { href: context.href('/verify') },
    content: (
      <>
        <Panel title={title} />
        <p class="govuk-body"><Mixed context={context}>{sentenceOf(kit, verdict)}</Mixed></p>
        {verdict.verdict === 'changed' && verdict.determination !== null && <p class="govuk-body">{t('changedKnown')}</p>}
        {verdict.verdict !== 'unknown' && verdict.determination !== null && <Registered kit={kit} determination={verdict.determination} />}
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/verify')}>{t('again')}</a></p>
      </>
    ),
  };
}

function sentenceOf({ t }: Kit, verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'genuine': return t('genuineText');
    case 'superseded': {
      const { supersededBy } = verdict.determination;
      return t('supersededVerdict', { number: supersededBy?.number ?? '', date: supersededBy === null ? '' : day(supersededBy.issuedAt) });
    }
    case 'unknown': return t('unknownText');
    case 'changed': return t('changedText');
  }
}

function Registered({ kit: { context, t }, determination: found }: { readonly kit: Kit; readonly determination: RegisteredDetermination }) {
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return (
    <SummaryList
      rows={[
        row(t('number'), found.number), row(t('employer'), found.employerName), row(t('uscc'), found.uscc), row(t('year'), t('yearOf', { year: found.baseYear })),
        row(t('result'), say(outcomeTexts, context.variant, found.outcome)), row(t('arranged'), t('persons', { count: found.arranged })), row(t('issuedOn'), day(found.issuedAt)), row(t('issuer'), found.issuer),
      ]}
    />
  );
}
