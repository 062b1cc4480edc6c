const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'], [/\bEdgA?\//, 'Edge'], [/HuaweiBrowser\//, 'Huawei Browser'], [/\bQQBrowser\//, 'QQ Browser'], [/UCBrowser\//, 'UC Browser'],
  [/Firefox\//, 'Firefox'], [/Chrome\//, 'Chrome'], [/Safari\//, 'Safari'], [/^curl\//, 'curl'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/OpenHarmony|HarmonyOS/, 'HarmonyOS'], [/Android/, 'Android'], [/iPhone|iPad/, 'iOS'], [/Windows/, 'Windows'], [/Mac OS X/, 'macOS'], [/Linux/, 'Linux'],
];

const UNKNOWN = '—';

/** `Chrome · Windows`: enough to know one's own sessions apart, too little to know a person by. */
export function deviceName(userAgent: string | undefined): string {
  const name = (list: typeof BROWSERS): string => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1] ?? UNKNOWN;
  return `${name(BROWSERS)} · ${name(SYSTEMS)}`;
}
