import { dictionary } from '../../../kernel/texts.js';

export const backupCommandTexts = dictionary({
  'backup.command.help': '用法：zhujiu backup 文件     把数据库的全部内容写进一个新文件；服务可以照常运行\n\n文件里没有密钥：密钥文件要另外保存，没有它备份无法恢复。退出码：0 完成；1 没有完成；2 用法不对。',
  'restore.command.help': '用法：zhujiu restore 文件    把备份恢复到空数据库；先停止服务\n\n需要制作备份时的密钥。文件损坏或不相符时数据库保持不变。退出码：0 完成；1 没有完成；2 用法不对。',
  'backup.done': '已备份 {tables} 张表、{rows} 行到 {file}（{bytes} 字节）。密钥不在其中，请另外保存密钥文件。',
  'restore.done': '已恢复 {madeAt} 的备份：{tables} 张表、{rows} 行，校验值全部相符。',
}, {
  'backup.command.help': 'Usage: zhujiu backup FILE     write everything in the database into a new file; the service may go on\n\nKeys are not in the file: keep the key file apart, without it a backup cannot be restored. Exit code: 0 done; 1 not done; 2 wrong usage.',
  'restore.command.help': 'Usage: zhujiu restore FILE    put a backup into an empty database; stop the service first\n\nThe keys of the time of the backup are needed. Where the file is damaged or does not fit, the database is left as it is. Exit code: 0 done; 1 not done; 2 wrong usage.',
  'backup.done': '{tables} tables with {rows} rows are in {file} ({bytes} bytes). Keys are not in it: keep the key file apart.',
  'restore.done': 'The backup of {madeAt} is restored: {tables} tables, {rows} rows, all checksums right.',
});
