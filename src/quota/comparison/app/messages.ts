import { messageTemplate } from '../../../platform/messages/index.js';

/** To the clerks of each side; which other employer it is, they are not told. */
export const CONFLICT_FOUND = messageTemplate('comparison.conflict-found', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year}年度年审：有人员月份与其他单位重复', body: '“{name}”{year}年度申报的人员中，有 {count} 人的月份别的单位也申报了，或派遣协议对方没有确认。审核人员会核实后裁定，请备好合同、参保和工资材料。' },
  en: { subject: 'Review of {year}: months of some people are claimed twice', body: 'In the filing of {name} for {year}, months of {count} people are claimed by another employer too, or a dispatch is not confirmed by the other unit. A reviewer will look and decide. Keep contract, insurance and wage papers ready.' },
});

/** To the clerks of the unit that a dispatch names and that has not said anything of it; who named it they are not told. */
export const DISPATCH_NAMED = messageTemplate('comparison.dispatch-named', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year}年度年审：有单位申报了与贵单位的派遣协议', body: '有单位在{year}年度的申报里写明与“{name}”有劳务派遣协议，涉及 {count} 人，“{name}”的申报里没有这些人。请核对协议：确有约定的，请在年审申报里填写，写明派遣；没有约定的，请告诉当地残联。审核人员会核实后裁定。' },
  en: { subject: 'Review of {year}: a dispatch agreement with your unit was declared', body: 'A unit declares for {year} that it has a dispatch agreement with {name} for {count} people; the filing of {name} says nothing of them. Look at the agreement: if there is one, say so in your filing; if there is none, tell the local federation. A reviewer will look and decide.' },
});

export const CONFLICT_SETTLED = messageTemplate('comparison.conflict-settled', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year}年度年审：一名人员的重复月份已经裁定', body: '“{name}”{year}年度申报中一名人员的重复月份已经裁定：争议的 {contested} 个月里，{awarded} 个月计入本单位。详情请登录查看。' },
  en: { subject: 'Review of {year}: months that were claimed twice are settled', body: 'Months of one person in the filing of {name} for {year} are settled: of {contested} months in question, {awarded} count here. Sign in for the details.' },
});

/** As `CONFLICT_SETTLED`, to the unit that a dispatch names and that has no filing which says anything of it. */
export const DISPATCH_SETTLED = messageTemplate('comparison.dispatch-settled', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year}年度年审：与贵单位有关的一名派遣人员已经裁定', body: '有单位在{year}年度的申报里写明与“{name}”有劳务派遣协议，其中一名人员有争议的 {contested} 个月已经裁定，没有月份计入“{name}”。“{name}”以后就此人提交或改动申报的，审核人员会重新核实裁定。' },
  en: { subject: 'Review of {year}: a dispatch that was declared with your unit is settled', body: 'A unit declares for {year} that it has a dispatch agreement with {name}. For one of its people {contested} months in question are settled; none counts with {name}. Where a filing of {name} names the person later, a reviewer looks and decides anew.' },
});

/** To the clerks of each side of a settlement that has come to an end; who changed what, they are not told. */
export const SETTLEMENT_VOID = messageTemplate('comparison.settlement-void', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year}年度年审：重复月份的裁定不再有效', body: '“{name}”{year}年度申报中，{count} 人重复月份的裁定不再有效：裁定之后，有单位改动或撤回了申报。现在只有一家单位申报的月份，不再有争议，由审核人员照常审核；仍有争议的月份，审核人员会重新裁定，另行通知。请登录查看。' },
  en: { subject: 'Review of {year}: a settlement of months that were claimed twice has ended', body: 'In the filing of {name} for {year}, the settlement of months of {count} people no longer applies: a unit has changed or withdrawn its filing since. Months that only one employer claims now are in question no more and are reviewed as usual. About months that are still in question a reviewer decides anew, and you will be told. Sign in to see them.' },
});

/** To the reviewers of a filing that still waits for its decision. */
export const SETTLEMENT_VOID_HERE = messageTemplate('comparison.settlement-void-here', {
  inInbox: true,
  goesOut: false,
  page: '{path}',
  zh: { subject: '{name}：{year}年度重复月份的裁定不再有效', body: '“{name}”{year}年度申报中，{count} 人重复月份的裁定不再有效：裁定之后，有单位改动或撤回了申报。审核时请重新看这些人的月份；仍有争议的，需要重新裁定。' },
  en: { subject: '{name}: a settlement of months claimed twice in {year} has ended', body: 'In the filing of {name} for {year}, the settlement of months of {count} people no longer applies: a unit has changed or withdrawn its filing since. Look at the months of these people again; what is still in question has to be settled anew.' },
});

export const PAPERS_MAY_HELP = messageTemplate('comparison.papers-may-help', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year}年度年审：系统比对完成', body: '“{name}”{year}年度的申报已与登记数据比对：{lines} 人中有 {paper} 人需要补充证明材料。请登录查看每人缺什么并上传。' },
  en: { subject: 'Review of {year}: compared with the registers', body: 'The filing of {name} for {year} has been compared with the registers: {paper} of {lines} lines need papers. Sign in to see what is missing and upload it.' },
});
