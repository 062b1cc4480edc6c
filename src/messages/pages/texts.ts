import { dictionary } from '../../kernel/texts.js';

export const inboxTexts = dictionary({
  'title': '我的消息',
  'unread': '{unread} 条未读。',
  'none': '还没有消息。有关您的登录、身份和申请的通知会出现在这里。',
  'new': '未读',
  'older': '更早的消息',
  'newest': '最新的消息',
  'all': '全部消息',
  'sent': '{at} 收到',
  'openIt': '打开相关页面',
  'message': '一条消息',
}, {
  'title': 'My messages',
  'unread': '{unread} unread.',
  'none': 'There are no messages yet. Notices about your sign-in, your roles and your applications appear here.',
  'new': 'Unread',
  'older': 'Older messages',
  'newest': 'Newest messages',
  'all': 'All messages',
  'sent': 'Received {at}',
  'openIt': 'Open the page',
  'message': 'A message',
}, {
  'none': '还没有消息。有了新消息，会写在这里。',
  'unread': '有 {unread} 条，您还没看。',
  'new': '没看过',
  'older': '更早的消息',
  'openIt': '打开看看',
});
