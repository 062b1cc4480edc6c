import { regionCode } from '../../kernel/region-code.js';
import { judgeGranter, judgePlace, judgeReceiver, type Granter, type OfferedRole, type RoleFacts } from './grant.js';

const officer: Granter = { accountId: 'officer', grants: new Set(['employer_clerk', 'village_commissioner']), prefix: '370303', employers: null };
const clerk: Granter = { accountId: 'clerk', grants: new Set(['employer_clerk']), prefix: null, employers: ['e1', 'e1-merged'] };
const offer = (over: Partial<OfferedRole> = {}): OfferedRole => ({ role: 'employer_clerk', regionCode: regionCode('370303'), employerId: 'e1', organisation: null, ...over });
const REFUSED = { ok: false, error: 'members.grant.beyond_own_rights' };

describe('who gives', () => {
  it.each(['370303', '370303001', '370303001002'])('an officer inside the own region, as in %s', (region) => {
    expect(judgeGranter(officer, offer({ regionCode: regionCode(region) }), 'other')).toEqual({ ok: true, value: null });
  });

  it.each(['370302', '370300', '370000', '100000', '110000'])('not outside it or above it, as in %s', (region) => {
    expect(judgeGranter(officer, offer({ regionCode: regionCode(region) }), 'other')).toEqual(REFUSED);
  });

  it('only what is its to give', () => {
    expect(judgeGranter(officer, offer({ role: 'administrator' }), 'other')).toEqual(REFUSED);
    expect(judgeGranter({ ...officer, grants: new Set() }, offer(), 'other')).toEqual(REFUSED);
  });

  it('a clerk for the own employer, wherever that is, and for no other', () => {
    expect(judgeGranter(clerk, offer(), 'other').ok).toBe(true);
    expect(judgeGranter(clerk, offer({ employerId: 'e1-merged' }), 'other')).toMatchObject({ ok: true });
    expect(judgeGranter(clerk, offer({ employerId: 'e2' }), 'other')).toEqual(REFUSED);
    expect(judgeGranter(clerk, offer({ employerId: null }), 'other')).toEqual(REFUSED);
  });

  it('whose scope is neither region nor employer gives nothing', () => {
    expect(judgeGranter({ ...officer, prefix: null }, offer(), 'other')).toEqual(REFUSED);
  });

  it('the whole country covers everything', () => {
    expect(judgeGranter({ ...officer, prefix: '' }, offer({ regionCode: regionCode('100000') }), 'other').ok).toBe(true);
  });

  it('nothing to oneself', () => {
    expect(judgeGranter(officer, offer(), 'officer')).toEqual({ ok: false, error: 'members.grant.to_oneself' });
    expect(judgeGranter(officer, offer(), null).ok).toBe(true);
  });
});

describe('where', () => {
  const rules = (...kinds: string[]): RoleFacts => ({ organisations: new Set(kinds), duty: false });
  const federation = { kind: 'federation', regionCode: regionCode('370300') };

  it('in an organisation of the right kind, inside its region', () => {
    expect(judgePlace(offer({ organisation: federation }), rules('federation', 'service')).ok).toBe(true);
    expect(judgePlace(offer({ organisation: federation }), rules('employer'))).toEqual({ ok: false, error: 'members.grant.organisation_kind' });
    expect(judgePlace(offer({ organisation: federation, regionCode: regionCode('370400') }), rules('federation'))).toEqual({ ok: false, error: 'members.grant.region_outside_organisation' });
  });

  it('outside organisations only for roles that have none', () => {
    expect(judgePlace(offer(), rules()).ok).toBe(true);
    expect(judgePlace(offer(), rules('federation'))).toEqual({ ok: false, error: 'members.grant.organisation_needed' });
    expect(judgePlace(offer({ organisation: federation }), rules())).toEqual({ ok: false, error: 'members.grant.organisation_kind' });
  });
});

describe('who receives', () => {
  const plain: RoleFacts = { organisations: new Set(), duty: false };
  const duty: RoleFacts = { organisations: new Set(), duty: true };
  const receiver = (...live: { role: string; duty: boolean }[]) => ({ accountId: 'a', status: 'active', live });
  const CONFLICT = { ok: false, error: 'members.duty.conflict' };

  it('a duty stands alone in its account', () => {
    expect(judgeReceiver(receiver(), duty).ok).toBe(true);
    expect(judgeReceiver(receiver({ role: 'auditor', duty: true }), duty)).toEqual(CONFLICT);
    expect(judgeReceiver(receiver({ role: 'counselor', duty: false }), duty)).toEqual(CONFLICT);
    expect(judgeReceiver(receiver({ role: 'administrator', duty: true }), plain)).toEqual(CONFLICT);
  });

  it('other roles may be held together', () => {
    expect(judgeReceiver(receiver({ role: 'counselor', duty: false }), plain).ok).toBe(true);
  });

  it.each(['suspended', 'closed'])('an account that is %s receives nothing', (status) => {
    expect(judgeReceiver({ ...receiver(), status }, plain)).toEqual({ ok: false, error: 'members.account.not_active' });
  });
});
