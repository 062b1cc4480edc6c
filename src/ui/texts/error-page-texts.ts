import { dictionary } from '../../kernel/texts.js';

/** Headings of the error pages by kind; the sentence under them is that of the error's own code. */
export const errorPageTexts = dictionary(
  {
    notFound: '找不到这个页面',
    forbidden: '这一步没有完成',
    tooLarge: '内容太大',
    tooMany: '请求太频繁，请稍等',
    refused: '内容需要更正',
    unavailable: '服务暂时不可用',
    failed: '服务出了故障',
    other: '请求没有完成',
    places: '需要更正的地方',
    next: '接下来可以',
    back: '回到上一页。浏览器的“返回”会保留您填写的内容',
    home: '回到首页',
    help: '查看求助办法',
    reference: '求助时请告诉我们编号：{id}',
  },
  {
    notFound: 'Page not found',
    forbidden: 'This step was not completed',
    tooLarge: 'This is too large',
    tooMany: 'Too many requests: please wait',
    refused: 'Something needs correcting',
    unavailable: 'The service is not available at the moment',
    failed: 'Something went wrong in the service',
    other: 'The request was not completed',
    places: 'What needs correcting',
    next: 'What you can do next',
    back: 'Go back with your browser; it keeps what you entered',
    home: 'Go to the home page',
    help: 'See how to get help',
    reference: 'When you ask for help, tell us this number: {id}',
  },
);
