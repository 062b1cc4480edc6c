import type { VNode } from 'preact';
import { formatYuan, type Fen } from '../../../../kernel/money.js';
import { say } from '../../../../kernel/texts.js';
import { Table, TableRegion } from '../../../../ui/index.js';
import { groupedYuan } from '../../../levy/index.js';
import type { FilingReview } from '../../infra/review.repository.js';
import { outcomeTexts } from '../../texts.js';
import type { Kit } from './kit.js';

/** By how much a decision changes the trial sum, with its sign. */
export function changeWords({ t }: Kit, { trialPayable, beforePayable }: FilingReview): string {
  if (trialPayable === null || beforePayable === null) return t('dash');
  const change = trialPayable - beforePayable;
  return change === 0n ? t('noChange') : t('changeOf', { sign: change > 0n ? '+' : '−', sum: groupedYuan(formatYuan((change < 0n ? -change : change) as Fen)) });
}

/** Every version that was decided, with the change of the trial sum. */
export function DecisionsTable({ kit, id, decisions }: { readonly kit: Kit; readonly id: string; readonly decisions: readonly FilingReview[] }): VNode {
  const { context, t, filing } = kit;
  return (
    <TableRegion label={t('decisionsTitle')}>
      <Table
        caption={t('decisionsTitle')}
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[t('version'), t('outcome'), t('date'), t('arranged'), t('payable'), t('change')]}
        rows={decisions.map((review) => [
          { content: <a class="govuk-link zj-alone" href={`${filing(id, 'statement')}?number=${review.number}`}>{t('versionOf', { number: review.number })}</a> }, say(outcomeTexts, context.variant, review.outcome ?? 'determined'), kit.day(review.decidedAt),
          review.arranged ?? t('dash'), kit.yuan(review.trialPayable), changeWords(kit, review),
        ])}
      />
    </TableRegion>
  );
}
