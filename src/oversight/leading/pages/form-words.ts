import type { FormWords } from '../../../ui/index.js';
import type { Kit } from './views/kit.js';

export const questionWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'region', asks: { region: t('askRegion'), year: t('askYear'), verdict: t('askVerdict') } });

export const planWords = ({ t }: Kit): FormWords => ({ fieldOf: (code) => (code === 'leading.plan.due_past' ? 'dueOn' : 'persons'), asks: { persons: t('personsAsk'), dueOn: t('dueAsk'), baseYear: t('askYear') } });

export const officialsWords = ({ t }: Kit): FormWords => ({
  fieldOf: (code) => (code === 'leading.officials.more_disabled' ? 'disabled' : 'regionCode'), asks: { regionCode: t('askRegion'), year: t('askYear'), officials: t('officialsAsk'), disabled: t('disabledAsk') },
});
