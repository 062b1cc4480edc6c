import { choice, choices, databaseUrl, filePath, flag, folder, hostAddress, integer, issuer, longText, mailAddress, optional, origin, proxies, secret, smtpUrl, text, webAddress, words, type Kind } from './kinds.js';

/** One setting: the environment variable that overrides it, its kind and what it means. */
export type Setting<T> = {
  readonly env: string;
  readonly kind: Kind<T>;
  readonly meaning: { readonly zh: string; readonly en: string };
  /** A secret's value appears in no message and no log. */
  readonly isSecret: boolean;
};

const setting = <T>(env: string, kind: Kind<T>, zh: string, en: string): Setting<T> => ({ env, kind, meaning: { zh, en }, isSecret: false });
const hidden = <T>(env: string, kind: Kind<T>, zh: string, en: string): Setting<T> => ({ env, kind, meaning: { zh, en }, isSecret: true });

const MINUTE_CALLS = integer(1, 1_000_000);
const MIB = 1_048_576;

/**
 * Every setting of the service. Values stand in config/default.yaml, never here; the `Settings` type, the boot check and
 * the table in docs/settings.md all come from this object.
 */
export const settingsSchema = {
  role: setting('ZHUJIU_ROLE', choice('all', 'web', 'worker'),
    '本进程的职责：网页与接口（web）、后台任务（worker）或两者（all）',
    'what this process does: pages and API (web), jobs (worker) or both (all)'),
  profile: setting('ZHUJIU_PROFILE', choice('standard', 'gov'),
    '运行要求：gov 只用国密算法（SM2/SM3/SM4）保护数据', 'requirements of the installation: gov protects data by the SM algorithms only'),
  server: {
    host: setting('ZHUJIU_HOST', hostAddress, '监听的地址', 'address to listen on'),
    port: setting('PORT', integer(0, 65_535), '监听的端口；0 表示任选一个空闲端口', 'port to listen on; 0 takes any free one'),
    publicUrl: setting('ZHUJIU_PUBLIC_URL', optional(origin),
      '用户访问本服务的地址；决定链接与安全 Cookie', 'address under which users reach the service; decides links and secure cookies'),
    trustedProxies: setting('ZHUJIU_TRUSTED_PROXIES', proxies,
      '可信的反向代理；只有来自它们的转发地址才被采信', 'reverse proxies whose forwarded client address is believed'),
    shutdownSeconds: setting('ZHUJIU_SHUTDOWN_SECONDS', integer(1, 600),
      '停止时等待在途请求和任务的秒数', 'seconds that a stop waits for requests and jobs under way'),
  },
  database: {
    url: hidden('DATABASE_URL', optional(databaseUrl),
      'PostgreSQL 服务器；不设则启动内置数据库', 'the PostgreSQL server; without it the embedded one starts'),
    dataDir: setting('ZHUJIU_DATA_DIR', folder, '内置数据库等本地数据的文件夹；相对路径从项目文件夹算起',
      'folder of local data such as the embedded database; a relative path counts from the project folder'),
    poolSize: setting('ZHUJIU_POOL_SIZE', integer(2, 500), '本进程最多的数据库连接数', 'most database connections of this process'),
    statementSeconds: setting('ZHUJIU_STATEMENT_SECONDS', integer(1, 3600),
      '一条语句最长的执行秒数', 'seconds after which a single statement is given up'),
    embeddedSource: setting('ZHUJIU_EMBEDDED_SOURCE', choice('auto', 'bundled', 'system'),
      '内置数据库的程序来自 npm 包（bundled）、本机安装（system）或自动', 'where the embedded server comes from: npm package (bundled), this machine (system) or whichever is there'),
  },
  keys: {
    file: setting('ZHUJIU_KEYS_FILE', optional(filePath), '密钥文件；用 DATABASE_URL 时必须设置它或 ZHUJIU_KEYS，内置数据库不设则自动生成在数据文件夹里',
      'the key file; with DATABASE_URL either it or ZHUJIU_KEYS must be set, for the embedded database one is made in the data folder'),
    text: hidden('ZHUJIU_KEYS', optional(longText), '密钥文件的内容，代替文件', 'the content of the key file, instead of a file'),
  },
  seal: {
    keyFile: setting('ZHUJIU_SEAL_KEY_FILE', optional(filePath), '印章私钥文件（PEM，Ed25519 或 SM2），用来签署审计链头和证明；不设则由密钥文件派生',
      'file with the private key of the seal (PEM, Ed25519 or SM2) for the head of the audit chain and certificates; without it one comes from the key file'),
    keyText: hidden('ZHUJIU_SEAL_KEY', optional(longText), '印章私钥的内容，代替文件', 'the content of that file, instead of a file'),
  },
  mail: {
    smtpUrl: hidden('ZHUJIU_SMTP_URL', optional(smtpUrl), '发送邮件的服务器；不设则不发邮件', 'the server that sends e-mail; without it none is sent'),
    from: setting('ZHUJIU_MAIL_FROM', optional(mailAddress), '发件人地址；发送邮件时必填', 'address of the sender; needed for e-mail'),
    smsOutbox: setting('ZHUJIU_SMS_OUTBOX', flag, '是否把短信放进发件表，由本单位的短信网关取走（zhujiu sms）', 'whether text messages are put into the outbox, from which the gateway of the deploying body takes them (zhujiu sms)'),
  },
  audit: {
    headFolder: setting('ZHUJIU_AUDIT_HEAD_FOLDER', optional(folder), '审计链头的存放文件夹；最好在另一台机器的磁盘上，不设则放在数据文件夹里',
      'folder for the head of the audit chain, best on a disk of another machine; without it the data folder'),
  },
  demo: {
    enabled: setting('ZHUJIU_DEMO', flag, '在内置数据库里放演示数据；DATABASE_URL 的数据库里永远没有',
      'put demo data into the embedded database; a DATABASE_URL database never gets any'),
  },
  site: {
    organiser: setting('ZHUJIU_SITE_ORGANISER', optional(words), '主办单位名称', 'name of the organising body'),
    email: setting('ZHUJIU_SITE_EMAIL', optional(words), '文字联系方式（电子邮箱）', 'written contact (an e-mail address)'),
    phone: setting('ZHUJIU_SITE_PHONE', optional(words), '联系电话', 'telephone'),
    sms: setting('ZHUJIU_SITE_SMS', optional(words), '接收短信的号码', 'number that takes text messages'),
    office: setting('ZHUJIU_SITE_OFFICE', optional(words), '办事窗口的地址和时间', 'counter with its address and hours'),
    signVideoUrl: setting('ZHUJIU_SITE_SIGN_VIDEO_URL', optional(webAddress), '手语视频客服的网址', 'address of the sign-language video service'),
    complaints: setting('ZHUJIU_SITE_COMPLAINTS', optional(words), '投诉方式', 'where complaints go'),
    siteCode: setting('ZHUJIU_SITE_CODE', optional(words), '网站标识码', 'site identification code'),
    icp: setting('ZHUJIU_SITE_ICP', optional(words), 'ICP 备案号', 'ICP record number'),
    policeRecord: setting('ZHUJIU_SITE_POLICE_RECORD', optional(words), '公安备案号', 'police record number'),
    errorReportUrl: setting('ZHUJIU_SITE_ERROR_REPORT_URL', optional(webAddress), '“我为政府网站找错”的网址', 'address of the report form for errors of government sites'),
  },
  http: {
    bodyBytes: setting('ZHUJIU_BODY_BYTES', integer(1_024, 64 * MIB),
      '请求正文（JSON、表单）的最大字节数；不含文件上传', 'largest request body (JSON, form) in bytes; file uploads apart'),
    requestSeconds: setting('ZHUJIU_REQUEST_SECONDS', integer(5, 3_600),
      '接收一个完整请求的最长秒数', 'seconds within which a whole request must have arrived'),
    formKey: hidden('ZHUJIU_FORM_KEY', optional(secret),
      '签署表单令牌的密钥；几台机器共用一个数据库时必须相同，不设则存在数据文件夹里',
      'key that signs form tokens; several machines on one database must share it, without it one is kept in the data folder'),
    // security.md: a stranger may make at least 600 calls a minute from one address, so a smaller number is refused.
    anonymousCallsPerMinute: setting('ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE', integer(600, 1_000_000),
      '每个地址每分钟的匿名请求数（登录与上传除外），各进程分别计', 'calls a minute by a stranger from one address, sign-in and upload apart; counted in each process'),
    accountCallsPerMinute: setting('ZHUJIU_ACCOUNT_CALLS_PER_MINUTE', integer(60, 1_000_000),
      '每个账号每分钟的请求数，所有登录、所有进程一起算', 'calls a minute of one account, from all its sessions and in all processes together'),
    signInsPerMinute: setting('ZHUJIU_SIGN_INS_PER_MINUTE', MINUTE_CALLS, '每个地址每分钟的登录尝试数', 'sign-in attempts a minute from one address'),
    uploadsPerMinute: setting('ZHUJIU_UPLOADS_PER_MINUTE', MINUTE_CALLS, '每个地址每分钟的上传数', 'uploads a minute from one address'),
    verificationsPerMinute: setting('ZHUJIU_VERIFICATIONS_PER_MINUTE', MINUTE_CALLS, '每个地址每分钟可核验的认定书数', 'determinations that one address may verify in a minute'),
  },
  signIn: {
    // interface.md 3.4: whoever reads with a screen reader or types with one finger needs an hour.
    publicIdleMinutes: setting('ZHUJIU_PUBLIC_IDLE_MINUTES', integer(60, 1_440), '求职者、监护人、用人单位的会话闲置多少分钟后结束，至少 60',
      'minutes without a call after which a session of a jobseeker, guardian or employer ends, at least 60'),
    staffIdleMinutes: setting('ZHUJIU_STAFF_IDLE_MINUTES', integer(10, 1_440), '工作人员的会话闲置多少分钟后结束', 'minutes without a call after which a session of staff ends'),
    sessionHours: setting('ZHUJIU_SESSION_HOURS', integer(1, 168), '会话最长的小时数，到时须重新登录', 'longest hours of a session; then a new sign-in is needed'),
    warnMinutes: setting('ZHUJIU_SESSION_WARN_MINUTES', integer(2, 9), '会话结束前多少分钟提醒，至少 2', 'minutes before its end at which a session warns, at least 2'),
    linkMinutes: setting('ZHUJIU_LINK_MINUTES', integer(5, 1_440), '重设密码、更换联系方式的链接有效的分钟数', 'minutes that a link for a new password or a changed address holds'),
    officeCodeHours: setting('ZHUJIU_OFFICE_CODE_HOURS', integer(1, 168), '窗口发放的一次性登录码有效的小时数', 'hours that a one-time code from an office holds'),
    parallelHashes: setting('ZHUJIU_PARALLEL_HASHES', integer(1, 64), '同时核对的密码数；每个占用 9 MiB 内存和一个处理器核', 'passwords checked at the same time; each takes 9 MiB and one processor core'),
  },
  oidc: {
    issuer: setting('ZHUJIU_OIDC_ISSUER', optional(issuer), '统一身份认证（OpenID Connect）的签发方网址；不设则没有单点登录',
      'issuer of the single sign-on (OpenID Connect); without it there is none'),
    clientId: setting('ZHUJIU_OIDC_CLIENT_ID', optional(words), '本服务在统一身份认证处登记的编号', 'name under which this service is registered there'),
    clientSecret: hidden('ZHUJIU_OIDC_CLIENT_SECRET', optional(secret), '本服务在统一身份认证处的密钥', 'secret of this service there'),
    name: setting('ZHUJIU_OIDC_NAME', words, '登录页上统一身份认证的名称', 'name of the single sign-on on the sign-in page'),
    coversSecondFactor: setting('ZHUJIU_OIDC_COVERS_SECOND_FACTOR', flag, '统一身份认证自己已做双因素验证，工作人员不再另验',
      'the single sign-on asks for two factors itself, so staff are not asked again'),
  },
  roster: {
    maxUploadBytes: setting('ZHUJIU_ROSTER_MAX_UPLOAD_BYTES', integer(1_024, 512 * MIB), '花名册文件的最大字节数', 'largest roster file in bytes'),
    maxUnpackedBytes: setting('ZHUJIU_ROSTER_MAX_UNPACKED_BYTES', integer(1_024, 2_048 * MIB),
      '花名册文件解压后的最大字节数（防压缩炸弹）', 'largest roster file in bytes once unpacked (against zip bombs)'),
    maxRows: setting('ZHUJIU_ROSTER_MAX_ROWS', integer(1, 1_000_000), '花名册的最多行数', 'most rows of a roster'),
    retentionMinutes: setting('ZHUJIU_ROSTER_RETENTION_MINUTES', integer(1, 30),
      '公开计算器保留上传文件和结果的分钟数，最多 30', 'minutes that the public calculator keeps an upload and its result, at most 30'),
    parallelParses: setting('ZHUJIU_ROSTER_PARALLEL_PARSES', integer(1, 64), '同时解析的花名册数', 'rosters parsed at the same time'),
    queueLength: setting('ZHUJIU_ROSTER_QUEUE_LENGTH', integer(0, 10_000), '排队等待解析的最多文件数', 'most files waiting to be parsed'),
    quotaPerAddress: setting('ZHUJIU_ROSTER_QUOTA_PER_ADDRESS', integer(1, 10_000),
      '每个地址每小时可上传的花名册数', 'rosters that one address may upload in an hour'),
    waitingPerAddress: setting('ZHUJIU_ROSTER_WAITING_PER_ADDRESS', integer(1, 1_000),
      '每个地址同时排队或解析的花名册数', 'rosters of one address that may wait or be parsed at once'),
  },
  facts: {
    url: setting('ZHUJIU_FACTS_URL', optional(issuer), '登记部门数据接口的网址；不设则只能导入文件', 'address of the service that gives the data of registers; without it only files can be imported'),
    key: hidden('ZHUJIU_FACTS_KEY', optional(secret), '数据接口的密钥', 'key of that service'),
    source: setting('ZHUJIU_FACTS_SOURCE', words, '数据接口背后的部门名称，写进每一条事实', 'whose register it is, told with every fact'),
    kinds: setting('ZHUJIU_FACTS_KINDS', choices('disability', 'military', 'police', 'insurance', 'wage', 'graduate'), '每晚从数据接口读取的种类', 'kinds that are read from it every night'),
    timeoutSeconds: setting('ZHUJIU_FACTS_TIMEOUT_SECONDS', integer(1, 600), '等待数据接口一页答复的秒数', 'seconds to wait for a page of it'),
  },
  exchange: {
    keysFile: setting('ZHUJIU_EXCHANGE_KEYS_FILE', optional(filePath), '税务、财政等发送方的公钥文件（JSON）；登记了公钥的发送方，批次必须签名', 'file (JSON) with the public keys of the bodies that send batches; who has a key there must seal them'),
  },
  jobs: {
    concurrency: setting('ZHUJIU_JOB_CONCURRENCY', integer(1, 64), '本进程同时执行的后台任务数', 'jobs that this process runs at the same time'),
    pollMilliseconds: setting('ZHUJIU_JOB_POLL_MILLISECONDS', integer(100, 60_000),
      '查找到期任务的间隔毫秒数（新任务即时通知）', 'milliseconds between looks for jobs that fell due (new ones are announced at once)'),
    maxAttempts: setting('ZHUJIU_JOB_MAX_ATTEMPTS', integer(1, 100),
      '任务失败多少次后转入死信', 'failures after which a job is a dead letter, unless the job says otherwise'),
  },
  search: {
    meiliUrl: setting('MEILI_URL', optional(origin), 'Meilisearch 服务器；不设则用 PostgreSQL 检索', 'the Meilisearch server; without it PostgreSQL searches'),
    meiliKey: hidden('MEILI_KEY', optional(secret), 'Meilisearch 的密钥', 'key of the Meilisearch server'),
  },
  metrics: {
    key: hidden('ZHUJIU_METRICS_KEY', optional(secret),
      '从本机以外读取 /metrics 的密钥；不设则只许本机', 'key for reading /metrics from elsewhere; without it only this machine may'),
  },
  log: {
    level: setting('ZHUJIU_LOG_LEVEL', choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), '日志的详细程度', 'how much is logged'),
    format: setting('ZHUJIU_LOG_FORMAT', choice('json', 'text'), '日志格式：json 供程序，text 供人读', 'json for programs, text for people'),
    name: setting('ZHUJIU_INSTANCE', text(/^[\w.-]{1,64}$/, { zh: '1 到 64 个字母、数字、点、横线', en: '1 to 64 letters, digits, dots or dashes' }),
      '日志中本实例的名字', 'name of this instance in the logs'),
  },
} as const satisfies SettingsGroup;

export type SettingsGroup = { readonly [name: string]: Setting<unknown> | SettingsGroup };

export type ValuesOf<G> = { readonly [K in keyof G]: G[K] extends Setting<infer T> ? T : ValuesOf<G[K]> };

/** All settings, validated. */
export type Settings = ValuesOf<typeof settingsSchema>;

export const isSetting = (node: Setting<unknown> | SettingsGroup): node is Setting<unknown> => typeof node.env === 'string';

/** Every setting with its dotted path, in the order of the schema. */
export function allSettings(group: SettingsGroup = settingsSchema, prefix = ''): { path: string; setting: Setting<unknown> }[] {
  return Object.entries(group).flatMap(([name, node]) =>
    isSetting(node) ? [{ path: prefix + name, setting: node }] : allSettings(node, `${prefix}${name}.`));
}
