import { dictionary } from '../../../../kernel/texts.js';

/** Refusals that only the page of the upload has, or that it tells in its own words. */
export const refusalTexts = dictionary(
  {
    'upload.file_missing': '请先选择花名册文件，再上传。',
    'upload.file_empty': '这个文件是空的，一个字节也没有。请检查文件，重新选择。',
    'levy.case.invalid': '请先填好第一步“单位的情况”，再上传花名册。',
    'levy.page.draft_full': '浏览器里存不下了。请到“算残保金”里清除填写的内容，再从这里开始。',
  },
  {
    'upload.file_missing': 'Choose the roster file first, then upload it.',
    'upload.file_empty': 'This file is empty, without a single byte. Check it and choose again.',
    'levy.case.invalid': 'Fill in step 1, the facts about the employer, then upload the roster.',
    'levy.page.draft_full': 'The browser cannot keep more answers. Clear them under “Work out the levy”, then start here again.',
  },
  {
    'upload.file_missing': '请先选文件，再点上传。',
  },
);
