import type { FormWords } from '../../../ui/index.js';
import type { Kit } from './views/kit.js';

export const registrationWords = ({ t }: Kit): FormWords => ({
  fieldOf: (code) => (code.startsWith('members.region') ? 'regionCode' : 'uscc'),
  asks: { uscc: t('askUscc'), name: t('askName'), kind: t('askKind'), regionCode: t('askRegion'), clerkName: t('askClerk') },
});

export const decisionWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'decision', asks: { decision: t('askDecision'), reason: t('askReason'), note: t('askNote') } });
