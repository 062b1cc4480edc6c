import { citizenIdCheckSign } from '../../src/kernel/ids/citizen-id.js';
import type { Actor } from './members.js';

let serial = 0;

/** Numbers of nobody: area 999999 does not exist. Each call gives another person. */
export function aCitizenId(): string {
  serial += 1;
  const first17 = `99999919${String(50 + Math.floor(serial / 1000)).padStart(2, '0')}0307${String(serial % 1000).padStart(3, '0')}`;
  return first17 + citizenIdCheckSign(first17);
}

/** Somebody of working age in every year of our tests. */
export function aWorkersId(): string {
  serial += 1;
  const first17 = `99999919${String(80 + Math.floor(serial / 1000)).padStart(2, '0')}0307${String(serial % 1000).padStart(3, '0')}`;
  return first17 + citizenIdCheckSign(first17);
}

export type TestPerson = { readonly name: string; readonly citizenId: string; readonly certificate: string; readonly phone: string; readonly address: string };

/** 199 0000 xxxx: such numbers are reserved for nobody's telephone in our tests. */
export function aPerson(): TestPerson {
  const citizenId = aCitizenId();
  return { name: `某人${serial}`, citizenId, certificate: `${citizenId}42`, phone: `1990000${String(7000 + serial)}`, address: `不存在路${serial}号记号楼` };
}

/** Opens a file over HTTP. @returns its id */
export async function aFile(by: Actor, person: TestPerson, over: object = {}): Promise<string> {
  const body = { name: person.name, citizenId: person.citizenId, certificate: { number: person.certificate, issuedOn: '2020-01-01', validUntil: '2030-01-01' }, phone: person.phone, address: person.address, ...over };
  const answer = await by.post('/api/v1/files', body);
  expect([answer.status, answer.body]).toMatchObject([201, { id: expect.any(String) }]);
  return (answer.body as { id: string }).id;
}
