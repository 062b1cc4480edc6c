// govuk-frontend writes some colours of its own palette straight into its rules, where no setting and no
// display mode reaches them. Each of them becomes one of our tokens here; a colour that is not known stops the build.

/** Palette colour -> token, by what it colours. `text` is for `color`, `back` for everything else. */
const TOKENS = {
  // Black is for paper, where every reader gets the same.
  '#000000': { text: 'govuk-print-text-colour', back: 'govuk-print-text-colour' },
  '#0b0c0c': { text: 'govuk-text-colour', back: 'govuk-text-colour' },
  '#ffffff': { text: 'zj-on-brand', back: 'govuk-body-background-colour' },
  '#f3f3f3': { text: 'zj-on-brand', back: 'zj-paper' },
  '#cecece': { text: 'govuk-secondary-text-colour', back: 'zj-edge' },
  '#858686': { text: 'govuk-secondary-text-colour', back: 'govuk-input-border-colour' },
  '#d2e2f1': { text: 'zj-blue-text', back: 'zj-paper-deep' },
  '#f4f8fb': { text: 'zj-on-brand', back: 'zj-paper-deep' },
  '#1d70b8': { text: 'govuk-brand-colour', back: 'govuk-brand-colour' },
  '#0f385c': { text: 'zj-blue-text', back: 'zj-brand-hover' },
  '#0f7a52': { text: 'govuk-brand-colour', back: 'govuk-brand-colour' },
  '#0b5c3e': { text: 'govuk-brand-colour', back: 'zj-brand-hover' },
  '#083d29': { text: 'zj-green-text', back: 'zj-brand-hover' },
  '#ca3535': { text: 'govuk-error-colour', back: 'govuk-error-colour' },
  '#982828': { text: 'govuk-error-colour', back: 'govuk-error-colour' },
  '#651b1b': { text: 'zj-red-text', back: 'govuk-error-colour' },
  // Tags have five pairs of ours, by what they say and not by name of the colour.
  '#0b4144': { text: 'zj-green-text', back: 'zj-green-back' },
  '#cfe4dc': { text: 'zj-green-text', back: 'zj-green-back' },
  '#d0e6e7': { text: 'zj-green-text', back: 'zj-green-back' },
  '#f4d7d7': { text: 'zj-red-text', back: 'zj-red-back' },
  '#651b3e': { text: 'zj-red-text', back: 'zj-red-back' },
  '#f4d7e5': { text: 'zj-red-text', back: 'zj-red-back' },
  '#2a1950': { text: 'zj-red-text', back: 'zj-red-back' },
  '#ddd6ec': { text: 'zj-red-text', back: 'zj-red-back' },
  '#ffee80': { text: 'zj-yellow-text', back: 'zj-yellow-back' },
  '#7a3c1c': { text: 'zj-yellow-text', back: 'zj-yellow-back' },
  '#fde4d7': { text: 'zj-yellow-text', back: 'zj-yellow-back' },
};

const DECLARATION = /([{;]\s*)([\w-]+)(\s*:\s*)([^;{}]*#[0-9a-f]{3,8}[^;{}]*)/gi;
const FALLBACK = /var\((--govuk-[\w-]+-colour), ?#[0-9a-f]{3,8}\)/gi;
const HEX = /#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi;

/** @param {string} css compiled styles @returns {string} the same with tokens for colours; throws on a colour without one */
export function ownColours(css) {
  const unknown = new Set();
  const replaced = css.replace(FALLBACK, 'var($1)').replace(DECLARATION, (whole, start, property, colon, value) => {
    if (property.startsWith('--')) return whole;
    return start + property + colon + value.replace(HEX, (hex) => {
      const tokens = TOKENS[long(hex.toLowerCase())];
      if (!tokens) unknown.add(`${property}: ${hex}`);
      return tokens ? `var(--${property === 'color' || property === 'fill' ? tokens.text : tokens.back})` : hex;
    });
  });
  if (unknown.size > 0) throw new Error(`colours without a token: ${[...unknown].join(', ')}`);
  return replaced;
}

const long = (hex) => (hex.length === 4 ? `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}` : hex);
