import type { RosterPhase } from '../app/read-roster.js';
import type { RosterJob } from '../app/rosters.js';
import type { Progress } from './views/status-page.js';

/** How far a job is, in the words of the page. */
export function progressOf({ state, ahead, phase, rowsRead }: RosterJob): Progress {
  switch (state) {
    case 'queued': return { state: 'waiting', ahead };
    case 'running': return { state: 'reading', phase: PHASES.find((known) => known === phase) ?? 'opening', rows: rowsRead };
    case 'done': return { state: 'ready' };
    case 'refused':
    case 'failed': return { state: 'refused' };
  }
}

const PHASES: readonly RosterPhase[] = ['opening', 'reading', 'summing'];
