import type { VNode } from 'preact';
import { say, type TextVariant } from '../../../../kernel/texts.js';
import { fen, formatYuan } from '../../../../kernel/money.js';
import type { LocalDate } from '../../../../kernel/local-date.js';
import type { RegionCode } from '../../../../kernel/region-code.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, DayInput, FilterForm, formFaultAt, FormFaultSummary, Input, InsetText, Mixed, NotificationBanner, PlaceInput, PostForm, Radios, Table, TableRegion, titleOf, type FormFault, type PageView } from '../../../../ui/index.js';
import { noticeState, withdrawalReasons } from '../../domain/notice.js';
import type { PublicNotice, PublicNoticeLine } from '../../infra/public-register.js';
import type { DeskForm, NoticesForm, WithdrawForm } from '../forms.js';
import { noticeKindTexts, noticeStateTexts, reliefKindTexts, withdrawalReasonTexts, type DeterminationText } from '../texts.js';
import { day, type FormState, type Kit } from './kit.js';

export const noticeTitle = ({ context, t, place }: Kit, { regionCode, baseYear, kind }: PublicNotice): string =>
  t('noticeTitle', { place: place(regionCode), year: baseYear, kind: say(noticeKindTexts, context.variant, kind) });

/** Where one language must do: names of places are Chinese. */
const plainTitle = (kit: Kit, notice: PublicNotice): string =>
  titleOf(kit.context, noticeTitle(kit, notice), kit.t('noticePlain', { year: notice.baseYear, kind: say(noticeKindTexts, kit.context.variant, notice.kind) }));

/** 公示: what is published. */
export function noticesPage(kit: Kit, page: ListPage<PublicNotice>, { typed, faults }: FormState<NoticesForm>, today: LocalDate, mayPublish: boolean): PageView {
  const { context, t } = kit;
  const chosen = Object.fromEntries(Object.entries({ region: typed.region ?? '', year: typed.year ?? '' }).filter(([, value]) => value !== ''));
  return {
    title: t('noticesTitle'),
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('noticesTitle')}</h1>
        <p class="govuk-body">{t('noticesLead')}</p>
        {mayPublish && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/notice-desk')}>{t('deskLink')}</a></p>}
        <FilterForm action={context.href('/notices')} show={t('show')}>
          <PlaceInput context={context} name="region" value={typed.region} faults={faults} optional />
          <Input name="year" label={t('year')} value={typed.year ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'year')} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t('noticesNone')}</p> : (
          <TableRegion label={t('noticesTitle')}>
            <Table caption={t('noticesTitle')} captionClass="govuk-visually-hidden" head={[t('notice'), t('state'), t('publishedOn'), t('closesOn'), t('lines'), t('issuer')]} firstCellIsHeader
              rows={page.items.map((notice) => [
                <a class="govuk-link zj-alone" href={context.href(`/notices/${notice.id}`)}><Mixed context={context}>{noticeTitle(kit, notice)}</Mixed></a>,
                say(noticeStateTexts, context.variant, noticeState(notice, today)), day(notice.publishedAt), notice.closesOn, String(notice.lines), <Mixed context={context}>{notice.issuer}</Mixed>,
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/notices?${new URLSearchParams({ ...chosen, after: page.next }).toString()}`)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

export type NoticeState = { readonly today: LocalDate; /** As the law's `assumed`. */ readonly assumed: readonly number[]; readonly mayWithdraw: boolean; readonly done: 'published' | 'withdrawn' | 'objected' | null } & FormState<WithdrawForm>;

/** One notice: employers and numbers. */
export function noticePage(kit: Kit, notice: PublicNotice, lines: ListPage<PublicNoticeLine>, { today, assumed, mayWithdraw, done, typed, faults }: NoticeState): PageView {
  const { context, t } = kit;
  const state = noticeState(notice, today);
  const [title, plain] = [noticeTitle(kit, notice), plainTitle(kit, notice)];
  const words: LineWords = { variant: context.variant, t, place: kit.place };
  return {
    title: plain,
    hasErrors: faults.length > 0,
    back: { href: context.href('/notices') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done !== null && <NotificationBanner type="success" text={t(done)} />}
        <h1 class="govuk-heading-l"><Mixed context={context}>{title}</Mixed></h1>
        <p class="govuk-body"><Mixed context={context}>{t('publishedBy', { issuer: notice.issuer, day: day(notice.publishedAt) })}</Mixed></p>
        <InsetText>{t(state === 'open' ? 'noticeOpen' : state === 'closed' ? 'noticeClosed' : 'noticeWithdrawn', { closes: notice.closesOn })}</InsetText>
        {state === 'open' && <Assumed kit={kit} years={assumed} />}
        {state === 'open' && <p class="govuk-body zj-noprint"><a class="govuk-link zj-alone" href={context.href(`/notices/${notice.id}/object`)}>{t('objectLink')}</a></p>}
        {mayWithdraw && <p class="govuk-body zj-noprint"><a class="govuk-link zj-alone" href={context.href(`/notices/${notice.id}/objections`)}>{t('objectionsLink')}</a></p>}
        {lines.items.length > 0 && (
          <>
            {/* The law knows one reason for relief and deferral (72号 art. 17). */}
            {notice.kind === 'relief' && <p class="govuk-body">{t('reliefReason')}</p>}
            <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/notices/${notice.id}/lines.csv`)}>{t('download')}</a></p>
            <TableRegion label={plain}>
              <Table caption={plain} captionClass="govuk-visually-hidden" head={headOf(words, notice)} headerCell={EMPLOYER_AT} rows={lines.items.map((line) => cellsOf(words, notice, line).map((content) => ({ content: <Mixed context={context}>{content}</Mixed> })))} />
            </TableRegion>
          </>
        )}
        {lines.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/notices/${notice.id}?${new URLSearchParams({ after: lines.next }).toString()}`)} rel="next">{t('more')}</a></p>}
        {mayWithdraw && state !== 'withdrawn' && (
          <div class="zj-noprint">
            <h2 class="govuk-heading-m">{t('withdrawTitle')}</h2>
            <PostForm context={context} action={`/notices/${notice.id}/withdraw`}>
              <Radios name="reason" fieldset={{ legend: t('withdrawReason') }} value={typed.reason ?? ''} items={withdrawalReasons.map((reason) => ({ value: reason, content: say(withdrawalReasonTexts, context.variant, reason) }))} {...formFaultAt(faults, 'reason')} />
              <Button class="govuk-button--secondary" name="withdraw">{t('withdraw')}</Button>
            </PostForm>
          </div>
        )}
      </>
    ),
  };
}

/** How a table of lines is told, on the page and in the file. */
export type LineWords = { readonly variant: TextVariant; t(key: DeterminationText, params?: Readonly<Record<string, string>>): string; place(region: RegionCode): string };

export const headOf = ({ t }: LineWords, { kind }: PublicNotice): readonly string[] =>
  [t('place'), t('employer'), t('uscc'), ...(kind === 'review' ? [t('required'), t('arranged'), t('missing'), t('state')] : [t('reliefKind'), t('reliefAmount'), t('deferralMonths'), t('reliefDecision')])];

/** Where a line names its employer, before which its place in the notice stands. */
const EMPLOYER_AT = 1;

/**
 * Small numbers stay: what one employer had to place and placed is the employer's number, and the law asks for it (72号 art. 20).
 * A list of reliefs says who decided and by which document (72号 art. 17).
 */
export function cellsOf({ variant, t, place }: LineWords, { kind }: PublicNotice, line: PublicNoticeLine): readonly string[] {
  const first = [String(line.place), line.employerName, line.uscc];
  if (kind === 'review') return [...first, line.required ?? t('dash'), line.arranged ?? t('dash'), line.missing ?? t('dash'), line.corrected ? t('corrected') : t('dash')];
  return [
    ...first, line.reliefKind === null ? t('dash') : say(reliefKindTexts, variant, line.reliefKind), line.reliefAmount === null ? t('dash') : formatYuan(fen(BigInt(line.reliefAmount))),
    line.deferralMonths === null ? t('dash') : String(line.deferralMonths),
    line.reliefRegion === null || line.reliefDocument === null ? t('dash') : t('reliefDecisionOf', { place: place(line.reliefRegion).replaceAll(' ', ''), document: line.reliefDocument }),
  ];
}

/** What would be published; null before region and year are given. */
export type DeskAnswer = { readonly waiting: number; readonly closesOn: LocalDate | null; readonly assumed: readonly number[] } | null;

/** How the closing day was counted, where days off were not known. */
const Assumed = ({ kit: { context, t }, years }: { readonly kit: Kit; readonly years: readonly number[] }): VNode | null =>
  (years.length === 0 ? null : <p class="govuk-body">{t('holidaysUnknown', { years: years.join(context.language === 'zh' ? '、' : ', ') })}</p>);

/** Where a federation publishes. It sees how many employers it is before it does. */
export function deskPage(kit: Kit, { typed, faults }: { readonly typed: DeskForm; readonly faults: readonly FormFault[] }, answer: DeskAnswer): PageView {
  const { context, t } = kit;
  return {
    title: t('deskTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/notices') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('deskTitle')}</h1>
        <p class="govuk-body">{t('deskLead')}</p>
        <PostForm context={context} action="/notice-desk">
          <PlaceInput context={context} name="regionCode" value={typed.regionCode} faults={faults} />
          <Input name="baseYear" label={t('deskYear')} value={typed.baseYear ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'baseYear')} />
          <DayInput context={context} field="closesOn" name="closesOn" legend={t('deskCloses')} hint={t('deskClosesHint')} typed={typed} faults={faults} />
          {answer !== null && <InsetText>{answer.closesOn === null ? t('deskReadyUnknown', { count: answer.waiting }) : t('deskReady', { count: answer.waiting, closes: answer.closesOn })}</InsetText>}
          {answer !== null && <Assumed kit={kit} years={answer.assumed} />}
          <div class="zj-actions">
            <Button class={answer === null ? '' : 'govuk-button--secondary'} name="act" value="look">{t('deskCheck')}</Button>
            {answer !== null && answer.waiting > 0 && <Button name="act" value="publish">{t('publish')}</Button>}
          </div>
        </PostForm>
      </>
    ),
  };
}
