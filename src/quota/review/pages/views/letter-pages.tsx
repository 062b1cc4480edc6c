import type { VNode } from 'preact';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import { say } from '../../../../kernel/texts.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FileUpload, FormFaultSummary, formFaultAt, Input, langOfTyped, Mixed, NotificationBanner, PostForm, Select, Table, TableRegion, Textarea, UploadProgress, type FormFault, type PageView } from '../../../../ui/index.js';
import { isOpenForEmployer, shownName, type DeclarationHead } from '../../../filing/index.js';
import type { QuestionedLine } from '../../app/read-correspondence.query.js';
import type { ShownLine } from '../../app/read-review.query.js';
import type { Need } from '../../domain/correction-request.js';
import { objectionGrounds } from '../../domain/objection.js';
import { takesPaper } from '../../domain/paper.js';
import type { ReviewFile } from '../../infra/file.repository.js';
import type { CorrectionRequest } from '../../infra/request.repository.js';
import { groundTexts, needTexts, reasonTexts } from '../../texts.js';
import type { Row, StepForm } from '../forms.js';
import type { Kit } from './kit.js';

export type ObjectState = { readonly head: DeclarationHead; readonly lines: readonly ShownLine[]; readonly scope: Scope; readonly possible: boolean; readonly rows: readonly Row[]; readonly typed: StepForm; readonly faults: readonly FormFault[] };

/** 提出异议: one row for each line that lost months. */
export function objectPage(kit: Kit, { head, lines, scope, possible, rows, typed, faults }: ObjectState): PageView {
  const { context, t, filing, months } = kit;
  return {
    title: t('objectTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: filing(head.id, 'statement'), text: t('wayStatement') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('objectTitle')}</h1>
        {!possible || lines.length === 0 ? <p class="govuk-body" id="version">{t(possible ? 'objectNone' : 'objectClosed')}</p> : (
          <>
            <p class="govuk-body">{t('objectLead')}</p>
            <PostForm context={context} action={`/filings/${head.id}/objection`}>
              <input type="hidden" name="version" value={String(head.version)} />
              {lines.map((line, index) => {
                const row = rows.find((one) => one.line === line.lineId);
                return (
                  <fieldset class="govuk-fieldset">
                    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s"><Mixed context={context}>{shownName(line.line.name, scope)}</Mixed></legend>
                    <p class="govuk-body"><Mixed context={context}>{kit.list(kit.says(t('refusedMonths'), months(line.claimed & ~(line.decision?.months ?? 0))), line.decision !== null && say(reasonTexts, context.variant, line.decision.reason), line.decision?.words ?? null)}</Mixed></p>
                    <input type="hidden" name="line[]" value={line.lineId} />
                    <Select name="choice[]" id={`choice-${index}`} label={t('objectGround')} value={row?.choice ?? ''} {...formFaultAt(faults, `choice-${index}`)} items={[{ value: '', text: t('objectNothing') }, ...objectionGrounds.map((ground) => ({ value: ground, text: say(groundTexts, context.variant, ground) }))]} />
                    <Input name="remark[]" id={`remark-${index}`} label={t('objectWords')} value={row?.remark ?? ''} {...langOfTyped(context, row?.remark ?? '')} />
                  </fieldset>
                );
              })}
              <Textarea name="words" label={t('objectAll')} hint={t('finishWordsHint')} rows={3} value={typed.words ?? ''} {...formFaultAt(faults, 'words')} {...langOfTyped(context, typed.words ?? '')} />
              <Button preventDoubleClick>{t('objectButton')}</Button>
            </PostForm>
          </>
        )}
      </>
    ),
  };
}

export type CorrectionsState = { readonly head: DeclarationHead; readonly requests: readonly CorrectionRequest[]; readonly lines: ReadonlyMap<string, ShownLine>; readonly scope: Scope; readonly mayWrite: boolean };

/** 补正要求, each with the way to what it asks. */
export function correctionsPage(kit: Kit, { head, requests, lines, scope, mayWrite }: CorrectionsState): PageView {
  const { context, t, filing, day } = kit;
  const open = mayWrite && isOpenForEmployer(head.state);
  return {
    title: t('correctionsTitle'),
    noIndex: true,
    back: { href: filing(head.id), text: t('backFiling') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('correctionsTitle')}</h1>
        <p class="govuk-body">{t(requests.length === 0 ? 'correctionsNone' : 'correctionsLead')}</p>
        {requests.map((request, index) => (
          <section aria-labelledby={`request-${index}`}>
            <h2 class="govuk-heading-m" id={`request-${index}`}>{t('requestOf', { day: day(request.sentAt), due: request.dueOn })}</h2>
            {request.words !== null && <p class="govuk-body"><Mixed context={context}>{request.words}</Mixed></p>}
            <ul class="govuk-list govuk-list--bullet">
              {request.items.map((item) => {
                const line = item.registryPersonId === null ? undefined : lines.get(item.registryPersonId);
                const need = say(needTexts, context.variant, item.need);
                const who = item.lineId === null ? t('wholeFiling') : line === undefined ? t('personGone') : shownName(line.line.name, scope);
                return (
                  <li>
                    <Mixed context={context}>{item.need !== 'facts' ? kit.says(who, kit.list(need, item.words)) : item.words === null ? need : kit.says(need, item.words)}</Mixed>
                    {open && request.answeredAt === null && <Doors kit={kit} id={head.id} line={line} need={item.need} />}
                  </li>
                );
              })}
            </ul>
            {request.answeredAt !== null && <p class="govuk-body">{t('requestAnswered', { day: day(request.answeredAt) })}</p>}
            {open && request.answeredAt === null && <p class="govuk-body"><a class="govuk-link zj-alone" href={filing(head.id)}>{t('correctionsAgain')}</a></p>}
          </section>
        ))}
      </>
    ),
  };
}

function Doors({ kit: { context, t, filing }, id, line, need }: { readonly kit: Kit; readonly id: string; readonly line: ShownLine | undefined; readonly need: Need }): VNode | null {
  if (need === 'facts') return <><br /><a class="govuk-link zj-alone" href={filing(id, 'facts')}>{t('correctionsFacts')}</a></>;
  if (line === undefined) return null;
  const name = <span class="govuk-visually-hidden">{' '}<Mixed context={context}>{line.line.name}</Mixed></span>;
  return (
    <>
      <br /><a class="govuk-link zj-alone" href={filing(id, `people/${line.lineId}`)}>{t('correctionsLine')}{name}</a>
      <br /><a class="govuk-link zj-alone" href={filing(id, `papers/${line.lineId}`)}>{t('correctionsPaper')}{name}</a>
    </>
  );
}

export type PapersState = { readonly head: DeclarationHead; readonly page: ListPage<QuestionedLine>; readonly scope: Scope };

/** 材料: whom a paper can help. */
export function papersPage(kit: Kit, { head, page, scope }: PapersState): PageView {
  const { context, t, filing } = kit;
  const needed = ({ needs }: QuestionedLine): string => kit.list(...needs.map((need) => say(needTexts, context.variant, need)));
  return {
    title: t('papersPageTitle'),
    noIndex: true,
    back: { href: filing(head.id), text: t('backFiling') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('papersPageTitle')}</h1>
        <p class="govuk-body">{t('paperLead')}</p>
        {page.items.length === 0 ? <p class="govuk-body">{t('papersPageNone')}</p> : (
          <TableRegion label={t('papersPageTitle')}>
            <Table
              caption={t('papersPageTitle')}
              captionClass="govuk-visually-hidden"
              firstCellIsHeader
              head={[t('name'), t('citizenId'), t('papersPageHelp'), t('papersPageGiven')]}
              rows={page.items.map((line) => [
                <a class="govuk-link zj-alone" href={filing(head.id, `papers/${line.lineId}`)}><Mixed context={context}>{shownName(line.line.name, scope)}</Mixed></a>, maskCitizenId(line.citizenId), needed(line) || t('dash'), String(line.papers),
              ].map((content) => ({ content })))}
            />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${filing(head.id, 'papers')}?${new URLSearchParams({ after: page.next }).toString()}`} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

export type PaperPageState = { readonly head: DeclarationHead; readonly line: ShownLine; readonly scope: Scope; readonly needs: readonly Need[]; readonly papers: readonly ReviewFile[]; readonly mayWrite: boolean; readonly done: boolean; readonly chosen: string; readonly faults: readonly FormFault[] };

/** The papers of one line. */
export function paperPage(kit: Kit, state: PaperPageState): PageView {
  const { context, t, filing, day } = kit;
  const { head, line, scope, papers, mayWrite, done, faults } = state;
  const removable = mayWrite && ['checking', 'accepted', 'returned'].includes(head.state);
  return {
    title: t('paperTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: filing(head.id, 'papers'), text: t('papersPageTitle') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" title={t('done')}><p class="govuk-body">{t('paperDone')}</p></NotificationBanner>}
        <span class="govuk-caption-l"><Mixed context={context}>{`${shownName(line.line.name, scope)} ${maskCitizenId(line.citizenId)}`}</Mixed></span>
        <h1 class="govuk-heading-l">{t('paperTitle')}</h1>
        <p class="govuk-body">{t('paperLead')}</p>
        <p class="govuk-body">{t('paperSealed')}</p>
        {papers.length === 0 ? <p class="govuk-body">{t('papersNone')}</p> : (
          <ul class="govuk-list zj-list-plain">
            {papers.map((paper) => (
              <li>
                <a class="govuk-link zj-alone" href={filing(head.id, `papers/${line.lineId}/${paper.id}`)} download><Mixed context={context}>{kit.note(paper.name, t('paperOf', { need: say(needTexts, context.variant, paper.need ?? 'other'), day: day(paper.storedAt), size: Math.ceil(paper.size / 1024) }))}</Mixed></a>
                {removable && (
                  <PostForm context={context} action={`/filings/${head.id}/papers/${line.lineId}/${paper.id}/remove`}>
                    <Button class="govuk-button--secondary">{t('paperRemove')}<span class="govuk-visually-hidden">{' '}<Mixed context={context}>{paper.name}</Mixed></span></Button>
                  </PostForm>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayWrite && <Upload kit={kit} state={state} />}
      </>
    ),
  };
}

function Upload({ kit: { context, t, filing }, state: { head, line, needs, chosen, faults } }: { readonly kit: Kit; readonly state: PaperPageState }): VNode {
  if (!takesPaper(head.state) || needs.length === 0) return <p class="govuk-body" id="file">{t(takesPaper(head.state) ? 'paperNot' : 'paperClosed')}</p>;
  return (
    <UploadProgress context={context}>
      <form method="post" action={filing(head.id, `papers/${line.lineId}`)} enctype="multipart/form-data" novalidate>
        {/* Before the file: the reader of the body checks it before it keeps a byte. */}
        <input type="hidden" name="_csrf" value={context.csrfToken()} />
        <Select name="need" label={t('paperNeed')} value={chosen} {...formFaultAt(faults, 'need')} items={needs.map((need) => ({ value: need, text: say(needTexts, context.variant, need) }))} />
        <FileUpload name="file" label={t('paperFile')} hint={t('paperHint')} {...formFaultAt(faults, 'file')} attributes={{ accept: '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png' }} />
        <Button preventDoubleClick>{t('paperUpload')}</Button>
      </form>
    </UploadProgress>
  );
}
