import { dictionary } from '../../kernel/texts.js';

/** Why the database cannot be opened, and what a person can do about it. */
export const startupTexts = dictionary({
  'database.unreachable': '连不上 DATABASE_URL 指向的数据库 {target}：{reason}。请检查地址、端口、用户和密码，以及服务器是否在运行。',
  'database.too-old': 'DATABASE_URL 指向的是 PostgreSQL {found}，本程序需要 {minimum} 以上。请升级服务器。',
  'database.newer': '数据库的结构比本程序新（有本程序不认识的迁移 {migration}）。请使用新版本的程序。',
  'database.migration-failed': '数据库结构没有更新成功，已退回原样：{reason}',
}, {
  'database.unreachable': 'The database {target} of DATABASE_URL cannot be reached: {reason}. Check address, port, user and password, and whether the server runs.',
  'database.too-old': 'DATABASE_URL leads to PostgreSQL {found}, but this program needs {minimum} or newer. Upgrade the server.',
  'database.newer': 'The database is newer than this program (it holds migration {migration}, which is unknown here). Use the newer program.',
  'database.migration-failed': 'The structure of the database was not updated and is as before: {reason}',
});
