import { askPlace, type FormWords } from '../../../ui/index.js';
import type { Kit } from './views/kit.js';

export const listWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'named', asks: { named: t('askNamed'), year: t('askYear') } });

export const verifyWords = ({ t }: Kit): FormWords => ({ fieldOf: (code) => (code.startsWith('determinations.copy') ? 'copy' : 'code'), asks: { code: t('askCode'), copy: t('askPaste'), file: t('askFile') } });

export const noticesWords = ({ context, t }: Kit): FormWords => ({ fieldOf: () => 'region', asks: { region: askPlace(context), year: t('askDeskYear') } });

export const deskWords = ({ context, t }: Kit): FormWords => ({
  fieldOf: (code) => (/(?:term_unknown|closes_too_early)$/.test(code) ? 'closesOn' : 'regionCode'), asks: { regionCode: askPlace(context), baseYear: t('askDeskYear'), closesOn: t('askDeskCloses') },
});

export const withdrawWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'reason', asks: { reason: t('askReason') } });

export const objectWords = ({ t }: Kit): FormWords => ({
  fieldOf: (code) => (code === 'determinations.objection.line_unknown' ? 'place' : 'main-content'), asks: { party: t('askParty'), place: t('askPlace'), words: t('askObjection'), contact: t('askContact') },
});

export const answerWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'outcome', asks: { outcome: t('askOutcome'), answer: t('askAnswer') } });
