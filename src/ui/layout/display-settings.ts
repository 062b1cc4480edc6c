/** How a reader wants to see the service. Kept in a cookie, applied by the server as classes on `<html>`. */
export type DisplaySettings = {
  readonly text: 'standard' | 'large' | 'xlarge';
  readonly contrast: 'standard' | 'light' | 'dark';
  readonly wideSpacing: boolean;
  /** 易读版, Chinese only; falls back to the ordinary words. */
  readonly easyRead: boolean;
  readonly readAloud: boolean;
  readonly reduceMotion: boolean;
};

export const standardDisplay: DisplaySettings = {
  text: 'standard', contrast: 'standard', wideSpacing: false, easyRead: false, readAloud: false, reduceMotion: false,
};

export const DISPLAY_COOKIE = 'zj-display';

/** Words of the cookie, one for each choice that is not the standard: `large.dark.easy`. */
const WORDS = {
  large: { text: 'large' },
  xlarge: { text: 'xlarge' },
  light: { contrast: 'light' },
  dark: { contrast: 'dark' },
  wide: { wideSpacing: true },
  easy: { easyRead: true },
  read: { readAloud: true },
  still: { reduceMotion: true },
} as const satisfies Record<string, Partial<DisplaySettings>>;

/** Never fails: a word that is not known, from an old or a foreign cookie, is left out. */
export function parseDisplaySettings(cookie: string | undefined): DisplaySettings {
  const known: Readonly<Record<string, Partial<DisplaySettings>>> = WORDS;
  return (cookie ?? '').slice(0, 100).split('.').reduce<DisplaySettings>(
    (settings, word) => (Object.hasOwn(known, word) ? { ...settings, ...known[word] } : settings),
    standardDisplay,
  );
}

/** '' for the standard settings. */
export function formatDisplaySettings(settings: DisplaySettings): string {
  return Object.entries(WORDS)
    .filter(([, choice]) => Object.entries(choice).every(([name, value]) => settings[name as keyof DisplaySettings] === value))
    .map(([word]) => word)
    .join('.');
}

export function displayClasses(settings: DisplaySettings): string {
  return [
    settings.text !== 'standard' && `zj-text-${settings.text}`,
    settings.contrast !== 'standard' && `zj-contrast-${settings.contrast}`,
    settings.wideSpacing && 'zj-spacing-wide',
    settings.reduceMotion && 'zj-motion-off',
  ].filter(Boolean).join(' ');
}
