import { dictionary } from '../../kernel/texts.js';

/** Why the service has no keys to work with, and what a person can do about it. */
export const keysErrorTexts = dictionary({
  'keys.missing': '用 DATABASE_URL 的数据库必须配置密钥，服务没有启动。请运行 zhujiu keys new --file 路径 生成密钥文件，把路径写进 ZHUJIU_KEYS_FILE，并把这个文件另存一份在别处：没有它，证件号码和电话永远读不出来。',
  'keys.lost': '密钥文件 {file} 不见了，而数据库还在，服务没有启动。新密钥打不开已有的证件号码和电话。请把另存的密钥文件放回原处，或用 ZHUJIU_KEYS_FILE 指定它。如果数据库里没有要保留的内容，请清空数据文件夹后再启动。',
  'keys.row_unreadable': '{where} 中编号为 {id} 的值打不开（{reason}），更换暂停在这里，已完成的部分有效。请从备份恢复这一行，或清空这个值，再运行一次 zhujiu keys rotate。',
  'keys.twice': 'ZHUJIU_KEYS_FILE 和 ZHUJIU_KEYS 同时设置了，服务没有启动。请只留一个。',
  'keys.folder_unwritable': '不能在 {folder} 里建立密钥文件：{reason}。请设置一个可写的 ZHUJIU_DATA_DIR，或用 ZHUJIU_KEYS_FILE 指定密钥文件。',
  'keys.profile_needs_sm': '设置了 ZHUJIU_PROFILE=gov，而密钥 {id} 用的不是国密算法（sm），服务没有启动。新部署请用 zhujiu keys new --suite sm 生成密钥；已有数据请先以 standard 运行 zhujiu keys rotate --suite sm。',
  'keys.seal_twice': 'ZHUJIU_SEAL_KEY_FILE 和 ZHUJIU_SEAL_KEY 同时设置了，服务没有启动。请只留一个。',
  'keys.seal_needs_sm2': '设置了 ZHUJIU_PROFILE=gov，而印章密钥不是 SM2，服务没有启动。请换一把 SM2 私钥，或者不设印章密钥（届时用密钥文件里的国密密钥）。',
  'keys.process_behind': '进程 {instance} 还没有用上更换后的密钥文件（密钥 {id}），更换暂停。请让它读同一个密钥文件或重启它，再运行一次 zhujiu keys rotate。',
  'keys.rows_behind': '{where} 里总有新写入的值缺少密钥 {id} 的索引，更换暂停。请检查是否有进程在用旧的密钥文件，再运行一次 zhujiu keys rotate。',
  'keys.table_busy': '表 {table} 一直被一个长事务占用，更换暂停。请找出并结束它，再运行一次 zhujiu keys rotate。',
  'keys.not_in_a_file': '密钥写在环境变量 ZHUJIU_KEYS 里，不能由命令更换。请把它放进文件，用 ZHUJIU_KEYS_FILE 指定后再运行。',
}, {
  'keys.missing': 'A database of DATABASE_URL needs keys; the service did not start. Run zhujiu keys new --file PATH, put the path into ZHUJIU_KEYS_FILE, and keep a copy of that file elsewhere: without it identity numbers and telephone numbers can never be read again.',
  'keys.lost': 'The key file {file} is gone and its database is still there; the service did not start. New keys cannot open the identity numbers and telephone numbers in it. Put the copy of the key file back, or name it by ZHUJIU_KEYS_FILE. Where the database holds nothing worth keeping, empty the data folder and start again.',
  'keys.row_unreadable': 'The value of {where} in the row {id} cannot be opened ({reason}); the rotation rests here, and what is done stays done. Restore the row from a backup, or clear the value, and run zhujiu keys rotate again.',
  'keys.twice': 'Both ZHUJIU_KEYS_FILE and ZHUJIU_KEYS are set; the service did not start. Keep only one.',
  'keys.folder_unwritable': 'The key file cannot be made in {folder}: {reason}. Set a ZHUJIU_DATA_DIR that can be written, or name a key file by ZHUJIU_KEYS_FILE.',
  'keys.profile_needs_sm': 'ZHUJIU_PROFILE=gov is set, but the key {id} is not for the SM algorithms (sm); the service did not start. For a new installation make keys with zhujiu keys new --suite sm; where data exists, run zhujiu keys rotate --suite sm under standard first.',
  'keys.seal_twice': 'Both ZHUJIU_SEAL_KEY_FILE and ZHUJIU_SEAL_KEY are set; the service did not start. Keep only one.',
  'keys.seal_needs_sm2': 'ZHUJIU_PROFILE=gov is set, but the seal key is not SM2; the service did not start. Use an SM2 private key, or set none: then the SM key of the ring is used.',
  'keys.process_behind': 'The process {instance} does not use the changed key file yet (key {id}); the rotation rests. Let it read the same file, or restart it, and run zhujiu keys rotate again.',
  'keys.rows_behind': 'New values in {where} keep coming without the index of the key {id}; the rotation rests. See whether a process uses an old key file, and run zhujiu keys rotate again.',
  'keys.table_busy': 'A long transaction keeps the table {table} busy; the rotation rests. Find and end it, and run zhujiu keys rotate again.',
  'keys.not_in_a_file': 'The keys stand in the variable ZHUJIU_KEYS, where no command can change them. Put them into a file, name it by ZHUJIU_KEYS_FILE, and run this again.',
});
