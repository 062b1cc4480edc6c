import { chinaDay } from '../../../kernel/clock.js';
import { say } from '../../../kernel/texts.js';
import { Button, FormFaultSummary, formFaultAt, langOfTyped, Mixed, NotificationBanner, PostForm, Radios, SummaryList, Textarea, type PageContext, type PageView } from '../../../ui/index.js';
import { requestKinds } from '../../domain/request.js';
import type { RequestDetail } from '../../infra/request.repository.js';
import type { RequestForm } from '../forms.js';
import { requestKindTexts, requestStatusTexts } from '../texts.js';
import { wordsOf, type FormPageState } from './parts.js';

export type OwnRequests = { readonly requests: readonly RequestDetail[]; readonly rankingOff: boolean };

const DONE = { asked: 'asked', withdrawn: 'withdrawn', switched: 'switched' } as const;
const isDone = (word: string): word is keyof typeof DONE => Object.hasOwn(DONE, word);

/** 我的请求 */
export function requestsPage(context: PageContext, { requests, rankingOff }: OwnRequests, { typed, faults, done }: FormPageState<RequestForm>): PageView {
  const t = wordsOf(context);
  const { variant } = context;
  const own = (words: string) => ({ content: <Mixed context={context}>{words}</Mixed> });
  const ofOne = ({ id, kind, madeAt, dueOn, status, wish, answer }: RequestDetail) => (
    <div>
      <h2 class="govuk-heading-s">{say(requestKindTexts, variant, kind)}</h2>
      <SummaryList
        rows={[
          { key: t('state'), value: say(requestStatusTexts, variant, status) }, { key: t('madeOn'), value: chinaDay(madeAt) }, status === 'received' && { key: t('due'), value: dueOn },
          wish !== null && { key: t('wishOf'), value: own(wish) }, answer !== null && { key: t('answer'), value: own(answer) },
        ]}
      />
      {status === 'received' && (
        <PostForm context={context} action="/my-data/requests/withdraw">
          <input type="hidden" name="id" value={id} />
          <Button class="govuk-button--secondary">{t('withdrawOf', { purpose: say(requestKindTexts, variant, kind) })}</Button>
        </PostForm>
      )}
    </div>
  );
  return {
    title: t('requestsTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/my-data') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done !== null && isDone(done) && <NotificationBanner type="success" text={t(done === 'switched' ? (rankingOff ? 'switchedOff' : 'switchedOn') : DONE[done])} />}
        <h1 class="govuk-heading-l">{t('requestsTitle')}</h1>
        <p class="govuk-body">{t('requestsLead')}</p>
        {requests.length === 0 ? <p class="govuk-body">{t('noRequests')}</p> : requests.map(ofOne)}
        <h2 class="govuk-heading-m">{t('askTitle')}</h2>
        <PostForm context={context} action="/my-data/requests">
          <Radios name="kind" fieldset={{ legend: t('kindAsked') }} value={typed.kind ?? ''} {...formFaultAt(faults, 'kind')} items={requestKinds.map((kind) => ({ value: kind, content: say(requestKindTexts, variant, kind) }))} />
          <Textarea name="wish" label={t('wish')} hint={t('wishHint')} value={typed.wish ?? ''} rows={4} {...formFaultAt(faults, 'wish')} {...langOfTyped(context, typed.wish ?? '')} />
          <Button>{t('ask')}</Button>
        </PostForm>
        <h2 class="govuk-heading-m">{t('rankingTitle')}</h2>
        <p class="govuk-body">{t(rankingOff ? 'rankingOff' : 'rankingOn')}</p>
        <PostForm context={context} action="/my-data/ranking">
          <input type="hidden" name="off" value={rankingOff ? 'no' : 'yes'} />
          <Button class="govuk-button--secondary">{t(rankingOff ? 'switchOn' : 'switchOff')}</Button>
        </PostForm>
      </>
    ),
  };
}
