import { UnitOfWork } from '../../src/platform/database/index.js';
import { CompareOne } from '../../src/quota/comparison/index.js';
import { IssueOnDecisionJob } from '../../src/quota/determinations/app/issue-on-decision.job.js';
import type { TestApp } from './app.js';
import { aBatch, aSubmittedFiling, certified, insured, paid, type FilingParts, type TestFiling, type TestLine } from './comparison.js';
import { managerOf, signedInAs, type Actor } from './members.js';

const EVERYWHERE = { kind: 'region', prefix: '' } as const;
/** 吴兴: its minimum wage of 2025 is known. */
export const HUZHOU = '330502';

export type Desk = { readonly first: Actor; readonly second: Actor; readonly monitor: Actor; readonly batches: { readonly insurance: string; readonly wage: string; readonly disability: string } };

/** A federation with its people, and registers that know something. */
export async function aDesk(app: TestApp, regionCode: string = HUZHOU): Promise<Desk> {
  return {
    first: await signedInAs(app, { role: 'first_reviewer', regionCode }), second: await signedInAs(app, { role: 'second_reviewer', regionCode }), monitor: await signedInAs(app, { role: 'monitor', regionCode }),
    batches: { insurance: await aBatch(app, 'insurance', '市医疗保障局'), wage: await aBatch(app, 'wage', '税务'), disability: await aBatch(app, 'disability', '残疾人人口基础数据库') },
  };
}

/** Everything that registers can say for one line. */
export async function proved(app: TestApp, { batches }: Desk, filing: TestFiling, at: number, grade: number = 3): Promise<void> {
  const person = filing.persons[at] as string;
  await insured(app, batches.insurance, person, filing.uscc);
  await paid(app, batches.wage, person, filing.uscc, 4000);
  await certified(app, batches.disability, person, [['2018-01-01', grade]]);
}

export type WaitingFiling = TestFiling & { readonly clerk: Actor };

export const compareNow = (app: TestApp, filing: Pick<TestFiling, 'declarationId'>, baseYear: number = 2025): Promise<unknown> =>
  app.app.nest.get(UnitOfWork).run((tx) => app.app.nest.get(CompareOne, { strict: false }).run(tx, EVERYWHERE, { id: filing.declarationId, baseYear }));

/** A filing that was handed in and compared, its first `clear` lines proved. */
export async function aWaitingFiling(app: TestApp, desk: Desk, lines: readonly TestLine[], clear: number, parts: FilingParts = {}): Promise<WaitingFiling> {
  const filing = await aSubmittedFiling(app, lines, { regionCode: HUZHOU, state: 'checking', staff: 40, ...parts });
  for (let at = 0; at < clear; at++) await proved(app, desk, filing, at);
  await compareNow(app, filing, parts.baseYear);
  return { ...filing, clerk: await signedInAs(app, { role: 'employer_clerk', organisationId: filing.employerId, employerId: filing.employerId, regionCode: parts.regionCode ?? HUZHOU }) };
}

/** The filing's version as the API tells it now. */
export const versionOf = async (app: TestApp, { declarationId }: TestFiling): Promise<number> => {
  const [row] = await managerOf(app).query('SELECT version FROM declaration WHERE id = $1', [declarationId]) as [{ version: number }];
  return row.version;
};

/** The determination of a decided version, written by its job. */
export const issued = (app: TestApp, { declarationId }: Pick<TestFiling, 'declarationId'>, versionNumber = 1): Promise<void> => app.app.nest.get(IssueOnDecisionJob, { strict: false }).handle({ declarationId, versionNumber });

/** Sends what a step needs together with the version that stands there now. */
export async function act(app: TestApp, actor: Actor, filing: TestFiling, path: string, body: object = {}): Promise<{ readonly status: number; readonly body: unknown }> {
  return await actor.post(`/api/v1/reviews/${filing.declarationId}/${path}`, { version: await versionOf(app, filing), ...body });
}

/** Accepted and on the first reviewer's desk. */
export async function begun(app: TestApp, desk: Desk, filing: TestFiling): Promise<void> {
  for (const step of ['accept', 'begin']) {
    const { status, body } = await act(app, desk.first, filing, step);
    if (status !== 200) throw new Error(`${step}: ${status} ${JSON.stringify(body)}`);
  }
}

/** A signal that nobody has looked at. @returns its id */
export async function aSignal(app: TestApp, { declarationId }: Pick<TestFiling, 'declarationId'>, code: string = 'floor_wage'): Promise<string> {
  const [row] = await managerOf(app).query(`INSERT INTO claim_signal (id, declaration_id, code, grounds, state, found_at) VALUES (gen_random_uuid(), $1, $2, '{"persons": 3, "of": 3}', 'open', now()) RETURNING id`, [declarationId, code]) as [{ id: string }];
  return row.id;
}

/** Decided to the end: clear lines together, every other with `months`. @returns the answer of the last step */
export async function decided(app: TestApp, desk: Desk, filing: TestFiling, decisions: readonly (readonly [at: number, months: readonly number[], reason: string])[]): Promise<{ readonly status: number; readonly body: unknown }> {
  await begun(app, desk, filing);
  return finished(app, desk, filing, decisions);
}

/** From an open first check to the end. */
export async function finished(app: TestApp, desk: Desk, filing: TestFiling, decisions: readonly (readonly [at: number, months: readonly number[], reason: string])[], lineIds: readonly string[] = filing.lineIds): Promise<{ readonly status: number; readonly body: unknown }> {
  await act(app, desk.first, filing, 'clear-lines');
  for (const [at, months, reason] of decisions) {
    const { status, body } = await act(app, desk.first, filing, `lines/${lineIds[at]}/decision`, { months, reason, words: '已与单位核对。' });
    if (status !== 200) throw new Error(`line ${at}: ${status} ${JSON.stringify(body)}`);
  }
  const first = await act(app, desk.first, filing, 'first-check');
  if (first.status !== 200) throw new Error(`first-check: ${first.status} ${JSON.stringify(first.body)}`);
  return act(app, desk.second, filing, 'second-check');
}

export const ALL_TWELVE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
