import { dictionary } from '../../../kernel/texts.js';

export const rosterCommandTexts = dictionary(
  {
    'roster.command.help': `用法：zhujiu roster 花名册 --case 测算数据.json [选项]

读花名册（.xlsx 或 .csv），逐人逐月判断是否计入，试算残疾人就业保障金。
测算数据与 zhujiu levy 相同，只是不写 arranged：人员从花名册读出。“--case -”从标准输入读取。
结果是一份 JSON，写到标准输出：测算结果，加上 rows（行数平衡）、rowErrors（有误的行）、personMonths（人月）。
不需要数据库，什么都不保存。

选项：
  --strict   只要有一行没有收下，退出码就是 1
  --help     显示这段说明

退出码：0 正常结束；1 整份文件或测算数据不能用，或用了 --strict 并且有没收下的行；2 用法有误。

结果是试算，以税务机关核定为准。`,
    'roster.command.usage': '请写明花名册文件和 --case。运行 zhujiu roster --help 查看用法。',
    'roster.command.option_unknown': '不认识“{option}”。运行 zhujiu roster --help 查看用法。',
    'roster.command.file_unreadable': '读不到文件 {name}。请核对路径和权限。',
  },
  {
    'roster.command.help': `Usage: zhujiu roster ROSTER --case CASE.json [options]

Reads a roster (.xlsx or .csv), judges every person and month, and computes the employment levy as a trial sum.
The case is that of zhujiu levy without arranged: the people come from the roster. "--case -" reads standard input.
Writes one JSON document to standard output: the case result with rows (the balance), rowErrors and personMonths.
No database is needed and nothing is kept.

Options:
  --strict   exit with 1 if any row was not accepted
  --help     show this text

Exit codes: 0 finished; 1 the file or the case cannot be used, or --strict and a row not accepted; 2 wrong usage.

The result is a trial sum; the tax authority's assessment stands.`,
    'roster.command.usage': 'Name the roster file and --case. Run zhujiu roster --help to see how.',
    'roster.command.option_unknown': 'There is no "{option}". Run zhujiu roster --help to see how the command is used.',
    'roster.command.file_unreadable': 'The file {name} cannot be read. Check its path and permissions.',
  },
);
