#!/usr/bin/env node
import { systemClock } from './kernel/clock.js';
import type { CommandTable } from './platform/cli/command.js';
import { runCommand, terminalLanguage } from './platform/cli/run-command.js';

/** Each command is loaded alone: `zhujiu levy` starts neither the framework nor a database. */
const commands: CommandTable = {
  levy: {
    load: async () => (await import('./quota/levy/cli/levy.command.js')).run,
    zh: '计算残保金：标准输入每行一个 JSON 案例，标准输出每行一个结果',
    en: 'compute levies: one JSON case a line in, one result a line out',
  },
  roster: {
    load: async () => (await import('./quota/roster/cli/roster.command.js')).run,
    zh: '读花名册，逐人逐月判断是否计入，试算残保金',
    en: 'read a roster, judge every person and month, compute the levy',
  },
  policy: {
    load: async () => {
      const [{ run }, { levyRunner }] = await Promise.all([import('./policy/cli/policy.command.js'), import('./levy-runner.js')]);
      return (args, io) => run(args, io, levyRunner(io.clock));
    },
    zh: '检查、查看、比较法规参数，复算以往结果',
    en: 'check, show and compare the parameters of law; replay earlier results',
  },
  regions: {
    load: async () => (await import('./policy/cli/regions.command.js')).run,
    zh: '导入行政区划',
    en: 'import administrative regions',
  },
  employers: {
    load: async () => (await import('./quota/employers/cli/employers.command.js')).run,
    zh: '导入税务登记的单位名单',
    en: 'import a list of employers from the tax register',
  },
  facts: {
    load: async () => (await import('./people/facts/cli/facts.command.js')).run,
    zh: '导入登记部门的数据：残疾证件、社保月份、工资、毕业生',
    en: 'import the data of registers: certificates, insurance months, wages, graduates',
  },
  keys: {
    load: async () => {
      const [{ keysCommand }, { sealedColumns }] = await Promise.all([import('./platform/keys/cli/keys.command.js'), import('./sealed-columns.js')]);
      return keysCommand(sealedColumns);
    },
    zh: '生成密钥、查看密钥的使用情况',
    en: 'make keys and see how they are used',
  },
  audit: {
    load: async () => (await import('./platform/audit/cli/audit.command.js')).run,
    zh: '核对审计记录和链',
    en: 'check the audit entries and their chain',
  },
  backup: {
    load: async () => (await import('./platform/backup/cli/backup.command.js')).run,
    zh: '把数据库备份到一个文件',
    en: 'write the database into a backup file',
  },
  restore: {
    load: async () => (await import('./platform/backup/cli/restore.command.js')).run,
    zh: '把备份恢复到空数据库',
    en: 'put a backup into an empty database',
  },
  admin: {
    load: async () => (await import('./members/cli/admin.command.js')).run,
    zh: '为新数据库产生第一位管理员',
    en: 'make the first administrator of a new database',
  },
  sms: {
    load: async () => (await import('./messages/cli/sms.command.js')).run,
    zh: '把待发的短信交给短信网关',
    en: 'hand text messages to a gateway',
  },
  jobs: {
    load: async () => (await import('./platform/jobs/cli/jobs.command.js')).run,
    zh: '查看和处理失败的后台任务',
    en: 'look at failed background jobs and settle them',
  },
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader has seen enough (`| head`).
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCommand(commands, process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  clock: systemClock,
  language: terminalLanguage(process.env),
});
