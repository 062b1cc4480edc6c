import { dictionary } from '../../kernel/texts.js';

/** Words that the scripts say. `{n}` is filled in the browser, so those texts are functions that the server leaves alone. */
export const enhancedTexts = dictionary(
  {
    uploading: '正在上传',
    percent: () => '已上传 {n}%',
    failed: '上传没有完成。请检查网络，再点一次按钮。',
    found: () => '找到 {n} 个，按上下键选择',
    none: '没有找到。请换一个说法，或点“查找”',
  },
  {
    uploading: 'Uploading',
    percent: () => '{n}% uploaded',
    failed: 'The upload did not finish. Check your connection and press the button again.',
    found: () => '{n} found; choose with the up and down keys',
    none: 'Nothing found. Use other words or press the find button',
  },
);
