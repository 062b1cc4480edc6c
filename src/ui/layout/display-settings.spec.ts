import fc from 'fast-check';
import { displayClasses, formatDisplaySettings, parseDisplaySettings, standardDisplay, type DisplaySettings } from './display-settings.js';

const anySettings: fc.Arbitrary<DisplaySettings> = fc.record({
  text: fc.constantFrom('standard', 'large', 'xlarge'),
  contrast: fc.constantFrom('standard', 'light', 'dark'),
  wideSpacing: fc.boolean(),
  easyRead: fc.boolean(),
  readAloud: fc.boolean(),
  reduceMotion: fc.boolean(),
});

it('keeps every choice in the cookie', () => {
  fc.assert(fc.property(anySettings, (settings) => {
    const cookie = formatDisplaySettings(settings);
    expect(parseDisplaySettings(cookie)).toEqual(settings);
    // Token characters of RFC 6265: nothing to encode.
    expect(cookie).toMatch(/^[a-z.]*$/);
  }));
});

it('reads anything without failing, and only words that it knows', () => {
  fc.assert(fc.property(fc.string(), (cookie) => {
    expect(displayClasses(parseDisplaySettings(cookie))).toMatch(/^[a-z -]*$/);
  }));
  expect(parseDisplaySettings('large.nonsense.__proto__.constructor.dark')).toEqual({ ...standardDisplay, text: 'large', contrast: 'dark' });
  expect(parseDisplaySettings(undefined)).toEqual(standardDisplay);
});

it('writes nothing for the standard', () => {
  expect(formatDisplaySettings(standardDisplay)).toBe('');
  expect(displayClasses(standardDisplay)).toBe('');
});
