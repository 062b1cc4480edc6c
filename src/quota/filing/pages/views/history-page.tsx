import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Mixed, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import type { ShownStep } from '../../infra/step.repository.js';
import { actTexts } from '../texts.js';
import { backTo, type Kit } from './kit.js';

const CHINA_OFFSET_MS = 8 * 3_600_000;
/** `2026-11-16 10:00`, in China. */
const moment = (at: Date): string => new Date(at.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');

/** 办理记录: who did what, when and why. */
export function historyPage(kit: Kit, head: DeclarationHead, page: ListPage<ShownStep>): PageView {
  const { context, t, at } = kit;
  const remark = ({ words, dueOn }: ShownStep): string => [words, dueOn === null ? null : t('historyDue', { day: dueOn })].filter((part) => part !== null).join(' · ') || '—';
  return {
    title: t('historyTitle'),
    noIndex: true,
    back: backTo(kit, head.id),
    content: (
      <>
        <h1 class="govuk-heading-l">{t('historyTitle')}</h1>
        <TableRegion label={t('historyTitle')}>
          <Table
            caption={t('historyTitle')}
            captionClass="govuk-visually-hidden"
            firstCellIsHeader
            head={[t('historyAct'), t('historyAt'), t('historyBy'), t('historyWhy')]}
            rows={page.items.map((step) => [
              t('historyStep', { act: say(actTexts, context.variant, step.act), number: step.versionNumber }), moment(step.at),
              { content: <Mixed context={context}>{step.actorName ?? t('historyService')}</Mixed> }, { content: <Mixed context={context}>{remark(step)}</Mixed> },
            ])}
          />
        </TableRegion>
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${at(head.id, 'history')}?${new URLSearchParams({ after: page.next }).toString()}`} rel="next">{t('historyMore')}</a></p>}
      </>
    ),
  };
}
