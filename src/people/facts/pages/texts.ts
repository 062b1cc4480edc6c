import { dictionary } from '../../../kernel/texts.js';

export const factPageTexts = dictionary(
  {
    listTitle: '登记数据', lead: '残疾证件、社会保险、工资、毕业生等数据由登记部门提供，按批次导入。比对时用到的每一条都记有来源和时点。',
    batches: '批次', none: '还没有导入过数据。用命令 zhujiu facts import 导入文件，或设置数据接口。', more: '更早的批次', batch: '批次', batchTitle: '批次 {id}', earlierTitle: '更早的登记数据批次', dash: '—', kind: '种类', source: '来源', asOf: '数据时点', receivedAt: '导入时间', state: '状态', rows: '行数',
    balance: '共 {in} 行：采用 {accepted}，没有变化 {unchanged}，没有采用 {rejected}',
    loading: '正在导入', loaded: '已导入', refused: '被拒绝', interrupted: '中断，没有保存',
    coverage: '哪些范围是完整的', coverageLead: '在这些地区和月份里，查不到就是没有；范围之外查不到，只是不知道，不会因此判为不符合。', noCoverage: '还没有登记任何完整的范围，所有查不到的事实都按“不知道”处理。', region: '地区', months: '月份', country: '全国', until: '{from} 至 {until}', anyMonth: '不限',
    pulls: '数据接口', pages: '已读页数', pullRunning: '正在读取', pullDone: '已读完', pullFailed: '中断，下次从这里继续', changedAt: '最近一次',
    fileName: '文件', rejections: '没有采用的行', rejectionsLead: '请登记部门改正这些行，再导入一次。已经采用的行不会重复。', noRejections: '每一行都采用了，或者和原来一样。', next: '后面的行', interruptedText: '导入中断了，什么都没有保存。请再导入一次。',
    pension: '养老保险', medical: '医疗保险',
  },
  {
    listTitle: 'Register data', lead: 'Certificates, insurance, wages and graduates come from the registers, batch by batch. Whatever a comparison uses carries its source and its moment.',
    batches: 'Batches', none: 'Nothing has been imported. Import a file by the command zhujiu facts import, or set the data service.', more: 'Earlier batches', batch: 'Batch', batchTitle: 'Batch {id}', earlierTitle: 'Earlier batches of register data', dash: '—', kind: 'Kind', source: 'Source', asOf: 'As of', receivedAt: 'Imported', state: 'State', rows: 'Rows',
    balance: '{in} rows: {accepted} accepted, {unchanged} unchanged, {rejected} rejected',
    loading: 'Being imported', loaded: 'Imported', refused: 'Refused', interrupted: 'Broken off, nothing stored',
    coverage: 'What is complete', coverageLead: 'In these regions and months, what is not found does not exist. Outside them it is only not known, and nobody is refused for that.', noCoverage: 'Nothing is noted as complete: whatever is not found counts as not known.', region: 'Region', months: 'Months', country: 'Whole country', until: '{from} to {until}', anyMonth: 'Any',
    pulls: 'Data service', pages: 'Pages read', pullRunning: 'Being read', pullDone: 'Read to the end', pullFailed: 'Broken off; the next run goes on here', changedAt: 'Last',
    fileName: 'File', rejections: 'Rows that were not taken', rejectionsLead: 'Have the register correct these rows and import them again. Rows that were taken are not counted twice.', noRejections: 'Every row was taken, or is as it was.', next: 'Further rows', interruptedText: 'The import broke off and nothing was stored. Import it again.',
    pension: 'Pension insurance', medical: 'Medical insurance',
  },
);

export type FactText = keyof typeof factPageTexts.zh;
