// Browser checks: one throwaway database, one service process and one Chromium for the whole run (`--runInBand`).
// `npx jest --config jest.browser.config.mjs --runInBand -t 'home · opened'` looks at one page in one state.
import { base } from './jest.config.mjs';

export default {
  ...base,
  displayName: 'browser',
  // Part of `npm test`: whole journeys and what scripts add. The rounds over every page and state (`every-state`, `no-script`,
  // `other-words`, `forms`) are run by `npm run test:every-state`; they join here once their golden files are reviewed.
  testMatch: process.env['EVERY_STATE'] === 'yes' ? ['<rootDir>/test/browser/**/*.spec.ts'] : ['<rootDir>/test/browser/{journeys,live}.spec.ts'],
  globalSetup: '<rootDir>/test/browser/global-setup.mjs',
  globalTeardown: '<rootDir>/test/browser/global-teardown.mjs',
  // Large packages that are CommonJS already.
  transformIgnorePatterns: ['/node_modules/(playwright-core|axe-core|html-validate|jsdom|@guidepup)/'],
  // A limit for what hangs, not a bar: nothing is measured in time here.
  testTimeout: 180_000,
};
