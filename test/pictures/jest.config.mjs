// `npm run pictures`: the pictures of the guides, taken from the running service with the records of the browser checks.
import browser from '../../jest.browser.config.mjs';

export default { ...browser, rootDir: '../..', displayName: 'pictures', testMatch: ['<rootDir>/test/pictures/*.spec.ts'] };
