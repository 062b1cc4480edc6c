import type { Caller } from '../../src/platform/access/index.js';
import { AcceptFiling } from '../../src/quota/review/app/accept-filing.command.js';
import { IssueOnDecisionJob } from '../../src/quota/determinations/app/issue-on-decision.job.js';
import { ArchiveFiling } from '../../src/quota/review/app/archive-filing.command.js';
import { CorrectDetermination } from '../../src/quota/review/app/correct-determination.command.js';
import { DecideLines } from '../../src/quota/review/app/decide-lines.command.js';
import { FinishCheck } from '../../src/quota/review/app/finish-check.command.js';
import { Objections } from '../../src/quota/review/app/objections.command.js';
import { Papers } from '../../src/quota/review/app/papers.command.js';
import type { TestApp } from './app.js';
import { aSubmittedFiling } from './comparison.js';
import { managerOf } from './members.js';
import { compareNow } from './review.js';
import type { BodyMaker } from './sweep-bodies.js';
import { employer, HOME_TOWN, type Home, type Target, type TargetMaker } from './sweep-home.js';

/** Where a filing of the home employer stands; `objected` by its clerk, `correcting` with a correction that is open. */
type Stage = 'checking' | 'late' | 'accepted' | 'first' | 'of-another' | 'second' | 'determined' | 'objected' | 'correcting' | 'archived';

const YEAR = 2021;
const ALL_TWELVE = 4095;

/** Somebody of the federation above all regions, who brings filings to where they are wanted. */
const clerkOfAll = (accountId: string | null): Caller => ({
  accountId, machineKeyId: null, client: null, sessionId: null, membershipId: null, role: 'first_reviewer', organisationId: null, scope: { kind: 'region', prefix: '' }, permissions: new Set(), via: 'cookie',
});

const versionOf = async (app: TestApp, id: string): Promise<number> => (await managerOf(app).query('SELECT version FROM declaration WHERE id = $1', [id]) as [{ version: number }])[0].version;

async function filingAt(app: TestApp, home: Home, accountId: string | null, stage: Stage): Promise<Target> {
  const { declarationId: id, lineIds } = await aSubmittedFiling(app, [{}], { regionCode: HOME_TOWN, baseYear: YEAR, state: stage === 'late' ? 'late' : 'checking' });
  // There is one of a year, so the one before goes to somebody else.
  await managerOf(app).query('UPDATE declaration SET employer_id = $2 WHERE employer_id = $1 AND base_year = $3', [home.employerId, await employer(app, 'verified'), YEAR]);
  await managerOf(app).query('UPDATE declaration SET employer_id = $2 WHERE id = $1', [id, home.employerId]);
  const lineId = lineIds[0] ?? '';
  if (stage !== 'late') await compareNow(app, { declarationId: id }, YEAR);
  const paperId = stage === 'late' ? '' : await get(app, Papers).add(clerkOfAll(home.bystander), id, { lineId, need: 'wage', name: '工资表.pdf', bytes: Buffer.from('%PDF-1.7 test') });
  await bring(app, home, id, lineId, stage, stage === 'of-another' || accountId === null ? home.bystander : accountId);
  const [line]: readonly { readonly id: string }[] = await managerOf(app).query('SELECT l.id::text FROM roster_line AS l JOIN filing_version AS v ON v.id = l.version_id WHERE v.declaration_id = $1 ORDER BY v.number DESC LIMIT 1', [id]);
  return { id, lineId: line?.id ?? lineId, paperId, version: String(await versionOf(app, id)) };
}

const get = <T>(app: TestApp, type: new (...parts: never[]) => T): T => app.app.nest.get(type, { strict: false });

async function bring(app: TestApp, home: Home, id: string, lineId: string, stage: Stage, firstBy: string): Promise<void> {
  if (stage === 'checking' || stage === 'late') return;
  const seen = (): Promise<number> => versionOf(app, id);
  await get(app, AcceptFiling).accept(clerkOfAll(home.bystander), id, await seen());
  if (stage === 'accepted') return;
  // Whoever confirms is never the one who decided.
  const first = clerkOfAll(stage === 'first' || stage === 'of-another' ? firstBy : home.bystander);
  await get(app, AcceptFiling).begin(first, id, await seen());
  await get(app, DecideLines).one(first, id, await seen(), lineId, { months: stage === 'objected' ? 1 : ALL_TWELVE, reason: 'other', words: '测试' });
  if (stage === 'first' || stage === 'of-another') return;
  await get(app, FinishCheck).first(first, id, await seen(), null);
  if (stage === 'second') return;
  await get(app, FinishCheck).second(clerkOfAll(home.officer.accountId), id, await seen(), null);
  if (stage === 'objected') await get(app, Objections).make(clerkOfAll(home.bystander), id, await seen(), { lines: [{ lineId, ground: 'other', words: null }], words: null });
  if (stage === 'correcting') await get(app, CorrectDetermination).begin(clerkOfAll(firstBy), id, await seen(), '测试');
  if (stage === 'archived' || stage === 'determined') await get(app, IssueOnDecisionJob).handle({ declarationId: id, versionNumber: 1 });
  if (stage === 'archived') await get(app, ArchiveFiling).run(clerkOfAll(home.bystander), id, await seen());
}

const at = (stage: Stage): TargetMaker => (app, home, { accountId }) => filingAt(app, home, accountId, stage);
const under = (root: string, paths: readonly string[], maker: TargetMaker): Readonly<Record<string, TargetMaker>> => Object.fromEntries(paths.map((path) => [`${root}${path}`, maker]));

export const reviewTargets: Readonly<Record<string, TargetMaker>> = {
  ...['/api/v1/reviews/:id', '/reviews/:id'].reduce((all, root) => ({
    ...all, ...under(root, ['', '/lines', '/lines/:lineId', '/accept', '/return'], at('checking')), ...under(root, ['/begin'], at('accepted')), ...under(root, ['/clear-lines', '/lines/:lineId/decision', '/first-check', '/finish'], at('first')),
    ...under(root, ['/take-over'], at('of-another')), ...under(root, ['/second-check', '/send-back'], at('second')), ...under(root, ['/count-as-none'], at('late')), ...under(root, ['/objection'], at('objected')), ...under(root, ['/correction'], at('determined')),
    ...under(root, ['/correction/drop'], at('correcting')),
  }), {}),
  '/reviews/:id/lines/:lineId': at('first'),
  ...under('/api/v1/reviews/:id', ['/archive/verification'], at('archived')),
  ...under('/reviews/:id', ['/archive/bundle'], at('archived')),
  '/api/v1/reviews/:id/archive': at('determined'), '/reviews/:id/archive': at('determined'),
  ...under('/api/v1/filings/:id', ['/statement', '/statement/lines'], at('determined')), ...under('/filings/:id', ['/statement'], at('determined')),
  ...under('/api/v1/filings/:id', ['/correction-requests', '/papers', '/papers/:paperId', '/papers/:paperId/remove'], at('checking')),
  ...under('/filings/:id', ['/corrections', '/papers', '/papers/:lineId', '/papers/:lineId/:paperId', '/papers/:lineId/:paperId/remove'], at('checking')),
  ...under('/api/v1/filings/:id', ['/objections'], at('determined')), '/filings/:id/objection': at('determined'),
};

const seen: BodyMaker = ({ version }) => ({ version: Number(version) });
const reasoned: BodyMaker = ({ version }) => ({ version: Number(version), words: '测试' });
const asForm = (body: BodyMaker): BodyMaker => (target, home) => Object.fromEntries(Object.entries(body(target, home)).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]));

export const reviewBodies: Readonly<Record<string, BodyMaker>> = {
  ...Object.fromEntries((['accept', 'begin', 'take-over', 'clear-lines', 'first-check', 'second-check', 'correction/drop', 'archive'] as const).flatMap((path) => [[`POST /api/v1/reviews/:id/${path}`, seen], [`POST /reviews/:id/${path}`, asForm(seen)]])),
  ...Object.fromEntries((['count-as-none', 'correction'] as const).flatMap((path) => [[`POST /api/v1/reviews/:id/${path}`, reasoned], [`POST /reviews/:id/${path}`, asForm(reasoned)]])),
  'POST /api/v1/reviews/:id/send-back': reasoned,
  'POST /reviews/:id/send-back': ({ version }) => ({ version: version ?? '', back: '测试' }),
  'POST /api/v1/reviews/:id/objection': ({ version }) => ({ version: Number(version), dueOn: '2099-12-31' }),
  'POST /reviews/:id/objection': ({ version }) => ({ 'version': version ?? '', 'due-year': '2099', 'due-month': '12', 'due-day': '31' }),
  'POST /api/v1/reviews/:id/return': ({ version }) => ({ version: Number(version), items: [{ need: 'facts' }], dueOn: '2099-12-31' }),
  'POST /reviews/:id/return': ({ version }) => ({ 'version': version ?? '', 'line[]': '', 'choice[]': 'facts', 'remark[]': '', 'due-year': '2099', 'due-month': '12', 'due-day': '31' }),
  'POST /api/v1/reviews/:id/lines/:lineId/decision': ({ version }) => ({ version: Number(version), months: [1], reason: 'other', words: '测试' }),
  'POST /reviews/:id/lines/:lineId': ({ version }) => ({ version: version ?? '', months: '1', reason: 'other', words: '测试' }),
};

export const reviewsWithoutSuccess: Readonly<Record<string, string>> = {
  'POST /api/v1/filings/:id/papers': 'a file; test/integration/review/papers gives one',
  'POST /filings/:id/papers/:lineId': 'a file; test/e2e/review-pages gives one',
  'POST /api/v1/filings/:id/objections': 'every month counts; test/integration/review/letters objects',
  'POST /filings/:id/objection': 'every month counts; test/e2e/review-pages objects',
};
