import { askPlace, type FormWords } from '../../../ui/index.js';
import type { Kit } from './views/kit.js';

const TOP = 'main-content';

export const drawWords = ({ context, t }: Kit): FormWords => ({
  fieldOf: (code) => (code.startsWith('policy.place') || code === 'inspection.campaign.nothing_to_draw' || code === 'inspection.region_outside' ? 'regionCode' : TOP),
  asks: { name: t('askName'), regionCode: askPlace(context), baseYear: t('askYear'), cases: t('askCases'), linesEach: t('askLines'), seed: t('askSeed') },
});

export const askWords = ({ t }: Kit): FormWords => ({ fieldOf: (code) => (code === 'inspection.due_past' ? 'dueOn' : TOP), asks: { dueOn: t('askDue') } });

export const caseWords = ({ t }: Kit): FormWords => ({
  fieldOf: (code) => (code === 'inspection.due_past' ? 'dueOn' : code.startsWith('inspection.paper.') ? 'file' : TOP),
  asks: { grounds: t('groundsAsk'), dueOn: t('askDue'), defence: t('defenceAsk'), outcome: t('outcomeAsk'), decision: t('decisionAsk'), version: t('stale'), file: t('askFile') },
});

export const judgeWords = ({ t }: Kit): FormWords => ({
  fieldOf: (code) => (/\.(?:months_|all_months)/.test(code) ? 'months' : /\.reason_/.test(code) ? 'reason' : TOP), asks: { finding: t('askFinding'), reason: t('askFinding'), months: t('askMonths'), version: t('stale') },
});
