import { dictionary } from '../../kernel/texts.js';

/** Why a whole file or a call is refused, and what to do. */
export const rosterFileErrorTexts = dictionary(
  {
    'roster.file.no_data_rows': '第 {row} 行是表头，下面没有一行数据。请填写人员后再上传。',
    'roster.file.header_not_found': '前 {rows} 行里没有找到表头。表头要有“公民身份号码”“证件号码”“合同开始”这几列，可以下载模板对照。',
    'roster.file.header_in_hidden_sheet': '花名册在隐藏的工作表“{name}”里。请取消隐藏后再上传。',
    'roster.file.columns_missing': '第 {row} 行的表头缺少：{names}。请补上这几列，可以下载模板对照。',
    'roster.file.several_sheets': '有几张工作表都像花名册：{names}。请只留一张，其余的删去或隐藏。',
    'roster.file.month_columns_incomplete': '第 {row} 行的表头有按月参保的列，但缺少：{names}。请补齐 1月 到 12月，或改用“参保开始”“参保结束”。',
    'roster.file.month_columns_other_year': '第 {row} 行的表头里，按月参保的列（如“{name}”）不是基准年 {baseYear} 年的。请换成 {baseYear} 年的十二个月。',
    'roster.file.other_year': '第 {row} 行的“{name}”是 {year} 年，这里要的是 {baseYear} 年的花名册。文件没有接收。请换成 {baseYear} 年的文件，或者删去其他年度的行。',
    'roster.file.too_complex': '这个文件太复杂，读取时超出了允许的内存。请新建一张表，只粘贴花名册的数据，再上传。',
    'roster.too_many_rows': (p) => `花名册超过 ${p['limit']} 行${p['row'] === undefined ? '' : `，从表格第 ${p['row']} 行起是多出来的`}。请分成几份，分别上传。`,

    'roster.case_malformed': '“case”不是完整的 JSON。请检查引号、逗号和括号。',
    'roster.case_people_given': '上传花名册时，测算数据里不要再写 {name}：人员从花名册读出。',
    'roster.not_found': '没有找到这份花名册。它可能已经过期（上传后最多保留 {minutes} 分钟）、已被删除、已被新的上传代替，或者不是用这个浏览器上传的。',
    'roster.result_not_found': '还没有结果：文件正在排队或读取。请稍候再看。',
    'roster.queue_full': '现在排队的文件太多，请过几分钟再上传。',
    'roster.waiting_quota_exceeded': '您已有 {limit} 份文件在排队或读取，请等它们完成后再上传。',
    'roster.quota_exceeded': '这个网络地址一小时内已上传 {limit} 份文件，请过一会儿再上传。',
    'roster.reading_failed': '读取时我们这边出了问题，文件没有错。请再上传一次；仍然不行请联系运营单位。',
  },
  {
    'roster.file.no_data_rows': 'Row {row} is the header and no row of data follows. Fill in the people and upload again.',
    'roster.file.header_not_found': 'No header was found in the first {rows} rows. It needs the columns 公民身份号码, 证件号码 and 合同开始; the template shows how.',
    'roster.file.header_in_hidden_sheet': 'The roster is in the hidden sheet “{name}”. Unhide it and upload again.',
    'roster.file.columns_missing': 'The header in row {row} lacks: {names}. Add these columns; the template shows how.',
    'roster.file.several_sheets': 'Several sheets look like a roster: {names}. Keep one and delete or hide the others.',
    'roster.file.month_columns_incomplete': 'The header in row {row} has month columns for insurance but lacks: {names}. Complete 1月 to 12月, or use 参保开始 and 参保结束 instead.',
    'roster.file.month_columns_other_year': 'In the header in row {row}, the month columns for insurance (such as “{name}”) are not of the base year {baseYear}. Use the twelve months of {baseYear}.',
    'roster.file.other_year': 'Row {row} says in “{name}” that it is of {year}; the roster is to be of {baseYear}. The file was not taken. Use the file of {baseYear}, or remove the rows of other years.',
    'roster.file.too_complex': 'This file is too complex: reading it took more memory than allowed. Paste the roster’s data into a new sheet and upload that.',
    'roster.too_many_rows': (p) => `The roster has more than ${p['limit']} rows${p['row'] === undefined ? '' : `; from row ${p['row']} of the table on they are too many`}. Divide it and upload the parts one by one.`,

    'roster.case_malformed': '“case” is not complete JSON. Check quotation marks, commas and brackets.',
    'roster.case_people_given': 'With a roster, leave {name} out of the case: the people are read from the roster.',
    'roster.not_found': 'This roster was not found. It may have expired (it is kept at most {minutes} minutes), been deleted or replaced by a newer upload, or been uploaded with another browser.',
    'roster.result_not_found': 'There is no result yet: the file is waiting or being read. Look again in a moment.',
    'roster.queue_full': 'Too many files are waiting; upload again in a few minutes.',
    'roster.waiting_quota_exceeded': 'You have {limit} files waiting or being read; upload again when they are done.',
    'roster.quota_exceeded': 'This network address has uploaded {limit} files within an hour; upload again later.',
    'roster.reading_failed': 'Something went wrong on our side; your file is not to blame. Upload it again, and if that fails ask the operator.',
  },
);
