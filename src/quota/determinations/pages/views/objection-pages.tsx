import type { LocalDate } from '../../../../kernel/local-date.js';
import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FormFaultSummary, formFaultAt, Input, InsetText, langOfTyped, Mixed, NotificationBanner, PostForm, Radios, SummaryList, Textarea, type PageView } from '../../../../ui/index.js';
import { noticeState } from '../../domain/notice.js';
import { objectionOutcomes, objectionParties } from '../../domain/notice-objection.js';
import type { NoticeObjection } from '../../infra/notice-objection.repository.js';
import type { PublicNotice } from '../../infra/public-register.js';
import type { AnswerForm, ObjectForm } from '../forms.js';
import { objectionOutcomeTexts, objectionPartyTexts } from '../texts.js';
import { day, type FormState, type Kit } from './kit.js';
import { noticeTitle } from './notice-pages.js';

/** Where anybody objects to a notice. */
export function objectPage(kit: Kit, notice: PublicNotice, { typed, faults, today }: FormState<ObjectForm> & { readonly today: LocalDate }): PageView {
  const { context, t } = kit;
  const isOpen = noticeState(notice, today) === 'open';
  return {
    title: t('objectLink'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/notices/${notice.id}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('objectLink')}</h1>
        <p class="govuk-body"><Mixed context={context}>{noticeTitle(kit, notice)}</Mixed></p>
        <InsetText>{isOpen ? t('objectLead', { closes: notice.closesOn }) : t('objectClosed')}</InsetText>
        {isOpen && (
          <PostForm context={context} action={`/notices/${notice.id}/object`}>
            <Radios name="party" fieldset={{ legend: t('objectParty') }} value={typed.party ?? ''} items={objectionParties.map((party) => ({ value: party, content: say(objectionPartyTexts, context.variant, party) }))} {...formFaultAt(faults, 'party')} />
            <Input name="place" label={t('objectPlace')} hint={t('objectPlaceHint')} value={typed.place ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-5" {...formFaultAt(faults, 'place')} />
            <Textarea name="words" label={t('objectWords')} hint={t('objectWordsHint')} value={typed.words ?? ''} rows={6} {...formFaultAt(faults, 'words')} {...langOfTyped(context, typed.words ?? '')} />
            <Input name="contact" label={t('objectContact')} hint={t('objectContactHint')} value={typed.contact ?? ''} autocomplete="off" class="govuk-input--width-20" {...formFaultAt(faults, 'contact')} {...langOfTyped(context, typed.contact ?? '')} />
            <Button name="object">{t('objectSend')}</Button>
          </PostForm>
        )}
      </>
    ),
  };
}

export type ObjectionsState = FormState<AnswerForm> & { /** The objection whose answer was refused. */ readonly at: string | null; readonly done: boolean };

/** What was said against a notice, for whoever published it. */
export function objectionsPage(kit: Kit, notice: PublicNotice, page: ListPage<NoticeObjection>, { typed, faults, at, done }: ObjectionsState): PageView {
  const { context, t } = kit;
  // An objection that was answered meanwhile has no boxes: its fault stands at the top.
  const hasBoxes = page.items.some(({ id, outcome }) => id === at && outcome === null);
  const placed = faults.map((fault) => ({ ...fault, field: hasBoxes ? `${fault.field}-${at}` : 'main-content' }));
  return {
    title: t('objectionsTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/notices/${notice.id}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={placed} />
        {done && <NotificationBanner type="success" text={t('answered')} />}
        <h1 class="govuk-heading-l">{t('objectionsTitle')}</h1>
        <p class="govuk-body"><Mixed context={context}>{noticeTitle(kit, notice)}</Mixed></p>
        {page.items.length === 0 && <p class="govuk-body">{t('objectionsNone')}</p>}
        {page.items.map((objection) => (
          <section>
            <h2 class="govuk-heading-m">{t('objectionOf', { day: day(objection.madeAt), party: say(objectionPartyTexts, context.variant, objection.party) })}</h2>
            <SummaryList rows={[
              [t('employer'), objection.employerName ?? t('objectionWhole')] as const, [t('objectWords'), objection.words] as const, [t('objectContact'), objection.contact ?? t('dash')] as const,
              ...(objection.outcome === null ? [] : [[t('answerOutcome'), say(objectionOutcomeTexts, context.variant, objection.outcome)] as const, [t('answer'), objection.answer ?? ''] as const]),
            ].map(([key, value]) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } }))} />
            {objection.outcome === null && (
              <PostForm context={context} action={`/notices/${notice.id}/objections/${objection.id}`}>
                <Radios name="outcome" idPrefix={`outcome-${objection.id}`} fieldset={{ legend: t('answerOutcome') }} value={at === objection.id ? (typed.outcome ?? '') : ''}
                  items={objectionOutcomes.map((outcome) => ({ value: outcome, content: say(objectionOutcomeTexts, context.variant, outcome) }))} {...formFaultAt(placed, `outcome-${objection.id}`)} />
                <Textarea id={`answer-${objection.id}`} name="answer" label={t('answer')} hint={t('answerHint')} value={at === objection.id ? (typed.answer ?? '') : ''} rows={4} {...formFaultAt(placed, `answer-${objection.id}`)} {...langOfTyped(context, at === objection.id ? (typed.answer ?? '') : '')} />
                <Button name="send">{t('answerSend')}</Button>
              </PostForm>
            )}
          </section>
        ))}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/notices/${notice.id}/objections?${new URLSearchParams({ after: page.next }).toString()}`)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}
