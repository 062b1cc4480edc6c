import { say } from '../../../kernel/texts.js';
import type { PageContext } from '../../../ui/index.js';
import { regionName, saysOf, type Law } from '../../levy/index.js';
import type { RosterHead } from '../app/conclude-roster.js';
import type { StoredHead } from '../app/roster-reading.js';
import { resultTexts } from './texts/result-texts.js';
import type { ResultView } from './views/frame.js';
import type { ConcludedHead } from './views/result-page.js';

export function resultView(context: PageContext, id: string, { head, levyCase }: StoredHead, expiresAt: Date, law: Law): ResultView {
  const kind = saysOf(context)(`kind.${levyCase.employerKind}`);
  const about = say(resultTexts, context.variant, 'about', { place: regionName(law.regions, levyCase.region), year: levyCase.baseYear, kind });
  return { context, id, head, region: levyCase.region, about, expires: timeInChina(expiresAt) };
}

export const concluded = (head: RosterHead): head is ConcludedHead => head.ok;

/** `14:05`, China's one time (UTC+8). */
const timeInChina = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
