// Browser checks: one throwaway database, one service process and one Chromium for the whole run (`--runInBand`).
// `npx jest --config jest.browser.config.mjs --runInBand -t 'home · opened'` looks at one page in one state.
import { base } from './jest.config.mjs';

export default {
  ...base,
  displayName: 'browser',
  testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
  globalSetup: '<rootDir>/test/browser/global-setup.mjs',
  globalTeardown: '<rootDir>/test/browser/global-teardown.mjs',
  // Large packages that are CommonJS already.
  transformIgnorePatterns: ['/node_modules/(playwright-core|axe-core|html-validate|jsdom|@guidepup)/'],
  // A limit for what hangs, not a bar: nothing is measured in time here.
  testTimeout: 180_000,
};
