import { askPlace, type FormWords } from '../../../ui/index.js';
import type { Kit } from './views/kit.js';

const place = (code: string): string => {
  if (/region|^policy\.place/.test(code)) return 'regionCode';
  if (/certificate/.test(code)) return 'certificate';
  return code.startsWith('files.phone') ? 'phone' : 'citizenId';
};

export const fileWords = ({ context, t }: Kit): FormWords => ({
  fieldOf: place,
  asks: { name: t('askName'), citizenId: t('askCitizenId'), certificate: t('askCertificate'), phone: t('askPhone'), address: t('askAddress'), regionCode: askPlace(context) },
});

export const lookUpWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'citizenId', asks: { citizenId: t('askCitizenId') } });

export const revealWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'reason', asks: { fields: t('askFields'), purpose: t('askPurpose'), reason: t('askReason') } });

export const changeWords = ({ t }: Kit): FormWords => ({
  fieldOf: (code) => (/certificate/.test(code) ? 'certificate' : code.startsWith('files.phone') ? 'phone' : 'name'),
  asks: { name: t('askName'), certificate: t('askCertificate'), phone: t('askPhone'), address: t('askAddress'), preferred: t('askPreferred') },
});

export const closingWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'reason', asks: { reason: t('askClosing') } });

export const assignWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'counselorId', asks: { counselorId: t('askCounselor') } });

export const linkWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'accountId', asks: { accountId: t('askAccount') } });

export const exportWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'reason', asks: { purpose: t('askPurpose'), reason: t('askReason') } });
