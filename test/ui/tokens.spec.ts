import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** B3: contrast of every pair of tokens that stand on one another, in every display mode. */
const scss = readFileSync(join(__dirname, '../../src/ui/styles/_settings.scss'), 'utf8');

function tokens(name: string): Record<string, string> {
  const body = new RegExp(`\\$${name}: \\(([\\s\\S]*?)\\n\\);`).exec(scss)?.[1];
  if (body === undefined) throw new Error(`no map $${name}`);
  return Object.fromEntries([...body.matchAll(/"([\w-]+)": (#[0-9a-f]{6})/g)].map(([, key, value]) => [key!, value!]));
}

const modes = {
  standard: { ...tokens('colours'), ...tokens('own') },
  'high contrast, light': { ...tokens('light-contrast'), ...tokens('light-contrast-own') },
  'high contrast, dark': { ...tokens('dark-contrast'), ...tokens('dark-contrast-own') },
};

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((start) => {
    const channel = parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['body-background', 'paper', 'paper-deep', 'template-background', 'surface-background'];
const TEXTS = ['text', 'secondary-text', 'link', 'link-visited', 'link-hover', 'link-active', 'error', 'success', 'brand'];

const TEXT_PAIRS: readonly (readonly [string, string])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ['surface-text', 'surface-background'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-hover'],
  ['on-brand', 'error'],
  ['on-brand', 'success'],
  ['text', 'hover'],
  ['focus-text', 'focus'],
  ...['grey', 'green', 'yellow', 'red', 'blue'].map((name) => [`${name}-text`, `${name}-back`] as const),
];

const EDGE_PAIRS: readonly (readonly [string, string])[] = [
  ...['input-border', 'ring', 'leaf', 'hand'].flatMap((edge) => ['body-background', 'paper'].map((ground) => [edge, ground] as const)),
  // The number on a card is large text.
  ['hand', 'body-background'],
];

describe.each(Object.entries(modes))('%s', (_mode, colours: Record<string, string>) => {
  const value = (name: string): string => {
    const colour = colours[name];
    if (!colour) throw new Error(`no token ${name}`);
    return colour;
  };

  it.each(TEXT_PAIRS)('text %s on %s: at least 7:1', (text, ground) => {
    expect(contrast(value(text), value(ground))).toBeGreaterThanOrEqual(7);
  });

  it.each(EDGE_PAIRS)('edge %s on %s: at least 3:1', (edge, ground) => {
    expect(contrast(value(edge), value(ground))).toBeGreaterThanOrEqual(3);
  });
});

it.each(Object.entries(modes))('%s: a focused link shows by its ground or by the bar below it', (_mode, colours: Record<string, string>) => {
  const shown = ['focus', 'focus-text'].map((name) => contrast(colours[name]!, colours['body-background']!));
  expect(Math.max(...shown)).toBeGreaterThanOrEqual(3);
});

it('gives every mode the same tokens', () => {
  const [standard, ...others] = Object.values(modes).map((colours) => Object.keys(colours).sort());
  others.forEach((names) => expect(names).toEqual(standard));
});
