import pg from 'pg';
import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';
import { usccCheckSign } from '../../../src/kernel/ids/uscc.js';
import { seedComparison } from './comparison-records.js';
import { seedEmployerFiles } from './employer-records.js';
import { seedFacts } from './fact-records.js';
import { seedCollection } from './collection-records.js';
import { seedFilings } from './filing-records.js';
import { seedReviews } from './review-records.js';
import { accountIds, accountOf, bearerOf, closeBearers, seedCast, seedClerk } from './cast.js';

/** Cookies of people and ids of records, by the names that the registry uses. */
export type Records = { readonly sessions: Readonly<Record<string, string>>; readonly ids: Readonly<Record<string, string>> };

type Api = (by: string | null, method: 'GET' | 'POST', path: string, body?: object) => Promise<Readonly<Record<string, unknown>>>;

/** Calls the service as any program would, and fails with its answer. */
const apiOf = (origin: string): Api => async (by, method, path, body) => {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method, headers: { 'content-type': 'application/json', ...(by === null ? {} : { authorization: bearerOf(by) }) }, ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return text.startsWith('{') ? JSON.parse(text) as Readonly<Record<string, unknown>> : {};
};

/** Area 999999 does not exist: numbers of nobody. */
function citizenId(birthDay: string, sequence: string): string {
  const first17 = `999999${birthDay}${sequence}`;
  return first17 + citizenIdCheckSign(first17);
}

function uscc(body: string): string {
  const first17 = `91999999${body}`;
  return first17 + usccCheckSign(first17);
}

type Made = { readonly id: string };

/** Puts people with files, consents and requests, employers and messages into the database of the round. */
export async function seedRecords(databaseUrl: string, origin: string): Promise<Records> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const sessions = await seedCast(client);
    const api = apiOf(origin);
    const people = await files(api);
    const requests = await rights(api, people);
    const employers = await seedEmployers(api, client);
    const desk = await members(api);
    const messages = await inboxes(api);
    const facts = await seedFacts(client);
    const employerFiles = await seedEmployerFiles(client, origin);
    const filings = await seedFilings(client, origin);
    const compared = await seedComparison(client, origin, facts);
    const reviews = await seedReviews(client, origin);
    const collection = await seedCollection(client, origin);
    await closeBearers(client);
    return {
      sessions: { ...sessions, ...filings.sessions, ...compared.sessions, ...reviews.sessions, ...collection.sessions, 'people.clerk': employers.clerk },
      ids: { ...accountIds(), ...people, ...requests, ...employers.ids, ...desk, ...facts, ...employerFiles, ...filings.ids, ...compared.ids, ...reviews.ids, ...collection.ids, ...messages },
    };
  } finally {
    await client.end();
  }
}

async function files(api: Api): Promise<Readonly<Record<string, string>>> {
  const ids: Record<string, string> = {};
  let serial = 0;
  const open = async (key: string, name: string, by: string, over: object): Promise<string> => {
    serial += 1;
    const number = citizenId('19900307', String(100 + serial));
    const known = { certificate: { number: `${number}42`, issuedOn: '2020-01-01', validUntil: '2030-01-01' }, phone: `1990000${7000 + serial}`, address: `不存在路${serial}号` };
    const { id } = await api(by, 'POST', '/files', { name, citizenId: number, ...known, ...over }) as Made;
    ids[key] = id;
    return id;
  };
  const openFor = async (account: string, key: string, name: string, by: string): Promise<void> => {
    const id = await open(key, name, by, {});
    await api(by, 'POST', `/files/${id}/link`, { version: 1, accountId: accountOf(account) });
  };
  await openFor('people.own-jobseeker', 'file.own', '某丙', 'people.officer');
  await openFor('people.leaver', 'file.leaver', '某丁', 'people.officer');
  await openFor('people.forgotten', 'file.forgotten', '某己', 'people.officer');
  await openFor('people.asker', 'file.asker', '某辛', 'people.busy-officer');
  await open('file.bare', '某戊', 'people.officer', { certificate: undefined, phone: undefined, address: undefined });
  await open('file.shown', '某壬', 'people.officer', { preferred: 'sign_video' });
  const closed = await open('file.closed', '某癸', 'people.officer', {});
  await api('people.officer', 'POST', `/files/${closed}/close`, { version: 1, reason: 'moved_away' });
  await open('file.unlinked', '某庚', 'people.officer', { certificate: undefined });
  await open('file.counselor', '某子', 'people.counselor', {});
  await openFor('people.person', 'file.person', '某甲', 'quiet.officer');
  return ids;
}

/** Everything that is a look at the first person. Whoever comes after has been seen by nobody. */
async function looks(api: Api, person: string): Promise<void> {
  await api('quiet.officer', 'GET', '/files');
  await api('quiet.officer', 'GET', `/files/${person}`);
  await api('quiet.officer', 'POST', `/files/${person}/reveal`, { fields: ['phone', 'disability'], purpose: 'contact_person', reason: '约定面谈的时间' });
  await api('quiet.supervisor', 'POST', '/files/exports', { purpose: 'fill_form', reason: '季度就业情况上报' });
  await api('quiet.officer', 'GET', '/rights-requests');
}

type Ask = (by: string, kind: string, wish?: string) => Promise<string>;

async function rights(api: Api, people: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const ask: Ask = async (by, kind, wish) => (await api(by, 'POST', '/own/requests', { kind, ...(wish === undefined ? {} : { wish }) }) as Made).id;
  await ownRights(api, ask, people['file.person'] ?? '');
  const answer = (id: string, act: 'grant' | 'refuse', words: string): Promise<unknown> => api('people.officer', 'POST', `/rights-requests/${id}/${act}`, { version: 1, answer: words });
  const answered = await ask('people.leaver', 'correction', '电话号码换了，请改成新的。');
  await answer(answered, 'grant', '已经改成新的号码。');
  const waiting = await ask('people.leaver', 'explanation');
  const deletion = await ask('people.leaver', 'deletion', '我已经找到工作，不再需要服务。');
  await answer(await ask('people.forgotten', 'deletion'), 'grant', '身份、证件和联系方式已经删除。');
  const own = await ask('people.own-jobseeker', 'correction', '住址写错了。');
  return { 'request.answered': answered, 'request.waiting': waiting, 'request.deletion': deletion, 'request.own': own };
}

/** What one person agreed to and asked for, some of it over. */
async function ownRights(api: Api, ask: Ask, person: string): Promise<void> {
  const consent = (body: object): Promise<unknown> => api('people.person', 'POST', '/own/consents', body);
  const { id: given } = await consent({ purpose: 'sharing_with_employer', recipient: 'employer', what: ['name', 'skills', 'needs'] }) as Made;
  await api('people.person', 'POST', `/own/consents/${given}/withdraw`);
  await consent({ purpose: 'matching', recipient: 'federation', what: ['education', 'skills', 'wishes'], until: '2027-12-31' });
  await api('quiet.officer', 'POST', `/people/${person}/consents`, { purpose: 'training_referral', recipient: 'training_body', what: ['name', 'contact'], how: 'paper' });
  const answer = (id: string, act: 'grant' | 'refuse', words: string): Promise<unknown> => api('quiet.officer', 'POST', `/rights-requests/${id}/${act}`, { version: 1, answer: words });
  await answer(await ask('people.person', 'correction', '电话号码换了，请改成新的。'), 'grant', '已经改成新的号码。');
  await answer(await ask('people.person', 'deletion'), 'refuse', '正在办理的岗位补贴还要用到档案，办完后再删除。');
  await api('people.person', 'POST', `/own/requests/${await ask('people.person', 'explanation', '想知道为什么没有推荐岗位给我。')}/withdraw`);
  await ask('people.person', 'explanation');
  await looks(api, person);
  const number = citizenId('19900307', '200');
  const { id } = await api('quiet.officer', 'POST', '/files', { name: '某乙', citizenId: number, phone: '19900007100' }) as Made;
  await api('quiet.officer', 'POST', `/files/${id}/link`, { version: 1, accountId: accountOf('people.newcomer') });
}

async function seedEmployers(api: Api, client: pg.Client): Promise<{ readonly clerk: string; readonly ids: Readonly<Record<string, string>> }> {
  const register = async (name: string, kind: string, body: string): Promise<string> => (await api(null, 'POST', '/employers', { uscc: uscc(body), name, kind, regionCode: '370304', clerkName: '某经办人' }) as { employerId: string }).employerId;
  const verified = await register('不存在的服装厂', 'enterprise', 'MA0000101');
  const refused = await register('不存在的餐馆', 'sole_trader', 'MA0000102');
  const registered = await register('不存在的软件公司', 'enterprise', 'MA0000103');
  const clerk = await seedClerk(client, verified);
  await api('people.officer', 'POST', `/employers/${verified}/verify`, { version: 1 });
  await api('people.officer', 'POST', `/employers/${refused}/refuse`, { version: 1, reason: 'name_differs', note: '请按营业执照上的全称重新登记。' });
  return { clerk, ids: { 'employer.verified': verified, 'employer.refused': refused, 'employer.registered': registered } };
}

/** A guardian, a stopped account, organisations. */
async function members(api: Api): Promise<Readonly<Record<string, string>>> {
  await api('people.officer', 'POST', '/guardianships', { wardAccountId: accountOf('people.leaver'), guardianName: '另一位监护人', basis: 'appointed', validUntil: '2027-12-31' });
  await api('people.administrator', 'POST', `/members/${accountOf('people.stopped')}/suspend`);
  const enter = async (kind: string, name: string): Promise<string> => (await api('people.administrator', 'POST', '/organisations', { kind, name, regionCode: '370304' }) as Made).id;
  return { 'organisation.federation': await enter('federation', '不存在区残联'), 'organisation.school': await enter('school', '不存在的特殊教育学校') };
}

/** More messages than one page shows. */
const MANY = 21;

async function inboxes(api: Api): Promise<Readonly<Record<string, string>>> {
  for (let made = 0; made < MANY; made++) {
    const { id } = await api('people.asker', 'POST', '/own/requests', { kind: 'explanation' }) as Made;
    await api('people.asker', 'POST', `/own/requests/${id}/withdraw`);
  }
  const latest = async (of: string): Promise<string> => (await api(of, 'GET', '/inbox') as { items: readonly Made[] }).items[0]?.id ?? '';
  await api('people.officer', 'POST', `/inbox/${await latest('people.officer')}/read`);
  return { 'message.answer': await latest('people.person'), 'message.task': await latest('people.own-officer') };
}
