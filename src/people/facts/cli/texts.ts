import { dictionary } from '../../../kernel/texts.js';

export const factsCommandTexts = dictionary(
  {
    'facts.command.help': `用法：zhujiu facts import 种类 文件 --source 来源 --as-of 时点 [--covers 地区:起月..止月] [--dry-run] [--strict] [--json]
      zhujiu facts pull 种类 [--strict] [--json]    从数据接口（ZHUJIU_FACTS_URL）读到最后一页；中断后再运行，从中断处继续
      zhujiu facts rejections 批次                 列出一个批次没有采用的行和原因

把登记部门的数据（CSV、XLSX，或每行一个对象的 JSON）导入：全部生效，或者全部不生效。同一份文件再导入一次不改变任何内容。

  种类          disability 残疾人证、military 残疾军人证、police 伤残人民警察证、insurance 社会保险缴费月份、wage 工资、graduate 毕业生
  --source      数据来自哪个部门，例如 市医疗保障局
  --as-of       数据的时点：2025-03-01 或 2025-03-01T18:00:00+08:00
  --covers      这份数据在哪个地区、哪些月份是完整的，例如 370303:2024-01..2024-12；全国写 100000。
                在这个范围里查不到就是“没有”，范围之外查不到是“不知道”。有行被拒绝时不登记，除非加 --covers-despite-rejections
  --dry-run     只看结果，不保存
  --strict      有一行没有采用就以 1 退出

使用 DATABASE_URL 指定的数据库；没有设置时使用内置数据库。
退出码：0 完成；1 整个文件被拒绝（原因已说明），或 --strict 时有行被拒绝；2 用法不对。`,
    'facts.command.kind_or_file_missing': '请写明种类和文件。种类是：{kinds}。用 zhujiu facts --help 查看说明。',
    'facts.command.kind_missing': '请写明种类：{kinds}。',
    'facts.command.pulled': '读了 {pages} 页，共 {in} 行 = 采用 {accepted} + 没有变化 {unchanged} + 没有采用 {rejected}',
    'facts.command.source_missing': '请用 --source 写明数据来自哪个部门，1 到 60 个字。',
    'facts.command.as_of_wrong': '请用 --as-of 写明数据的时点，例如 2025-03-01。',
    'facts.command.as_of_in_future': '数据的时点还没有到。请核对 --as-of。',
    'facts.command.covers_wrong': '--covers 应写成 370303:2024-01..2024-12。',
    'facts.command.file_unreadable': '读不到文件 {name}。请核对路径和权限。',
    'facts.command.loaded': '已导入，批次 {batch}。',
    'facts.command.would_load': '试运行，没有保存。实际导入的结果会是：',
    'facts.command.repeated': '这份数据已经导入过（批次 {batch}），这次没有改变任何内容。',
    'facts.command.balance': '共 {in} 行 = 采用 {accepted} + 没有变化 {unchanged} + 没有采用 {rejected}',
    'facts.command.not_covered': '有行没有采用，所以没有登记完整范围：查不到的仍按“不知道”处理。请更正后再导入，或确认后加 --covers-despite-rejections。',
    'facts.command.more_faults': '还有更多没有采用的行，全部列出：zhujiu facts rejections {batch}',
  },
  {
    'facts.command.help': `Usage: zhujiu facts import KIND FILE --source SOURCE --as-of MOMENT [--covers REGION:FROM..UNTIL] [--dry-run] [--strict] [--json]
       zhujiu facts pull KIND [--strict] [--json]   reads the data service (ZHUJIU_FACTS_URL) to its last page; a run that broke off goes on where it stopped
       zhujiu facts rejections BATCH                the rows of a batch that were not taken, and why

Imports the data of a register (CSV, XLSX or JSON lines): all of it, or nothing. The same file again changes nothing.

  KIND          disability, military, police (certificates), insurance (months), wage, graduate
  --source      whose register it is
  --as-of       the moment of which the data speaks: 2025-03-01 or 2025-03-01T18:00:00+08:00
  --covers      region and months for which the data is complete, such as 370303:2024-01..2024-12; 100000 is the whole country.
                Inside, what is not found does not exist; outside it is not known. Not noted where a row was rejected, unless
                --covers-despite-rejections is given
  --dry-run     show the outcome, store nothing
  --strict      exit with 1 where a row was rejected

Uses the database of DATABASE_URL, the embedded one without it.
Exit codes: 0 done; 1 the whole file was refused, and why, or with --strict a row; 2 wrong usage.`,
    'facts.command.kind_or_file_missing': 'Name the kind and the file. Kinds are: {kinds}. Run zhujiu facts --help.',
    'facts.command.kind_missing': 'Name the kind: {kinds}.',
    'facts.command.pulled': '{pages} pages read, {in} rows = {accepted} accepted + {unchanged} unchanged + {rejected} rejected',
    'facts.command.source_missing': 'Name the register by --source, 1 to 60 characters.',
    'facts.command.as_of_wrong': 'Name the moment of which the data speaks by --as-of, such as 2025-03-01.',
    'facts.command.as_of_in_future': 'The moment of --as-of has not come yet. Check it.',
    'facts.command.covers_wrong': '--covers reads like 370303:2024-01..2024-12.',
    'facts.command.file_unreadable': 'The file {name} cannot be read. Check its path and rights.',
    'facts.command.loaded': 'Imported as batch {batch}.',
    'facts.command.would_load': 'A dry run: nothing is stored. An import would give:',
    'facts.command.repeated': 'This data was imported before (batch {batch}); nothing was changed now.',
    'facts.command.balance': '{in} rows = {accepted} accepted + {unchanged} unchanged + {rejected} rejected',
    'facts.command.not_covered': 'Rows were rejected, so the data was not noted as complete: what is not found still counts as not known. Correct and import again, or add --covers-despite-rejections.',
    'facts.command.more_faults': 'More rows were rejected; all of them: zhujiu facts rejections {batch}',
  },
);
