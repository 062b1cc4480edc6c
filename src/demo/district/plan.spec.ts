import { parseCitizenId } from '../../kernel/ids/citizen-id.js';
import { parseUscc } from '../../kernel/ids/uscc.js';
import { planDistrict } from './plan.js';
import { insuranceRegister, taxRegister } from './register-files.js';

describe('the planned district', () => {
  const district = planDistrict(3_000, 20_251_122);

  it('is the same from the same seed and another from another', () => {
    expect(planDistrict(50, 7)).toEqual(planDistrict(50, 7));
    expect(planDistrict(50, 7)).not.toEqual(planDistrict(50, 8));
  });

  it('has numbers of nobody, with right check signs, each once', () => {
    const ids = district.workers.map(({ citizenId }) => citizenId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !parseCitizenId(id).ok || !id.startsWith('999999'))).toEqual([]);
    const codes = district.employers.map(({ uscc }) => parseUscc(uscc));
    expect(codes.every((code) => code.ok && code.value.area === '999999' && code.value.organisationCodeHolds)).toBe(true);
    expect(new Set(district.employers.map(({ uscc }) => uscc)).size).toBe(3_000);
  });

  it('has filings that are to stand in every state, in both years', () => {
    const ends = new Set(district.employers.flatMap((employer) => Object.values(employer.ends)));
    expect([...ends].sort()).toEqual([
      'accepted', 'archived', 'checking', 'corrected', 'counted_as_none', 'determined', 'draft', 'first_check', 'late', 'nothing_to_claim', 'objected', 'refused', 'returned', 'second_check', 'submitted', 'withdrawn',
    ]);
    const placing = district.employers.filter(({ jobs }) => jobs.length > 0);
    expect(placing.length).toBeGreaterThan(500);
    expect(placing.every(({ ends: both }) => both[2024] !== undefined && both[2025] !== undefined)).toBe(true);
  });

  it('has people whom two employers claim', () => {
    const claims = district.employers.flatMap(({ jobs }) => jobs.map(({ worker }) => worker.serial));
    expect(claims.length - new Set(claims).size).toBeGreaterThan(5);
  });

  it('tells registers of each employer once, and of no month outside its job', () => {
    expect(taxRegister(district).split('\n')).toHaveLength(3_001);
    const [employer] = district.employers.filter(({ jobs }) => jobs.some(({ until }) => until === '2025-03-28'));
    const worker = employer?.jobs.find(({ until }) => until === '2025-03-28')?.worker.citizenId ?? '';
    const months = insuranceRegister(district, { from: 202401, until: 202512 }).split('\n').filter((row) => row.startsWith(worker)).map((row) => row.split(',')[2]);
    expect(months.at(-1)).toBe('202503');
  });
});
