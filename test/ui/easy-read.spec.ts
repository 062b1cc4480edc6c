import type { Text } from '../../src/kernel/texts.js';
import { accessibilityTexts } from '../../src/ui/texts/accessibility-texts.js';
import { displayTexts } from '../../src/ui/texts/display-texts.js';
import { helpTexts } from '../../src/ui/texts/help-texts.js';
import { homeTexts } from '../../src/ui/texts/home-texts.js';
import { layoutTexts } from '../../src/ui/texts/layout-texts.js';

/** B25, interface.md 1.6: at most 25 characters in a sentence, at most 5 sentences in a block, no word that a form needs. */
const LONGEST = 25;
const MOST = 5;
const HARD = /差额|核定|依据|减免|申报|经办|审定|滞纳|试算|缴纳|履行|依照|及其|予以|该等/;

const texts: readonly (readonly [string, Readonly<Record<string, Text>>])[] = [
  ['accessibility', accessibilityTexts.easy],
  ['display', displayTexts.easy],
  ['help', helpTexts.easy],
  ['home', homeTexts.easy],
  ['layout', layoutTexts.easy],
];

const blocks = texts.flatMap(([name, easy]) => Object.entries(easy).map(([key, text]) => [`${name}.${key}`, typeof text === 'string' ? text : text({})] as const));

it.each(blocks)('%s', (_key, text) => {
  const sentences = text.split(/[。！？：]/).map((sentence) => sentence.trim()).filter(Boolean);
  expect(sentences.filter((sentence) => sentence.replace(/[^\u4e00-\u9fff\w]/g, '').length > LONGEST)).toEqual([]);
  expect(sentences.length).toBeLessThanOrEqual(MOST);
  // The word of the dictionary itself may be named where it is explained.
  if (!/^help\.w\d/.test(_key)) expect(text).not.toMatch(HARD);
});
