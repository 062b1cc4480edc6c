import { HtmlValidate, type ConfigData } from 'html-validate';
import { againstGolden } from '../support/golden.js';
import { fileOf, hasGolden } from '../support/pages.js';
import type { Bar } from '../support/rounds.js';

/** The recommended rules; switched off is only what is a matter of taste, each with its reason. */
const CONFIG: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // `<input>` and `<input />` are the same to a browser; preact writes the second.
    'void-style': 'off',
    // Preact writes `required` for a boolean attribute; both forms are HTML.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // `<!DOCTYPE html>` in either case.
    'doctype-style': 'off',
    // White space at the end of a line is nobody's business in generated text.
    'no-trailing-whitespace': 'off',
    // A limit of 70 characters for search engines; our titles carry the name of the service.
    'long-title': 'off',
    // Tick boxes of one group share their name, as radios do.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    // The start button is a link that looks and is announced as a button, as in govuk-frontend's fixtures; a table's scrolling
    // region is a div with role and focus, as in the WAI's technique.
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
  },
};

const validator = new HtmlValidate(CONFIG);

/**
 * Roles that an element has anyway are said where browsers forget them: a table whose rows CSS lays out as blocks on narrow
 * screens, and the fieldset of a date for older screen readers (govuk-frontend's fixtures, B23).
 */
const isNeededRole = (rule: string, message: string): boolean => rule === 'no-redundant-role' && /"(?:group" on <fieldset|table" on <table|rowgroup|row" on|columnheader|rowheader|cell" on)/.test(message);

/** main alone: header, help block and footer are the same on every page, the home page shows them. */
const partFor = (page: string): string => (page === 'home' ? 'body' : 'main');

export const validBar: Bar = {
  name: 'B28 valid HTML',
  look: async ({ document }) => {
    const { results } = await validator.validateString(await document().text());
    return results.flatMap(({ messages }) => messages.filter(({ ruleId, message }) => !isNeededRole(ruleId, message)).map(({ ruleId, message, line, column, selector }) => `${ruleId}: ${message} (${line}:${column} ${selector ?? ''})`));
  },
};

/** A table of thousands of rows is one and the same row; its beginning tells it. */
const MOST_LINES = 300;
/** The list of operations grows with every operation, and a golden file of its own holds it (test/contract). */
const FEWER_LINES: Readonly<Record<string, number>> = { api: 24 };

export const ariaBar: Bar = {
  name: 'B13 roles, names and states as in the golden file',
  look: async ({ page }, state) => {
    if (!hasGolden(state)) return [];
    const lines = (await page.locator(partFor(state.page.id)).ariaSnapshot()).split('\n');
    return againstGolden(`aria/${fileOf(state)}.yaml`, lines.slice(0, FEWER_LINES[state.page.id] ?? MOST_LINES).join('\n'));
  },
};
