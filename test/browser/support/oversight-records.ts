import type pg from 'pg';
import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';
import { idOf, OPENED, REGION, type Api, type Made } from './collection-records.js';

type Body = { readonly index: number; readonly name: string; readonly uscc: string; readonly kind: 'organ' | 'institution' | 'enterprise'; readonly size?: number; readonly level?: string; readonly region?: string };

/** Public bodies of nobody: nothing was filed for 2025, so that they count as having placed nobody. */
const BODIES: readonly Body[] = [
  { index: 20, name: '不存在的市局', uscc: '91999999MA0000401J', kind: 'organ', size: 60, level: 'city' }, { index: 21, name: '不存在的研究所', uscc: '91999999MA0000402M', kind: 'institution', size: 66, level: 'city' },
  { index: 22, name: '不存在的县局', uscc: '91999999MA0000403Q', kind: 'organ', size: 120, level: 'county' }, { index: 23, name: '不存在的镇政府', uscc: '91999999MA0000404T', kind: 'organ', size: 80, level: 'township', region: '370323101' },
  { index: 24, name: '不存在的国有公司', uscc: '91999999MA0000405W', kind: 'enterprise' }, { index: 25, name: '不存在的委员会', uscc: '91999999MA00004060', kind: 'organ', size: 90, level: 'city' },
];

/** Public bodies, a plan of one of them, officials of the federation. @returns ids by name */
export async function seedLeading(api: Api, client: pg.Client): Promise<Readonly<Record<string, string>>> {
  for (const { index, name, uscc, kind, size, level, region } of BODIES) {
    await client.query(`INSERT INTO organisation (id, kind, name, region_code, created_at) VALUES ($1, 'employer', $2, $3, $4)`, [idOf(31, index), name, region ?? REGION, OPENED]);
    await client.query(
      `INSERT INTO employer (id, uscc, kind, status, registered_at, decided_at, registered_on, establishment_size, establishment_level, state_owned) VALUES ($1, $2, $3, 'verified', $4, $4, '2010-05-01', $5, $6, $7)`,
      [idOf(31, index), uscc, kind, OPENED, size ?? null, level ?? null, kind === 'enterprise'],
    );
  }
  await api('reviewer', 'PUT', `/leading/bodies/${idOf(31, 25)}/plan`, { baseYear: 2025, persons: 1, dueOn: '2027-06-30' });
  await api('reviewer', 'PUT', '/leading/officials', { regionCode: REGION, year: 2025, officials: 21, disabled: 3 });
  return { 'leading.nobody': idOf(31, 20), 'leading.planned': idOf(31, 25) };
}

/** Area 999999 does not exist: numbers of nobody. */
function citizenId(serial: number): string {
  const first17 = `999999199${serial % 9}0407${500 + serial}`;
  return first17 + citizenIdCheckSign(first17);
}

const PAPER = new Blob(['%PDF-1.7\n']);
const DUE = '2026-12-10';

/** A filing with people by hand, as if it had been decided. */
async function seedDecided(api: Api, client: pg.Client, by: string, baseYear: number, serial: number): Promise<string> {
  const { id } = await api(by, 'POST', '/filings', { baseYear }) as Made;
  // Of one name: which of them is drawn first follows from ids that are made anew.
  for (const at of [0, 1]) {
    const { version } = await api(by, 'GET', `/filings/${id}`) as { version: number };
    const number = citizenId(serial + at);
    await api(by, 'POST', `/filings/${id}/lines`, { version, name: '示例甲', citizenId: number, certificateKind: 'disability', certificateNumber: `${number}43`, contractStart: '2018-01-01', wage: '4200.00', insuredMonths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] });
  }
  await client.query(`UPDATE declaration SET state = 'determined' WHERE id = $1`, [id]);
  return id;
}

type CaseOf = { readonly id: string; readonly version: number; readonly lines: readonly { readonly id: string }[] };

/** A case in every state that a page shows. @returns ids by name */
export async function seedInspections(api: Api, client: pg.Client): Promise<Readonly<Record<string, string>>> {
  const drawn = async (baseYear: number, name: string, seed: string): Promise<readonly [campaign: string, one: string]> => {
    const { id } = await api('inspector', 'POST', '/inspections', { name, regionCode: REGION, baseYear, cases: 5, linesEach: 2, seed }) as Made;
    const { items } = await api('inspector', 'GET', `/inspections/${id}/cases`) as { items: readonly Made[] };
    return [id, items[0]?.id ?? ''];
  };
  const read = (id: string): Promise<CaseOf> => api('inspector', 'GET', `/inspection-cases/${id}`) as Promise<never>;
  const act = async (by: string, id: string, path: string, body: object = {}): Promise<void> => {
    await api(by, 'POST', `/inspection-cases/${id}/${path}`, { version: (await read(id)).version, ...body });
  };
  const judged = async (id: string, finding: object): Promise<void> => {
    const { lines } = await read(id);
    for (const [at, line] of lines.entries()) await api('inspector', 'PUT', `/inspection-cases/${id}/lines/${line.id}`, { version: (await read(id)).version, ...(at === 0 ? finding : { finding: 'confirmed', months: [] }) });
  };
  const proposed = async (id: string): Promise<void> => {
    await judged(id, { finding: 'partly', months: [1, 2], reason: 'no_wage' });
    await act('clerk', id, 'answer');
    await act('inspector', id, 'propose', { grounds: '一月、二月没有工资记录。', dueOn: DUE });
  };
  const asked = async (baseYear: number, serial: number): Promise<string> => {
    await seedDecided(api, client, 'clerk', baseYear, serial);
    const [campaign, id] = await drawn(baseYear, `${baseYear} 年度抽查`, `lottery-${baseYear}`);
    await api('inspector', 'POST', `/inspections/${campaign}/ask`, { dueOn: DUE });
    return id;
  };
  const [waiting, heard, defended, found] = [await asked(2023, 10), await asked(2022, 20), await asked(2021, 30), await asked(2020, 40)];
  await api('clerk', 'POST', `/inspection-cases/${waiting}/papers`, PAPER);
  await proposed(heard);
  for (const id of [defended, found]) {
    await proposed(id);
    await act('clerk', id, 'defend', { defence: '一月、二月的工资在三月一起发了，见银行流水。' });
  }
  await act('reviewer', found, 'decide', { outcome: 'confirm', decision: '流水对不上，不采纳。' });
  await seedDecided(api, client, 'newcomer', 2019, 50);
  const [campaign] = await drawn(2019, '还没有通知的抽查', 'lottery-2019');
  // Times and what depends on ids that are made anew are the same in every round.
  await client.query('UPDATE inspection_step SET at = $1', [OPENED]);
  await client.query('UPDATE inspection_line SET ordinal = place');
  await client.query('UPDATE inspection_case AS k SET state_since = $1::timestamptz + (2023 - c.base_year) * interval \'1 minute\' FROM inspection_campaign AS c WHERE c.id = k.campaign_id', [OPENED]);
  await client.query(`UPDATE inspection_campaign SET drawn_at = $1::timestamptz + (2023 - base_year) * interval '1 minute', population_digest = repeat('d', 64)`, [OPENED]);
  const [line] = (await read(waiting)).lines;
  return { 'inspection.line': line?.id ?? '', 'inspection.campaign': campaign, 'inspection.asked': waiting, 'inspection.heard': heard, 'inspection.defended': defended, 'inspection.found': found };
}
