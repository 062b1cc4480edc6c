import { yearMonth } from '../../kernel/year-month.js';
import { localDate } from '../../kernel/local-date.js';
import { checkClosing, checkNewSpell, employmentForms, type NewSpell } from './spell.js';

const spell: NewSpell = {
  registryPersonId: '1', employerId: 'e', form: 'proportional', fromMonth: yearMonth('2024-03'), contract: { kind: 'fixed', from: localDate('2024-03-01'), until: localDate('2025-02-28') },
  postCategory: null, wageFen: null, evidence: [], source: 'review',
};

describe('a spell', () => {
  it('needs an employer, but for work on one’s own', () => {
    const without = employmentForms.filter((form) => checkNewSpell({ ...spell, employerId: null, form }).ok);
    expect(without).toEqual(['self_employed', 'rural', 'flexible']);
  });

  it('has a contract that ends after it begins', () => {
    expect(checkNewSpell({ ...spell, contract: { kind: 'fixed', from: localDate('2024-03-02'), until: localDate('2024-03-01') } })).toEqual({ ok: false, error: 'employment.spell.contract_period' });
    expect(checkNewSpell({ ...spell, contract: { kind: 'open', from: localDate('2024-03-01'), until: null } }).ok).toBe(true);
  });

  it('is closed once, not before it begins', () => {
    const open = { fromMonth: yearMonth('2024-03'), untilMonth: null };
    expect(checkClosing(open, yearMonth('2024-03')).ok).toBe(true);
    expect(checkClosing(open, yearMonth('2024-02'))).toEqual({ ok: false, error: 'employment.spell.ends_before_it_begins' });
    expect(checkClosing({ ...open, untilMonth: yearMonth('2024-12') }, yearMonth('2025-01'))).toEqual({ ok: false, error: 'employment.spell.already_closed' });
  });
});
