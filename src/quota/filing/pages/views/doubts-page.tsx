import type { VNode } from 'preact';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, Mixed, NotificationBanner, PostForm, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import { shownName } from '../../api/views.js';
import type { ShownDoubt } from '../../app/doubts.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import { doubtSentence } from '../../texts.js';
import { backTo, type Kit } from './kit.js';

/** What a prefill has just done; null where the page was merely opened. */
export type JustPrefilled = { readonly taken: number; readonly left: number; readonly staff: boolean };

export type DoubtsPageState = { readonly head: DeclarationHead; readonly page: ListPage<ShownDoubt>; readonly scope: Scope; readonly mayWrite: boolean; readonly done: JustPrefilled | null };

/** 预填时留意的事: one by one, each with where to look. */
export function doubtsPage(kit: Kit, { head, page, scope, mayWrite, done }: DoubtsPageState): PageView {
  const { context, t, at } = kit;
  return {
    title: t('doubtsTitle'),
    noIndex: true,
    back: backTo(kit, head.id),
    content: (
      <>
        {done !== null && <Done kit={kit} done={done} />}
        <h1 class="govuk-heading-l">{t('doubtsTitle')}</h1>
        {page.items.length === 0 ? <p class="govuk-body">{t('doubtsNone')}</p> : (
          <>
            <p class="govuk-body">{t('doubtsLead')}</p>
            <TableRegion label={t('doubtsTitle')}>
              <Table
                caption={t('doubtsTitle')}
                captionClass="govuk-visually-hidden"
                firstCellIsHeader
                head={[t('doubtWho'), t('doubtWhat'), ...(mayWrite ? [t('doubtDo')] : [])]}
                rows={page.items.map((doubt) => [
                  { content: <><Mixed context={context}>{shownName(doubt.name, scope) || '—'}</Mixed><br />{maskCitizenId(doubt.citizenId)}</> },
                  { content: <Mixed context={context}>{doubtSentence(doubt, context.variant)}</Mixed>, class: 'zj-sentence' },
                  ...(mayWrite ? [{ content: <Ways kit={kit} head={head} doubt={doubt} /> }] : []),
                ])}
              />
            </TableRegion>
          </>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${at(head.id, 'doubts')}?${new URLSearchParams({ after: page.next }).toString()}`} rel="next">{t('doubtsMore')}</a></p>}
        <p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, 'people')}>{t('peopleTitle')}</a></p>
      </>
    ),
  };
}

function Done({ kit: { t }, done: { taken, left, staff } }: { readonly kit: Kit; readonly done: JustPrefilled }): VNode {
  const something = taken + left > 0;
  return (
    <NotificationBanner type="success" title={t('prefillTitle')}>
      <p class="govuk-body">{something ? t('prefillDone', { taken, left }) : staff ? t('prefillStaff') : t('prefillNothing')}</p>
      {something && staff && <p class="govuk-body">{t('prefillStaff')}</p>}
    </NotificationBanner>
  );
}

function Ways({ kit: { context, t, at }, head, doubt: { id, lineId, kept, name, settledAt } }: { readonly kit: Kit; readonly head: DeclarationHead; readonly doubt: ShownDoubt }): VNode {
  const whom = <span class="govuk-visually-hidden"> <Mixed context={context}>{name}</Mixed></span>;
  return (
    <>
      {lineId !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, `people/${lineId}`)}>{t('doubtOpen')}{whom}</a></p>}
      {lineId === null && !kept && <p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, 'add-person')}>{t('doubtAdd')}{whom}</a></p>}
      {settledAt === null
        ? <PostForm context={context} action={`/filings/${head.id}/doubts/${id}/settle`}><Button class="govuk-button--secondary">{t('doubtSettle')}{whom}</Button></PostForm>
        : <p class="govuk-body">{t('doubtSettled')}</p>}
    </>
  );
}

/** Asked before the list is prefilled once more. */
export function prefillPage(kit: Kit, head: DeclarationHead, possible: boolean): PageView {
  const { context, t } = kit;
  return {
    title: t('prefillTitle'),
    noIndex: true,
    back: backTo(kit, head.id),
    content: (
      <>
        <h1 class="govuk-heading-l">{t('prefillTitle')}</h1>
        <p class="govuk-body">{t('prefillText')}</p>
        {possible ? (
          <PostForm context={context} action={`/filings/${head.id}/prefill`}>
            <input type="hidden" name="version" value={String(head.version)} />
            <Button preventDoubleClick>{t('prefillButton')}</Button>
          </PostForm>
        ) : <p class="govuk-body">{t('notPossible')}</p>}
      </>
    ),
  };
}
