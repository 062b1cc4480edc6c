import { toHalfWidth } from '../../../kernel/normalise.js';
import { askPlace, type FormFault, type FormWords } from '../../../ui/index.js';
import { staffFields, type HeadcountsForm } from './forms.js';
import type { Kit } from './views/kit.js';

export const registrationWords = ({ context, t }: Kit): FormWords => ({
  fieldOf: (code) => (code.startsWith('members.region') || code.startsWith('policy.place') ? 'regionCode' : 'uscc'),
  asks: { uscc: t('askUscc'), name: t('askName'), kind: t('askKind'), regionCode: askPlace(context), clerkName: t('askClerk') },
});

export const decisionWords = ({ t }: Kit): FormWords => ({ fieldOf: () => 'decision', asks: { decision: t('askDecision'), reason: t('askReason'), note: t('askNote') } });

export const factsWords = ({ context, f }: Kit): FormWords => ({
  fieldOf: (code) => (code.startsWith('policy.place') ? 'taxRegionCode' : 'name'),
  asks: { name: f('askName'), kind: f('askKind'), registeredOn: f('askDay'), taxRegionCode: askPlace(context), industry: f('askIndustry'), establishmentSize: f('askSize'), effectiveOn: f('askDay') },
});

export const contactWords = ({ f }: Kit): FormWords => ({ fieldOf: () => 'role', asks: { role: f('askContactRole'), name: f('askContactName'), phone: f('askPhone') } });

export const branchWords = ({ context, f }: Kit): FormWords => ({
  fieldOf: (code) => (code.startsWith('policy.place') ? 'regionCode' : code === 'employers.establishment.code_taken' ? 'uscc' : 'name'), asks: { name: f('askName'), regionCode: askPlace(context), openedOn: f('askDay') },
});

export const closingWords = ({ f }: Kit): FormWords => ({ fieldOf: () => 'closedOn', asks: { closedOn: f('askDay') } });

export const otherWords = (): FormWords => ({ fieldOf: () => 'uscc', asks: {} });

export const staffWords = ({ f }: Kit): FormWords => ({
  fieldOf: () => 'm1',
  fieldAt: (pointer) => staffFields[Number(/^\/staff\/(\d+)$/.exec(pointer)?.[1] ?? -1)] ?? null,
  asks: { year: f('askYear') },
});

/** Faults of the list of months, at their boxes. The rule of the list names no month, so each box that holds no number tells it. */
export function atMonths({ f }: Kit, form: HeadcountsForm, faults: readonly FormFault[]): readonly FormFault[] {
  return faults.flatMap((fault) => {
    if (fault.field !== 'staff') return [fault];
    const wrong = staffFields.flatMap((field, at) => (/^\d{0,8}$/.test(toHalfWidth(form[field] ?? '').replace(/[\s,，]/g, '')) ? [] : [{ field, text: f('askStaff', { month: at + 1 }) }]));
    return wrong.length > 0 ? wrong : [{ ...fault, field: 'm1' }];
  });
}
