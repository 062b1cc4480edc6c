import { dictionary } from '../../kernel/texts.js';

/** Why a backup cannot be made or restored, and what a person can do about it. */
export const backupErrorTexts = dictionary({
  'backup.file_exists': '{file} 已经存在，没有改动。请换一个文件名。',
  'backup.file_unusable': '{file} 不能读写（{reason}）。请检查路径、权限和剩余空间。',
  'backup.not_a_backup': '{file} 不是助就的备份文件。',
  'backup.damaged': '备份文件已损坏或不完整（{reason}），数据库没有改动。请使用另一份备份。',
  'backup.forged': '备份文件的内容与签名不符：它被改动过，数据库没有改动。请使用另一份备份。',
  'backup.other_schema': '备份来自另一个版本的数据库结构，数据库没有改动。请用制作备份的程序版本（{madeBy}）恢复，再升级程序。',
  'backup.key_missing': '备份里的内容要用密钥 {id} 才能打开，而它没有配置，数据库没有改动。请先把制作备份时的密钥文件取回来。',
  'backup.key_differs': '密钥 {id} 与制作备份时的不是同一把，数据库没有改动。请使用当时的密钥文件。',
  'backup.not_empty': '数据库不是空的（{table} 里有内容），没有改动。备份只能恢复到空数据库。',
}, {
  'backup.file_exists': '{file} exists and was left as it is. Choose another name.',
  'backup.file_unusable': '{file} cannot be read or written ({reason}). Check path, permissions and free space.',
  'backup.not_a_backup': '{file} is no backup of Zhujiu.',
  'backup.damaged': 'The backup is damaged or incomplete ({reason}); the database was left as it is. Use another backup.',
  'backup.forged': 'What the backup holds does not fit its signature: it was changed. The database was left as it is. Use another backup.',
  'backup.other_schema': 'The backup is of another version of the database structure; the database was left as it is. Restore it with the program that made it ({madeBy}), then upgrade.',
  'backup.key_missing': 'What the backup holds opens only with the key {id}, which is not configured; the database was left as it is. Fetch the key file of that time first.',
  'backup.key_differs': 'The key {id} is not the one that the backup was made with; the database was left as it is. Use the key file of that time.',
  'backup.not_empty': 'The database is not empty ({table} holds something) and was left as it is. A backup is restored into an empty database only.',
});
