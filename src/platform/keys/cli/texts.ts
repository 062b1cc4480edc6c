import { dictionary } from '../../../kernel/texts.js';

export const keysCommandTexts = dictionary({
  'keys.command.help': '用法：zhujiu keys new [--suite aes|sm] [--file 路径]   生成一份新的密钥；不写 --file 则输出到屏幕\n      zhujiu keys status [--json]                     现有密钥、正在使用它们的进程和已存的内容',
  'keys.new.done': '已生成密钥文件 {file}，只有本用户可读。请把路径写进 ZHUJIU_KEYS_FILE，并另存一份在别处。',
  'keys.new.exists': '{file} 已经存在，没有改动。请换一个路径：覆盖正在使用的密钥会使已有数据永远读不出来。',
  'keys.status.key': '密钥 {id}（{suite}）：现用于 {current}；可读 {readable}',
  'keys.status.use': '{where}：{rows} 个值用密钥 {keyId}',
  'keys.status.lost': '{where}：{rows} 个值要用密钥 {keyId}，而它不在密钥文件里，这些值读不出来。请把它加回去。',
  'keys.status.holder': '进程 {instance} 有密钥 {ids}',
}, {
  'keys.command.help': 'Usage: zhujiu keys new [--suite aes|sm] [--file PATH]   make a new ring; without --file it is printed\n       zhujiu keys status [--json]                     the keys, the processes that have them, and what is stored under them',
  'keys.new.done': 'The key file {file} is made; only this user can read it. Put its path into ZHUJIU_KEYS_FILE, and keep a copy elsewhere.',
  'keys.new.exists': '{file} exists and was left as it is. Choose another path: to write over keys in use would make stored data unreadable for ever.',
  'keys.status.key': 'Key {id} ({suite}): current for {current}; readable for {readable}',
  'keys.status.use': '{where}: {rows} values under key {keyId}',
  'keys.status.lost': '{where}: {rows} values need the key {keyId}, which is not in the ring; they cannot be read. Put it back.',
  'keys.status.holder': 'The process {instance} has the keys {ids}',
});
