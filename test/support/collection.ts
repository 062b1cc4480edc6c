import { createHash } from 'node:crypto';
import { regionCode as region } from '../../src/kernel/region-code.js';
import { UnitOfWork } from '../../src/platform/database/index.js';
import { OpenAssessmentJob } from '../../src/quota/collection/app/open-assessment.job.js';
import { IssueDetermination, type Outcome } from '../../src/quota/determinations/index.js';
import { CurrentSimulator, type LevyResult } from '../../src/quota/levy/index.js';
import type { DecidedFiling } from '../../src/quota/review/index.js';
import type { TestApp } from './app.js';
import { anEmployer } from './employers.js';
import { aDeclaration } from './filing.js';
import { managerOf } from './members.js';

export type WantedDetermination = {
  readonly employerId?: string;
  readonly regionCode?: string;
  readonly baseYear?: number;
  readonly name?: string;
  readonly uscc?: string;
  readonly outcome?: Outcome;
  /** Person-months that count, and of those the ones of a severe grade. */
  readonly countedMonths?: number;
  readonly severeMonths?: number;
  readonly staff?: string;
  readonly averageWage?: string;
  readonly decidedBy?: string | null;
};

export type MadeDetermination = { readonly id: string; readonly assessmentId: string; readonly employerId: string; readonly declarationId: string; readonly filing: DecidedFiling };

/** The levy of a decided number, as the review works it out. */
export function trialOf(app: TestApp, regionCode: string, baseYear: number, staff: string, averageWage: string, arranged: string): LevyResult {
  const simulator = app.app.nest.get(CurrentSimulator, { strict: false }).get();
  const outcome = simulator.run({ id: 'test', region: regionCode.slice(0, 6), baseYear, employerKind: 'enterprise', headcount: { average: staff }, averageWage, arrangedCount: arranged, filingDate: `${baseYear + 1}-09-01` }, { statement: true });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome;
}

/** Two decimals, half up, as the law of most places rounds. */
const arrangedOf = (weightedMonths: number): string => String(Math.round((weightedMonths / 12) * 100) / 100);

export function aFiling(app: TestApp, declarationId: string, employerId: string, wanted: WantedDetermination, versionNumber: number): DecidedFiling {
  const { regionCode = '370303', baseYear = 2025, outcome = 'determined', countedMonths = 18, severeMonths = 0, staff = '200', averageWage = '80000', decidedBy = null } = wanted;
  const arranged = outcome === 'refused' ? '0' : arrangedOf(countedMonths + severeMonths);
  return {
    declarationId, versionNumber, employerId, baseYear, regionCode: region(regionCode), outcome, arranged, countedMonths: outcome === 'refused' ? 0 : countedMonths, weightedMonths: outcome === 'refused' ? 0 : countedMonths + severeMonths,
    trial: trialOf(app, regionCode, baseYear, staff, averageWage, arranged), decidedAt: new Date('2026-08-20T02:00:00Z'), decidedBy,
  };
}

export const issue = (app: TestApp, filing: DecidedFiling): Promise<string | null> =>
  app.app.nest.get(UnitOfWork).run((tx) => app.app.nest.get(IssueDetermination, { strict: false }).issue(tx, filing));

export const openAssessment = (app: TestApp, determinationId: string): Promise<void> => app.app.nest.get(OpenAssessmentJob, { strict: false }).handle({ determinationId });

/** A determination of a decided filing with its assessment, past everything that comes before. */
export async function aDetermination(app: TestApp, wanted: WantedDetermination = {}): Promise<MadeDetermination> {
  const { regionCode = '370303', baseYear = 2025, name, uscc } = wanted;
  const employerId = wanted.employerId ?? await anEmployer(app, { regionCode, ...(name === undefined ? {} : { name }), ...(uscc === undefined ? {} : { uscc }) });
  const declarationId = await aDeclaration(app, employerId, { baseYear, regionCode, state: 'determined' });
  const filing = aFiling(app, declarationId, employerId, wanted, 1);
  const id = await issue(app, filing);
  if (id === null) throw new Error('nothing was issued');
  await openAssessment(app, id);
  return { id, assessmentId: await assessmentOf(app, id), employerId, declarationId, filing };
}

export async function assessmentOf(app: TestApp, determinationId: string): Promise<string> {
  const [row] = await managerOf(app).query('SELECT id FROM assessment WHERE determination_id = $1', [determinationId]) as { id: string }[];
  if (row === undefined) throw new Error('there is no assessment');
  return row.id;
}

export const stateOf = async (app: TestApp, assessmentId: string): Promise<string> =>
  ((await managerOf(app).query('SELECT state FROM assessment WHERE id = $1', [assessmentId])) as { state: string }[])[0]?.state ?? '';

export type GivenBatch = { readonly party?: 'tax' | 'finance'; readonly sender?: string; readonly batch: string; readonly baseYear?: number; readonly records: readonly object[] };

/** A batch as a sender without a key writes it. */
export function aBatch({ party = 'tax', sender = '370303', batch, baseYear = 2025, records }: GivenBatch): string {
  const signed = [{ format: 'zhujiu.exchange/1', party, sender, batch, baseYear, records: records.length }, ...records].map((line) => `${JSON.stringify(line)}\n`).join('');
  return `${signed}${JSON.stringify({ digest: createHash('sha256').update(signed).digest('hex') })}\n`;
}
