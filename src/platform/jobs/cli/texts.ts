import { dictionary } from '../../../kernel/texts.js';

export const jobsCommandTexts = dictionary({
  'jobs.command.help': '用法：zhujiu jobs dead [--json]      列出失败到底的任务（死信）\n      zhujiu jobs counts [--json]    各种任务的数量\n      zhujiu jobs retry 编号         让一个死信重新执行\n      zhujiu jobs discard 编号       删除一个死信',
  'jobs.dead.none': '没有死信。',
  'jobs.dead.line': '{id}  {job}  失败 {attempts} 次，最后一次在 {failedAt}：{lastError}',
  'jobs.counts.line': '{job}：等待 {waiting}，执行中 {running}，死信 {dead}',
  'jobs.counts.none': '队列是空的。',
  'jobs.retry.done': '任务 {id} 将重新执行。',
  'jobs.discard.done': '已删除死信 {id}。',
  'jobs.unknown': '没有编号为 {id} 的死信。',
}, {
  'jobs.command.help': 'Usage: zhujiu jobs dead [--json]      jobs that failed for good (dead letters)\n       zhujiu jobs counts [--json]    how many jobs of each kind\n       zhujiu jobs retry ID           run a dead letter again\n       zhujiu jobs discard ID         remove a dead letter',
  'jobs.dead.none': 'There are no dead letters.',
  'jobs.dead.line': '{id}  {job}  failed {attempts} times, last at {failedAt}: {lastError}',
  'jobs.counts.line': '{job}: {waiting} waiting, {running} running, {dead} dead',
  'jobs.counts.none': 'The queue is empty.',
  'jobs.retry.done': 'Job {id} will run again.',
  'jobs.discard.done': 'Dead letter {id} is removed.',
  'jobs.unknown': 'There is no dead letter {id}.',
});
