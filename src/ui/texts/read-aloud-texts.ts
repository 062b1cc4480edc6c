import { dictionary } from '../../kernel/texts.js';

export const readAloudTexts = dictionary({ start: '朗读这一页', stop: '停止朗读' }, { start: 'Read this page aloud', stop: 'Stop reading' });
