import { dictionary } from '../../../kernel/texts.js';

export const levyCommandTexts = dictionary(
  {
    'levy.command.help': `用法：zhujiu levy [选项] < 数据.jsonl > 结果.jsonl

试算残疾人就业保障金。从标准输入读取，每行一份 JSON 测算数据；向标准输出按同样的顺序写出，每行一份 JSON 结果。
空行跳过；某一行有误时，该行的结果写明错误的位置和代码，其余各行照常测算。不需要数据库。

选项：
  --brief    不写测算说明（statement、notApplied）
  --strict   只要有一行没有测算成功，退出码就是 1
  --help     显示这段说明

退出码：0 正常结束；1 用了 --strict 并且有错误的行；2 选项有误。

结果是试算，以税务机关核定为准。`,
    'levy.command.option_unknown': '不认识选项 {option}。请运行 zhujiu levy --help 查看用法。',
  },
  {
    'levy.command.help': `Usage: zhujiu levy [options] < cases.jsonl > results.jsonl

Computes the employment levy as a trial sum. Reads one case as JSON from each line of standard input and writes one
result as JSON to each line of standard output, in the same order. Blank lines are skipped. A line with mistakes gets a
result that names their places and codes, and the run goes on. No database is needed.

Options:
  --brief    leave out the statement (statement, notApplied)
  --strict   exit with 1 if any line could not be computed
  --help     show this text

Exit codes: 0 finished; 1 with --strict and a line in error; 2 wrong options.

The result is a trial sum; the tax authority's assessment stands.`,
    'levy.command.option_unknown': 'There is no option {option}. Run zhujiu levy --help to see how the command is used.',
  },
);
