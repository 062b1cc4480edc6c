import type { Caller } from './caller.js';
import { ownCounty } from './own-county.js';

const actingFor = (scope: Caller['scope']): Caller => ({ scope }) as Caller;

it.each([
  ['a county', { kind: 'region', prefix: '370303' }, '370303'],
  ['a city, which has several', { kind: 'region', prefix: '3703' }, undefined],
  ['a town, which is less', { kind: 'region', prefix: '370303001' }, undefined],
  ['an employer', { kind: 'employer', employerId: 'e', merged: [] }, undefined],
] as const)('of %s', (_, scope, county) => expect(ownCounty(actingFor(scope))).toBe(county));
