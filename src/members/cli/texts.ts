import { dictionary } from '../../kernel/texts.js';

export const adminCommandTexts = dictionary(
  {
    'admin.command.help': `用法：zhujiu admin create --name 姓名 [--region 区划代码] [--organisation 残联名称] [--granted-by 账号编号] [--json]

为一个空的数据库产生第一位管理员的邀请码。用邀请码打开服务的“接受邀请”页面，设置密码，就成为管理员。
再运行一次会换一个新的邀请码，旧的作废。已经有管理员时，要用 --granted-by 写明由哪位管理员授予。

  --region        管理员负责的地区，默认全国（100000）
  --organisation  所属残联的名称，没有登记时自动登记；默认按地区取名
  --json          以 JSON 输出

使用 DATABASE_URL 指定的数据库；没有设置时使用内置数据库。
退出码：0 已产生；1 没有产生（原因已说明）；2 用法不对。`,
    'admin.created': `已产生管理员邀请码：{code}
请在 {until} 前打开这个地址，设置密码：{link}
邀请码只显示这一次，只能用一次。请当面或用可靠的方式交给本人。`,
    'admin.name_needed': '没有写管理员的姓名。请加上 --name 姓名。',
    'admin.name_wrong': '姓名应为 1 到 60 个字，不含换行。',
    'admin.region_wrong': '没有代码为 {region} 的地区。请核对区划代码。',
    'admin.granter_wrong': '--granted-by 应写账号编号（由数字和字母组成，中间有短横）。',
  },
  {
    'admin.command.help': `Usage: zhujiu admin create --name NAME [--region CODE] [--organisation NAME] [--granted-by ACCOUNT] [--json]

Makes the invitation of the first administrator of an empty database. Open the page "accept an invitation" with the code and
set a password to become the administrator. Another run gives a new code and ends the old one. Once there is an administrator,
--granted-by names the one who grants.

  --region        region that the administrator looks after, the whole country (100000) otherwise
  --organisation  name of the federation, entered where it is not known; named after the region otherwise
  --json          print JSON

Uses the database of DATABASE_URL, the embedded one without it.
Exit codes: 0 made; 1 not made, and why; 2 wrong usage.`,
    'admin.created': `Invitation code of the administrator: {code}
Open this address before {until} and set a password: {link}
The code is shown this once and works once. Hand it over in person or by a way that you trust.`,
    'admin.name_needed': 'The name of the administrator is missing. Add --name NAME.',
    'admin.name_wrong': 'A name has 1 to 60 characters on one line.',
    'admin.region_wrong': 'There is no region with the code {region}. Check the code.',
    'admin.granter_wrong': '--granted-by takes the id of an account: digits and letters with dashes.',
  },
);
