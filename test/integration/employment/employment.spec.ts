import { randomUUID } from 'node:crypto';
import { localDate } from '../../../src/kernel/local-date.js';
import { parseCitizenId, type CitizenIdText } from '../../../src/kernel/ids/citizen-id.js';
import { yearMonth, type YearMonth } from '../../../src/kernel/year-month.js';
import { CloseSpell, CountedMonths, OpenSpell, RecordReviewed, Spells, type NewSpell } from '../../../src/employment/index.js';
import { People, RegistryPeople } from '../../../src/people/registry/index.js';
import type { Caller, Scope } from '../../../src/platform/access/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anEmployer } from '../../support/employers.js';
import { managerOf } from '../../support/members.js';
import { aCitizenId } from '../../support/people.js';

jest.setTimeout(60_000);

const HOME: Scope = { kind: 'region', prefix: '3703' };
const ELSEWHERE: Scope = { kind: 'region', prefix: '33' };
const callerIn = (scope: Scope): Caller => ({ accountId: null, machineKeyId: null, client: null, sessionId: null, membershipId: null, role: 'first_reviewer', organisationId: null, scope, permissions: new Set(), via: 'bearer' });
const month = yearMonth;

describe('employment', () => {
  let app: TestApp;
  let unitOfWork: UnitOfWork;
  let employerId: string;
  const part = <T>(type: abstract new (...args: never[]) => T): T => app.app.nest.get(type as never, { strict: false });

  beforeAll(async () => {
    app = await startTestApp();
    unitOfWork = part(UnitOfWork);
    employerId = await anEmployer(app, { regionCode: '370303' });
  });
  afterAll(() => app.close());

  const textOf = (typed: string): CitizenIdText => {
    const parsed = parseCitizenId(typed);
    if (!parsed.ok) throw new Error(parsed.error);
    return parsed.value.text;
  };
  const somebody = (): Promise<string> => unitOfWork.run(async (tx) => {
    const number = textOf(aCitizenId());
    return (await part(RegistryPeople).keep(tx, [number])).get(number) ?? '';
  });
  const spellOf = (registryPersonId: string, over: Partial<NewSpell> = {}): NewSpell => ({
    registryPersonId, employerId, form: 'proportional', fromMonth: month('2024-03'), contract: { kind: 'fixed', from: localDate('2024-03-01'), until: localDate('2025-02-28') },
    postCategory: 'worker', wageFen: 320_000n, evidence: ['contract', 'insurance'], source: 'review', ...over,
  });
  const open = (spell: NewSpell, scope: Scope = HOME): Promise<string> => unitOfWork.run((tx) => part(OpenSpell).run(tx, callerIn(scope), spell));
  const close = (id: string, until: YearMonth, scope: Scope = HOME, version = 1): Promise<void> => unitOfWork.run((tx) => part(CloseSpell).run(tx, callerIn(scope), id, version, until, 'resigned'));

  it('opens a spell, shows it for the months it reaches into, and closes it once', async () => {
    const person = await somebody();
    const id = await open(spellOf(person));
    const shown = (from: string, until: string) => part(Spells).atEmployer(managerOf(app), HOME, employerId, month(from), month(until)).then((spells) => spells.filter((one) => one.registryPersonId === person));
    expect(await shown('2023-01', '2024-02')).toEqual([]);
    expect(await shown('2024-01', '2024-12')).toMatchObject([{ id, fromMonth: '2024-03', untilMonth: null, wageFen: 320_000n, evidence: ['contract', 'insurance'], contract: { kind: 'fixed', from: '2024-03-01' } }]);
    await expect(close(id, month('2024-02'))).rejects.toMatchObject({ code: 'employment.spell.ends_before_it_begins' });
    await expect(close(id, month('2024-06'), HOME, 2)).rejects.toMatchObject({ code: 'employment.spell.stale' });
    await expect(close(id, month('2024-06'), ELSEWHERE)).rejects.toMatchObject({ code: 'employment.spell.not_found' });
    await close(id, month('2024-06'));
    expect(await shown('2024-06', '2024-06')).toMatchObject([{ untilMonth: '2024-06', closingReason: 'resigned' }]);
    expect(await shown('2024-07', '2024-12')).toEqual([]);
    await expect(close(id, month('2024-07'), HOME, 2)).rejects.toMatchObject({ code: 'employment.spell.already_closed' });
  });

  it('holds no two spells of one person at one employer in the same month, two employers at once may be', async () => {
    const person = await somebody();
    await open(spellOf(person));
    await expect(open(spellOf(person, { fromMonth: month('2025-01') }))).rejects.toMatchObject({ code: 'employment.spell.overlap' });
    const other = await anEmployer(app, { regionCode: '370303' });
    await open(spellOf(person, { employerId: other }));
    await open(spellOf(person, { employerId: null, form: 'flexible' }));
  });

  it('makes spells of what a review has counted, where there are none; again makes none', async () => {
    const [one, other, known] = [await somebody(), await somebody(), await somebody()];
    await open(spellOf(known, { fromMonth: month('2023-05'), source: 'hire' }));
    const contract = (until: string | null) => ({ kind: 'fixed' as const, from: localDate('2022-01-01'), until: until === null ? null : localDate(until) });
    const people = [
      { registryPersonId: one, months: 0b1111_1111_1111, contract: contract(null), postCategory: null, wageFen: 320_000n }, { registryPersonId: other, months: 0b0000_1110_0011, contract: contract('2024-08-15'), postCategory: 'worker' as const, wageFen: null },
      { registryPersonId: known, months: 0b1111_1111_1111, contract: contract(null), postCategory: null, wageFen: null },
    ];
    const record = (scope: Scope = HOME): Promise<number> => unitOfWork.run((tx) => part(RecordReviewed).run(tx, callerIn(scope), employerId, 2024, people));
    await expect(record(ELSEWHERE)).rejects.toMatchObject({ code: 'employers.employer.not_found' });
    expect([await record(), await record()]).toEqual([3, 0]);
    const spells = (await part(Spells).atEmployer(managerOf(app), HOME, employerId, month('2024-01'), month('2024-12'))).filter(({ registryPersonId }) => [one, other, known].includes(registryPersonId));
    expect(spells.map(({ registryPersonId, fromMonth, untilMonth, closingReason, source }) => [[one, other, known].indexOf(registryPersonId), fromMonth, untilMonth, closingReason, source])).toEqual(expect.arrayContaining([
      [0, '2024-01', null, null, 'review'], [1, '2024-01', '2024-02', 'other', 'review'], [1, '2024-06', '2024-08', 'contract_ended', 'review'], [2, '2023-05', null, null, 'hire'],
    ]));
    expect(spells).toHaveLength(4);
  });

  it('with an employer that was merged stand with the one that goes on', async () => {
    const [person, source] = [await somebody(), await anEmployer(app, { regionCode: '370303' })];
    await managerOf(app).query('UPDATE employer SET merged_into = $2 WHERE id = $1', [source, employerId]);
    const id = await open(spellOf(person, { employerId: source }));
    expect(await managerOf(app).query('SELECT employer_id FROM employment_spell WHERE id = $1', [id])).toEqual([{ employer_id: employerId }]);
  });

  it('refuses an employer outside the caller’s scope and one that is missing where the form needs it', async () => {
    const person = await somebody();
    await expect(open(spellOf(person), ELSEWHERE)).rejects.toMatchObject({ code: 'employers.employer.not_found' });
    await expect(open(spellOf(person, { employerId: null }))).rejects.toMatchObject({ code: 'employment.spell.employer_needed' });
  });

  describe('counted person-months', () => {
    const count = (declarationId: string, person: string, ...months: string[]): Promise<void> => unitOfWork.run((tx) =>
      part(CountedMonths).count(tx, declarationId, employerId, months.map((one) => ({ registryPersonId: person, month: month(one), weight: 2 as const })), new Date()));
    const rows = (person: string) => managerOf(app).query('SELECT month, declaration_id, weight FROM counted_person_month WHERE registry_person_id = $1 ORDER BY month', [person]);

    it('count once in the whole database: the second filing is refused as a whole, also when both come at once', async () => {
      const person = await somebody();
      const declarations = Array.from({ length: 8 }, () => randomUUID());
      const outcomes = await Promise.allSettled(declarations.map((id) => count(id, person, '2024-05', '2024-06')));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : []))).toEqual(Array(7).fill('employment.person_month.already_counted'));
      expect(await rows(person)).toHaveLength(2);
      await expect(count(randomUUID(), person, '2024-04', '2024-05')).rejects.toMatchObject({ code: 'employment.person_month.already_counted' });
      expect(await rows(person)).toHaveLength(2);
    });

    it('are told to who asks before, and given back when a filing is corrected', async () => {
      const person = await somebody();
      const [first, second] = [randomUUID(), randomUUID()];
      await count(first, person, '2024-05', '2024-06');
      const asked = ['2024-06', '2024-07'].map((one) => ({ registryPersonId: person, month: month(one) }));
      expect(await part(CountedMonths).takenByOthers(managerOf(app), second, asked)).toEqual([{ registryPersonId: person, month: '2024-06', employerId, declarationId: first }]);
      expect(await part(CountedMonths).takenByOthers(managerOf(app), first, asked)).toEqual([]);
      expect(await unitOfWork.run((tx) => part(CountedMonths).release(tx, first))).toBe(2);
      await count(second, person, '2024-06');
      expect(await rows(person)).toEqual([{ month: 202406, declaration_id: second, weight: 2 }]);
    });
  });

  describe('registry people', () => {
    it('are one for each number, however often and from how many sides they are kept', async () => {
      const numbers = Array.from({ length: 40 }, () => textOf(aCitizenId()));
      const kept = await Promise.all([numbers, [...numbers].reverse(), numbers.slice(10), numbers].map((some) => unitOfWork.run((tx) => part(RegistryPeople).keep(tx, some))));
      for (const number of numbers.slice(10)) expect(new Set(kept.map((map) => map.get(number))).size).toBe(1);
      expect(new Set(kept[0]?.values()).size).toBe(40);
      expect((await part(RegistryPeople).find(managerOf(app), numbers)).size).toBe(40);
      const [{ found }] = await managerOf(app).query('SELECT count(*)::int AS found FROM registry_person WHERE citizen_id LIKE $1', [`%${numbers[0]}%`]) as [{ found: number }];
      expect(found).toBe(0);
    });

    it('belong to the file of the same person, whichever came first, and no longer once it is anonymised', async () => {
      const people = part(People);
      const add = (number: CitizenIdText): Promise<string> => unitOfWork.run(async (tx) => {
        const id = randomUUID();
        const parsed = parseCitizenId(number);
        if (!parsed.ok) throw new Error(parsed.error);
        await people.add(tx, HOME, { id, regionCode: '370303' as never, counselorId: null, accountId: null, name: '某人', citizenId: parsed.value }, new Date());
        return id;
      });
      const fileOf = async (number: CitizenIdText): Promise<unknown> => {
        const id = (await part(RegistryPeople).find(managerOf(app), [number])).get(number);
        return (await managerOf(app).query('SELECT person_id FROM registry_person WHERE id = $1', [id]) as { person_id: string | null }[])[0]?.person_id;
      };
      const [before, after] = [textOf(aCitizenId()), textOf(aCitizenId())];
      await unitOfWork.run((tx) => part(RegistryPeople).keep(tx, [before]));
      const first = await add(before);
      expect(await fileOf(before)).toBe(first);
      const second = await add(after);
      await unitOfWork.run((tx) => part(RegistryPeople).keep(tx, [after]));
      expect(await fileOf(after)).toBe(second);
      expect(await unitOfWork.run((tx) => part(RegistryPeople).ofFile(tx, second))).toBe((await part(RegistryPeople).find(managerOf(app), [after])).get(after));
      await unitOfWork.run((tx) => people.anonymise(tx, HOME, first, new Date()));
      expect(await fileOf(before)).toBeNull();
    });
  });
});
