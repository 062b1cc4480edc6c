import type pg from 'pg';
import { usccCheckSign } from '../../../src/kernel/ids/uscc.js';
import { bearerOf } from './cast.js';

const REVIEWER = 'people.reviewer';
const TITLES = '统一社会信用代码,单位名称,单位类型,税务登记地,成立日期,行业代码,是否国有,编制数,机构层级,是否学校,法定代表人,联系电话';

function uscc(n: number): string {
  const first17 = `91999999MC${String(n).padStart(7, '0')}`;
  return first17 + usccCheckSign(first17);
}

type Row = { readonly n: number; readonly name: string; readonly kind?: string; readonly more?: string };
const lineOf = ({ n, name, kind = '企业', more = '2015-05-01,C2319,否,,,,,' }: Row): string => `${uscc(n)},${name},${kind},370302,${more}`;

/** Employers of tax lists, their files, pairs that may be one: made as a reviewer makes them. @returns ids by name */
export async function seedEmployerFiles(client: pg.Client, origin: string): Promise<Readonly<Record<string, string>>> {
  const authorization = bearerOf(REVIEWER);
  const answerOf = async (answer: Response): Promise<Readonly<Record<string, unknown>>> => {
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${text}`);
    return text.startsWith('{') ? JSON.parse(text) as Readonly<Record<string, unknown>> : {};
  };
  const call = async (method: string, path: string, body: object) => answerOf(await fetch(`${origin}/api/v1${path}`, { method, headers: { authorization, 'content-type': 'application/json' }, body: JSON.stringify(body) }));
  const list = async (name: string, asOf: string, ...lines: readonly string[]): Promise<string> => {
    const form = new FormData();
    for (const [field, value] of [['source', '不存在的市税务局'], ['asOf', asOf]] as const) form.append(field, value);
    form.append('file', new Blob([`${lines.join('\n')}\n`]), name);
    const { importId } = await answerOf(await fetch(`${origin}/api/v1/employer-imports`, { method: 'POST', headers: { authorization }, body: form }));
    return String(importId);
  };
  const idOf = async (n: number): Promise<string> => (await client.query<{ id: string }>('SELECT id FROM employer WHERE uscc = $1', [uscc(n)])).rows[0]?.id ?? '';
  const pairOf = async (one: string): Promise<string> => (await client.query<{ id: string }>('SELECT id FROM employer_duplicate WHERE $1 IN (one_id, other_id)', [one])).rows[0]?.id ?? '';

  const refused = await list('名单-缺列.csv', '2026-09-01', '单位名称,单位类型,税务登记地', '不存在的糖厂,企业,370302');
  const loaded = await list('名单.csv', '2026-10-01', TITLES,
    lineOf({ n: 1, name: '不存在的陶瓷厂', more: '2015-05-01,C3071,是,,,,某代表甲,19900008001' }), lineOf({ n: 2, name: '不存在的区机关事务局', kind: '机关', more: '2003-01-15,S9221,,52,县,,,' }),
    lineOf({ n: 3, name: '', more: '2015-13-01,,,,,,,' }), `${uscc(4).slice(0, 17)}?,不存在的纸厂,企业,370302,,,,,,,,`, `${uscc(5)},不存在的船厂,企业,110101,,,,,,,,`);
  await list('名单-2.csv', '2026-10-02', TITLES, lineOf({ n: 11, name: '不存在的纺织有限公司' }), lineOf({ n: 12, name: '不存在的纺织有限责任公司' }));
  await list('名单-3.csv', '2026-10-03', TITLES, lineOf({ n: 21, name: '不存在的玻璃（集团）有限公司' }), lineOf({ n: 22, name: '不存在的玻璃集团有限公司' }));
  const { rows: [broken] } = await client.query<{ id: string }>(
    `INSERT INTO employer_import (source, as_of, received_at, region_prefix, file_name, digest, state) VALUES ('不存在的市税务局', '2026-10-04T00:00:00+08:00', '2026-11-16T03:00:00Z', '370302', '名单-4.csv', sha256('4'), 'interrupted') RETURNING id`,
  );

  const [file, organ, target, source] = [await idOf(1), await idOf(2), await idOf(21), await idOf(22)];
  await call('PUT', `/employers/${file}/contacts/personnel`, { name: '某人事', phone: '0533-9990001' });
  await call('POST', `/employers/${file}/branches`, { name: '不存在的陶瓷厂一分厂', uscc: uscc(31), regionCode: '370321', openedOn: '2018-03-01' });
  const { id: branch } = await call('POST', `/employers/${file}/branches`, { name: '不存在的陶瓷厂二分厂', regionCode: '370302' });
  await call('POST', `/employers/${file}/branches/${String(branch)}/close`, { closedOn: '2024-12-31' });
  await call('PUT', `/employers/${file}/headcounts`, { year: 2025, staff: [31, 31, 32, 32, 33, 33, 33, 34, 34, 34, 35, 35] });
  await call('POST', `/employer-duplicates/${await pairOf(target)}/merge`, { into: target });
  return {
    'employer.file': file, 'employer.organ': organ, 'employer.goes-on': target, 'employer.merged-away': source, 'import.loaded': loaded, 'import.refused': refused, 'import.interrupted': broken?.id ?? '',
    'duplicate.proposed': await pairOf(await idOf(11)), 'duplicate.merged': await pairOf(target),
  };
}
