import { maskCitizenId } from '../../../kernel/ids/citizen-id.js';
import { rowFaultSentence } from '../../../platform/sheets/index.js';
import type { Scope } from '../../../platform/access/index.js';
import type { PlatformView } from '../app/read-platform.query.js';
import { filingErrorTexts } from '../texts.js';
import { shownName } from './views.js';

export const platformView = ({ filing, files, faults, told, differences, numberDiffers, fields }: PlatformView, scope: Scope): object => ({
  mode: filing.head.mode, titlesConfirmed: fields.confirmed, ...told, numberDiffers, files,
  faults: faults.map((fault) => ({ ...fault, sentence: rowFaultSentence(filingErrorTexts, fault, 'zh') })),
  differences: differences === null ? null : {
    all: differences.all,
    items: differences.shown.map(({ kind, ours, theirs, reason, name, citizenId }) => ({ kind, ours, theirs, reason: scope.kind === 'employer' ? reason : null, name: shownName(name, scope), citizenId: maskCitizenId(citizenId) })),
  },
});
