import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { chinaDay } from '../../../kernel/clock.js';
import { formatYuan } from '../../../kernel/money.js';
import { monthsOfYear } from '../../../kernel/year-month.js';
import { say } from '../../../kernel/texts.js';
import { actTexts, filingNumber, stateTexts, type ShownStep } from '../../filing/index.js';
import type { Need } from '../domain/correction-request.js';
import { answerTexts, groundTexts, needTexts, outcomeTexts, reasonTexts } from '../texts.js';
import type { Attachment } from './archive-attachments.js';
import type { ShownLine, ShownReview } from './read-review.query.js';

export type ArchivedPaper = { readonly path: string; readonly digest: string; readonly need: Need | null; readonly person: string };
/** What was handed in and what was decided on it, line by line. */
export type ArchivedVersion = { readonly number: number; readonly lines: readonly ShownLine[] };

const BEIJING = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** The case as one page that any browser shows in any year: no script, no address, nothing to fetch. */
export const archiveDocument = (parts: Parts): string => `<!DOCTYPE html>\n${render(<Whole {...parts} />)}\n`;

type Parts = { readonly shown: ShownReview; readonly versions: readonly ArchivedVersion[]; readonly steps: readonly ShownStep[]; readonly papers: readonly ArchivedPaper[]; readonly attachments: readonly Attachment[] };

function Whole({ shown, versions, steps, papers, attachments }: Parts): VNode {
  const { head } = shown;
  const title = `${head.employerName} ${head.baseYear} 年度按比例就业年审档案`;
  return (
    <html lang="zh-Hans">
      <head><meta charset="utf-8" /><title>{title}</title></head>
      <body>
        <h1>{title}</h1>
        <Facts shown={shown} />
        {versions.map(({ number, lines }) => (
          <>
            <h2>{`名单（第 ${number} 版）`}</h2>
            <Rows head={['姓名', '公民身份号码', '证件号码', '申报月份', '计入月份', '理由', '说明']} rows={lines.map((line) => lineRow(line, head.baseYear))} />
          </>
        ))}
        <h2>补正</h2>
        <Rows head={['日期', '截止日', '需要', '说明']} rows={shown.requests.flatMap((request) => request.items.map((item) => [chinaDay(request.sentAt), request.dueOn, say(needTexts, 'zh', item.need), item.words ?? request.words ?? '—']))} />
        <h2>异议</h2>
        <Rows head={['日期', '理由', '说明', '答复', '答复说明']} rows={shown.objections.flatMap((objection) => objection.items.map((item) => [chinaDay(objection.madeAt), say(groundTexts, 'zh', item.ground), item.words ?? '—', item.answer === null ? '—' : say(answerTexts, 'zh', item.answer), item.answerWords ?? '—']))} />
        <h2>材料</h2>
        <Rows head={['文件', '人员', '内容', 'SHA-256']} rows={papers.map((paper) => [paper.path, paper.person, paper.need === null ? '—' : say(needTexts, 'zh', paper.need), paper.digest])} />
        <h2>认定书</h2>
        <Rows head={['文件', '内容']} rows={attachments.map(({ path, title: what }) => [path, what])} />
        <h2>办理记录</h2>
        <Rows head={['北京时间', '办理', '状态', '人员', '说明']} rows={steps.map((step) => [BEIJING.format(step.at), say(actTexts, 'zh', step.act), say(stateTexts, 'zh', step.toState), step.actorName ?? '系统', step.words ?? '—'])} />
      </body>
    </html>
  );
}

function Facts({ shown: { head, version, reviews } }: { readonly shown: ShownReview }): VNode {
  const yuan = (sum: bigint | null): string => (sum === null ? '—' : `${formatYuan(sum as Parameters<typeof formatYuan>[0])} 元（试算）`);
  return (
    <>
      <Rows
        head={['项目', '内容']}
        rows={[
          ['申报编号', filingNumber(head)], ['统一社会信用代码', head.uscc], ['地区', head.regionCode], ['状态', say(stateTexts, 'zh', head.state)],
          ['各月在职职工人数（单位自行申报）', version.monthlyStaff?.map((count) => count ?? '—').join('、') ?? '—'], ['工资总额（单位自行申报）', version.totalWages === null ? '—' : `${formatYuan(version.totalWages)} 元`],
        ]}
      />
      <h2>审核结果</h2>
      <Rows
        head={['版本', '结果', '日期', '实际安排残疾人数', '计入人月', '不计入人月', '应缴', '更正或审核前', '初审', '复核']}
        rows={reviews.filter(({ outcome }) => outcome !== null).map((review) => [
          String(review.number), say(outcomeTexts, 'zh', review.outcome ?? 'determined'), review.decidedAt === null ? '—' : chinaDay(review.decidedAt), review.arranged ?? '—', String(review.countedMonths ?? '—'), String(review.refusedMonths ?? '—'),
          yuan(review.trialPayable), yuan(review.beforePayable), review.firstName ?? '—', review.secondName ?? '—',
        ])}
      />
    </>
  );
}

function Rows({ head, rows }: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }): VNode {
  if (rows.length === 0) return <p>没有。</p>;
  return (
    <table>
      <thead><tr>{head.map((cell) => <th scope="col">{cell}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr>{row.map((cell) => <td>{cell}</td>)}</tr>)}</tbody>
    </table>
  );
}

function lineRow({ line, citizenId, claimed, decision }: ShownLine, baseYear: number): readonly string[] {
  const names = monthsOfYear(baseYear);
  const told = (mask: number): string => names.filter((_, bit) => mask & (1 << bit)).join('、') || '—';
  return [line.name, citizenId, line.certificate, told(claimed), decision === null ? '—' : told(decision.months), decision === null ? '—' : say(reasonTexts, 'zh', decision.reason), decision?.words ?? '—'];
}
