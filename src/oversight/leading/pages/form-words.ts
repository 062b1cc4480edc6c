import { askPlace, type FormWords } from '../../../ui/index.js';
import type { Kit } from './views/kit.js';

export const questionWords = ({ context, t }: Kit): FormWords => ({ fieldOf: () => 'region', asks: { region: askPlace(context), year: t('askYear'), verdict: t('askVerdict') } });

export const planWords = ({ t }: Kit): FormWords => ({ fieldOf: (code) => (code === 'leading.plan.due_past' ? 'dueOn' : 'persons'), asks: { persons: t('personsAsk'), dueOn: t('dueAsk'), baseYear: t('askYear') } });

export const officialsWords = ({ context, t }: Kit): FormWords => ({
  fieldOf: (code) => (code === 'leading.officials.more_disabled' ? 'disabled' : 'regionCode'), asks: { regionCode: askPlace(context), year: t('askYear'), officials: t('officialsAsk'), disabled: t('disabledAsk') },
});
