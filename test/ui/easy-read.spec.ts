import type { Text } from '../../src/kernel/texts.js';
import { memberPageTexts } from '../../src/members/pages/texts.js';
import { inboxTexts } from '../../src/messages/pages/texts.js';
import { policyPageTexts } from '../../src/policy/pages/texts.js';
import { valueTexts } from '../../src/policy/pages/value-texts.js';
import { questionTexts } from '../../src/quota/levy/pages/texts/question-texts.js';
import { quickTexts } from '../../src/quota/levy/pages/texts/quick-texts.js';
import { startTexts } from '../../src/quota/levy/pages/texts/start-texts.js';
import { statementTexts } from '../../src/quota/levy/pages/texts/statement-texts.js';
import { whatIfTexts } from '../../src/quota/levy/pages/texts/what-if-texts.js';
import { refusalTexts } from '../../src/quota/roster/pages/texts/refusal-texts.js';
import { resultTexts } from '../../src/quota/roster/pages/texts/result-texts.js';
import { uploadTexts } from '../../src/quota/roster/pages/texts/upload-texts.js';
import { dataKindTexts, lookPurposeTexts, purposeHints, purposeTexts, recipientTexts, requestKindTexts, requestStatusTexts, rightsPageTexts } from '../../src/rights/pages/texts.js';
import { accountTexts } from '../../src/sign-in/pages/texts/account-texts.js';
import { addressTexts } from '../../src/sign-in/pages/texts/address-texts.js';
import { signInTexts } from '../../src/sign-in/pages/texts/sign-in-texts.js';
import { accessibilityTexts } from '../../src/ui/texts/accessibility-texts.js';
import { displayTexts } from '../../src/ui/texts/display-texts.js';
import { enhancedTexts } from '../../src/ui/texts/enhanced-texts.js';
import { errorPageTexts } from '../../src/ui/texts/error-page-texts.js';
import { helpTexts } from '../../src/ui/texts/help-texts.js';
import { homeTexts } from '../../src/ui/texts/home-texts.js';
import { layoutTexts } from '../../src/ui/texts/layout-texts.js';
import { labelTexts, levyPageErrorTexts } from '../../src/quota/levy/pages/texts/fault-texts.js';
import { parameterMeanings, parameterTitles } from '../../src/policy/pages/parameter-texts.js';

/** B25, interface.md 1.6: at most 25 characters in a sentence, at most 5 sentences in a block, no word that a form needs. */
const LONGEST = 25;
const MOST = 5;
const HARD = /差额|核定|依据|减免|申报|经办|审定|滞纳|试算|缴纳|履行|依照|及其|予以|该等/;

/** Sentences that depend on values are told with small ones. */
const ANY = new Proxy({}, { get: () => 2 });

const dictionaries = {
  dataKindTexts,
  lookPurposeTexts,
  purposeHints,
  purposeTexts,
  recipientTexts,
  requestKindTexts,
  requestStatusTexts,
  rightsPageTexts,
  accountTexts,
  addressTexts,
  memberPageTexts,
  signInTexts,
  inboxTexts,
  policyPageTexts,
  valueTexts,
  refusalTexts,
  resultTexts,
  uploadTexts,
  questionTexts,
  quickTexts,
  startTexts,
  statementTexts,
  whatIfTexts,
  accessibilityTexts,
  displayTexts,
  enhancedTexts,
  errorPageTexts,
  helpTexts,
  homeTexts,
  layoutTexts,
  labelTexts,
  levyPageErrorTexts,
  parameterMeanings,
  parameterTitles,
};
const texts: readonly (readonly [string, Readonly<Record<string, Text>>])[] = Object.entries(dictionaries).map(([name, { easy }]) => [name, easy]);

const blocks = texts.flatMap(([name, easy]) => Object.entries(easy).map(([key, text]) => [`${name}.${key}`, typeof text === 'string' ? text : text(ANY)] as const));

it.each(blocks)('%s', (_key, text) => {
  const sentences = text.split(/[。！？：]/).map((sentence) => sentence.trim()).filter(Boolean);
  expect(sentences.filter((sentence) => sentence.replace(/[^\u4e00-\u9fff\w]/g, '').length > LONGEST)).toEqual([]);
  expect(sentences.length).toBeLessThanOrEqual(MOST);
  // The word of the dictionary itself may be named where it is explained.
  if (!/^helpTexts\.w\d/.test(_key)) expect(text).not.toMatch(HARD);
});
