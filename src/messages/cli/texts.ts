import { dictionary } from '../../kernel/texts.js';

export const smsCommandTexts = dictionary({
  'sms.command.help': '用法：zhujiu sms take [--most N]    取出待发的短信，每行一个 JSON：id、phone、body\n      zhujiu sms done 编号…          这些短信已发出；十分钟内没有报告的会再次取出\n\n输出含手机号码和内容，请直接交给短信网关，不要存成文件。',
  'sms.done': '{count} 条短信已完成。',
}, {
  'sms.command.help': 'Usage: zhujiu sms take [--most N]    text messages to be sent, one JSON object a line: id, phone, body\n       zhujiu sms done ID…            these were sent; what is not reported within ten minutes is given out again\n\nThe output holds telephone numbers and words: hand it to the gateway, keep no file of it.',
  'sms.done': '{count} text messages are settled.',
});
