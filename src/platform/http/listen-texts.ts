import { dictionary } from '../../kernel/texts.js';

/** What the person who starts the service reads. */
export const listenTexts = dictionary(
  {
    'http.listening': '助就已启动，请在浏览器打开 {address}/',
    'http.listening_inside': '本进程监听 {address}',
    'http.plain_warning': '注意：{address} 不是加密连接，也不限于本机。浏览器不会保留安全 Cookie，传输的内容会被旁人看到。请在前面设置 HTTPS 反向代理，并设置 ZHUJIU_PUBLIC_URL 和 ZHUJIU_TRUSTED_PROXIES。',
    'http.port_in_use': '{host} 的端口 {port} 已被占用。请关闭占用它的程序，或用 PORT 另选一个端口。',
    'http.port_refused': '不能在 {host}:{port} 上监听（{reason}）。请检查 ZHUJIU_HOST 和 PORT。',
  },
  {
    'http.listening': 'Zhujiu is running: open {address}/ in a browser',
    'http.listening_inside': 'This process listens on {address}',
    'http.plain_warning': 'Note: {address} is not encrypted and not limited to this machine. Browsers will not keep a secure cookie, and others can read what is sent. Put an HTTPS proxy in front and set ZHUJIU_PUBLIC_URL and ZHUJIU_TRUSTED_PROXIES.',
    'http.port_in_use': 'Port {port} of {host} is taken. Close the program that uses it, or choose another port with PORT.',
    'http.port_refused': 'Cannot listen on {host}:{port} ({reason}). Check ZHUJIU_HOST and PORT.',
  },
);
