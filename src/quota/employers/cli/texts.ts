import { dictionary } from '../../../kernel/texts.js';

export const employersCommandTexts = dictionary(
  {
    'employers.command.help': `用法：zhujiu employers import 文件 --source 来源 --as-of 日期 [--region 区划代码] [--dry-run] [--strict] [--json]

把税务登记的单位名单（CSV 或 XLSX）导入：全部生效，或者全部不生效。同一份名单再导入一次不改变任何内容。
列（顺序不限）：统一社会信用代码*、单位名称*、单位类型*、税务登记地*、成立日期、行业代码、是否国有、编制数、机构层级、是否学校、法定代表人、联系电话

  --source   名单来自哪个部门，例如 市税务局
  --as-of    名单的时点，例如 2025-03-01
  --region   只接收这个地区的单位，默认全国
  --dry-run  只看结果，不保存
  --strict   有一行没有采用就以 1 退出

退出码：0 完成；1 整个文件被拒绝（原因已说明），或 --strict 时有行被拒绝；2 用法不对。`,
    'employers.command.source_missing': '请用 --source 写明名单来自哪个部门，1 到 60 个字。',
    'employers.command.as_of_wrong': '请用 --as-of 写明名单的时点，例如 2025-03-01。',
    'employers.command.region_wrong': '“{region}”不是区划代码。请写 6 位数字，例如 370303。',
    'employers.command.file_unreadable': '读不到文件 {name}。请核对路径和权限。',
    'employers.command.loaded': '已导入，编号 {import}。',
    'employers.command.would_load': '试运行，没有保存。实际导入的结果会是：',
    'employers.command.repeated': '这份名单已经导入过（编号 {import}），这次没有改变任何内容。',
    'employers.command.balance': '共 {in} 行 = 采用 {accepted} + 没有变化 {unchanged} + 没有采用 {rejected}',
    'employers.command.duplicates': '发现 {duplicates} 对可能重复的单位，请在“可能重复的单位”页面逐对处理。',
    'employers.command.more_faults': '还有更多没有采用的行，见页面 /employer-imports/{import}',
  },
  {
    'employers.command.help': `Usage: zhujiu employers import FILE --source SOURCE --as-of DAY [--region CODE] [--dry-run] [--strict] [--json]

Imports a list of the tax register (CSV or XLSX): all of it, or nothing. The same list again changes nothing.
Columns (in any order): 统一社会信用代码*, 单位名称*, 单位类型*, 税务登记地*, 成立日期, 行业代码, 是否国有, 编制数, 机构层级, 是否学校, 法定代表人, 联系电话

  --source   whose list it is
  --as-of    the day of which the list speaks, such as 2025-03-01
  --region   takes employers of this region only, the whole country otherwise
  --dry-run  show the outcome, store nothing
  --strict   exit with 1 where a row was rejected

Exit codes: 0 done; 1 the whole file was refused, and why, or with --strict a row; 2 wrong usage.`,
    'employers.command.source_missing': 'Name whose list it is by --source, 1 to 60 characters.',
    'employers.command.as_of_wrong': 'Name the day of which the list speaks by --as-of, such as 2025-03-01.',
    'employers.command.region_wrong': '“{region}” is no region code. Write 6 digits, such as 370303.',
    'employers.command.file_unreadable': 'The file {name} cannot be read. Check its path and rights.',
    'employers.command.loaded': 'Imported as number {import}.',
    'employers.command.would_load': 'A dry run: nothing is stored. An import would give:',
    'employers.command.repeated': 'This list was imported before (number {import}); nothing was changed now.',
    'employers.command.balance': '{in} rows = {accepted} accepted + {unchanged} unchanged + {rejected} rejected',
    'employers.command.duplicates': '{duplicates} pairs of employers may be one; settle them on the page of possible duplicates.',
    'employers.command.more_faults': 'More rows were rejected; see the page /employer-imports/{import}',
  },
);
