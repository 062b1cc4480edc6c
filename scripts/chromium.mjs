// Where the system keeps its Chromium, for the checks in a browser and the benches.
import { existsSync } from 'node:fs';

/** The same engine without a window of its own: the checks take a quarter less time in it. */
const WITHOUT_WINDOW = '/usr/bin/chromium-headless-shell';
const WHOLE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @param whole the browser that people have, as what measures their waiting wants it @returns the file, or undefined where there is none */
export function findChromium({ whole = false } = {}) {
  const files = whole ? WHOLE : [WITHOUT_WINDOW, ...WHOLE];
  return [process.env.CHROMIUM_PATH, ...files].find((file) => file && existsSync(file));
}
