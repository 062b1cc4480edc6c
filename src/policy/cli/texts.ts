import { dictionary } from '../../kernel/texts.js';

export const policyCommandTexts = dictionary(
  {
    'policy.command.help': `用法：zhujiu policy <子命令>

  check [文件夹]              检查政策参数。有错误：列出文件、行、列，退出码 1；只有提醒：退出码 0
  show <行政区划> <日期>      列出该地该日的全部参数、来源和未知之处；加 --json 输出 JSON
  diff <旧> <新> <案例文件>   用两个政策文件夹各算一遍，列出结果不同的案例；有不同时退出码 1
  replay <结果文件>           按现行参数重算以前的结果，报告任何一分钱的差异；有差异时退出码 1
                              加 --policy <文件夹> 用别的参数

案例文件：每行一份 JSON 测算数据（.jsonl），或可读的案例（.yaml）。
结果文件：每行一个 {"case": …, "result": …}。
文件夹不写时用本服务自带的 config/policy。退出码 2 表示用法有误。`,
    'policy.command.usage': '用法有误。请运行 zhujiu policy --help 查看。',
    'policy.command.unreadable': '读不了 {file}。请核对路径和读取权限。',
    'policy.check.errors': '{count} 处错误。改正后服务才能启动。',
    'policy.check.past_review': '{file}：复核日 {reviewBy} 已过，请核对现行规定并更新 last_checked 与 review_by。',
    'policy.check.unconfirmed': '{region} {name}：{unconfirmed} 个值待核实，{unknown} 个值未知，{confirmed} 个值已核实。',
    'policy.check.no_social_average': '{region} {name}：{years} 年没有社会平均工资，这些年份的试算不设工资上限。',
    'policy.check.summary': '{files} 个文件，{values} 个值：{confirmed} 个已核实，{unconfirmed} 个待核实，{unknown} 个未知。内容散列 {hash}',
    'policy.show.heading': '{region} {name}，{date}',
    'policy.show.value': '{parameter}：{value}',
    'policy.show.period': '    {from} 至 {until}，取自 {place}',
    'policy.show.source': '    依据：{title}{article}（{confirmed}）',
    'policy.show.note': '    说明：{note}',
    'policy.show.gap': '{parameter}：这一天没有记载',
    'policy.show.unknown': '未知',
    'policy.show.open_end': '今',
    'policy.show.confirmed': '已核实',
    'policy.show.unconfirmed': '待核实',
    'policy.diff.changed': '{id}：{changes}',
    'policy.diff.field': '{field} {before} → {after}',
    'policy.diff.summary': '{cases} 个案例，{changed} 个结果不同，{failed} 个两边都没有算成。',
    'policy.replay.summary': '重算 {cases} 个结果：{same} 个一致，{changed} 个不同，{rejected} 行读不了。',
    'policy.replay.rejected': '第 {line} 行读不了：不是 {"case": …, "result": …} 形式的 JSON。',
    'policy.regions.help': `用法：zhujiu regions import <文件> [--register <文件夹>]

把行政区划（县、乡镇、村）并入登记册 regions.csv。文件四列：code,name,level,parent（UTF-8，首行为列名）。
读入行数 = 新增 + 未变 + 拒绝；拒绝的行逐一写明行号和原因，其余照常并入。
退出码：0 全部并入；1 有拒绝的行；2 用法有误。`,
    'policy.regions.usage': '用法有误。请运行 zhujiu regions --help 查看。',
    'policy.regions.rejected': '第 {line} 行：{reason}',
    'policy.regions.summary': '读入 {rows} 行：新增 {accepted}，未变 {unchanged}，拒绝 {rejected}。',
  },
  {
    'policy.command.help': `Usage: zhujiu policy <subcommand>

  check [FOLDER]              checks the policy data. Errors: listed with file, line, column, exit code 1; warnings only: exit code 0
  show REGION DATE            lists every parameter there and then, its source and what is not known; --json prints JSON
  diff OLD NEW CASES          computes the cases with both policy folders and lists those whose result differs; exit code 1 if any does
  replay RESULTS_FILE         computes earlier results anew with the present data and reports any fen of difference; exit code 1 if any
                              --policy FOLDER uses other data

CASES: one levy case as JSON on each line (.jsonl), or readable cases (.yaml).
RESULTS_FILE: one {"case": …, "result": …} on each line.
Without a folder the config/policy of this service is used. Exit code 2 means wrong usage.`,
    'policy.command.usage': 'Wrong usage. Run zhujiu policy --help.',
    'policy.command.unreadable': '{file} cannot be read. Check the path and the read permission.',
    'policy.check.errors': '{count} mistakes. The service starts only once they are corrected.',
    'policy.check.past_review': '{file}: past its review date {reviewBy}. Check the law as it stands, then set last_checked and review_by.',
    'policy.check.unconfirmed': '{region} {name}: {unconfirmed} values to be confirmed, {unknown} not known, {confirmed} confirmed.',
    'policy.check.no_social_average': '{region} {name}: no social average wage for {years}; trial sums of these years apply no cap on the wage.',
    'policy.check.summary': '{files} files, {values} values: {confirmed} confirmed, {unconfirmed} to be confirmed, {unknown} not known. Content hash {hash}',
    'policy.show.heading': '{region} {name}, {date}',
    'policy.show.value': '{parameter}: {value}',
    'policy.show.period': '    {from} to {until}, from {place}',
    'policy.show.source': '    Source: {title}{article} ({confirmed})',
    'policy.show.note': '    Note: {note}',
    'policy.show.gap': '{parameter}: nothing recorded for this day',
    'policy.show.unknown': 'not known',
    'policy.show.open_end': 'now',
    'policy.show.confirmed': 'confirmed',
    'policy.show.unconfirmed': 'to be confirmed',
    'policy.diff.changed': '{id}: {changes}',
    'policy.diff.field': '{field} {before} → {after}',
    'policy.diff.summary': '{cases} cases, {changed} with a different result, {failed} that neither side could compute.',
    'policy.replay.summary': '{cases} results computed anew: {same} equal, {changed} different, {rejected} lines not readable.',
    'policy.replay.rejected': 'Line {line} cannot be read: it is not JSON of the form {"case": …, "result": …}.',
    'policy.regions.help': `Usage: zhujiu regions import FILE [--register FOLDER]

Merges regions (counties, towns, villages) into the register regions.csv. Four columns: code,name,level,parent (UTF-8, first line
names the columns). Rows read = new + unchanged + rejected; every rejected row is told with its line and reason, the others are merged.
Exit codes: 0 all merged; 1 rows rejected; 2 wrong usage.`,
    'policy.regions.usage': 'Wrong usage. Run zhujiu regions --help.',
    'policy.regions.rejected': 'Line {line}: {reason}',
    'policy.regions.summary': '{rows} rows read: {accepted} new, {unchanged} unchanged, {rejected} rejected.',
  },
);
