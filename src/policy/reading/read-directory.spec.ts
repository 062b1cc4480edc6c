import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ParameterFile } from '../domain/parameter-file.js';
import { PolicyBook } from '../policy-book.js';
import { shippedPolicyFolder } from '../policy-folder.js';
import { defaultRegionsFolder, RegionRegister } from '../regions.js';
import { PolicyDataError } from './fault.js';
import { preparedKey, type PreparedFiles } from './prepared-files.js';
import { readPolicyDirectory } from './read-directory.js';

const regions = RegionRegister.load(defaultRegionsFolder());
const RATIO = `parameter: quota.ratio
description: { zh: 比例, en: Ratio }
unit: ratio
type: decimal
last_checked: 2026-01-01
review_by: 2027-01-01
values:
  - { from: 2020-01-01, value: "0.015", reference: { title: t, href: null }, confirmed: false }
`;

let folder: string;
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'policy-')); });
afterEach(() => rmSync(folder, { recursive: true }));

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
}
const codes = (): readonly string[] => readPolicyDirectory(folder, regions, new Map()).faults.map(({ file, code }) => `${file} ${code}`);

it('reads the country and the regions that differ; a README may stand beside them', () => {
  put('national/quota.ratio.yaml', RATIO);
  put('510000/quota.ratio.yaml', RATIO.replace('0.015', '0.016'));
  put('README.md', '# law');
  const { files, faults } = readPolicyDirectory(folder, regions, new Map());
  expect(faults).toEqual([]);
  expect(files.map(({ path: name, region }) => [name, region])).toEqual([['510000/quota.ratio.yaml', '510000'], ['national/quota.ratio.yaml', '100000']]);
});

it.each([
  ['a region that GB/T 2260 lacks', '519900/quota.ratio.yaml', '519900 policy.folder.unknown_region'],
  ['a region that is no code', 'sichuan/quota.ratio.yaml', 'sichuan policy.folder.unknown_region'],
  ['the country under its code', '100000/quota.ratio.yaml', '100000 policy.folder.unknown_region'],
  ['a withdrawn region', '530630/quota.ratio.yaml', '530630 policy.folder.former_region'],
  ['a file outside the folders', 'quota.ratio.yaml', 'quota.ratio.yaml policy.folder.stray'],
  ['a file of another kind', 'national/notes.txt', 'national/notes.txt policy.folder.stray'],
  ['a folder in a folder', 'national/quota/ratio.yaml', 'national/quota policy.folder.stray'],
])('refuses %s', (_, name, fault) => {
  put('national/quota.ratio.yaml', RATIO);
  put(name, RATIO);
  expect(codes()).toEqual([fault]);
});

it('refuses an empty folder and one that is not there', () => {
  expect(codes()).toEqual([`${folder} policy.folder.empty`]);
  expect(readPolicyDirectory(path.join(folder, 'none'), regions, new Map()).faults.map(({ code }) => code)).toEqual(['policy.folder.unreadable']);
});

it('names every mistake of every file when a book cannot be made of them', () => {
  put('national/quota.ratio.yaml', RATIO.replace('"0.015"', '0.015'));
  put('510000/quota.ratio.yaml', RATIO.replace('t, href', 't, hreff'));
  const load = (): PolicyBook => PolicyBook.load(folder, regions);
  expect(load).toThrow(PolicyDataError);
  expect(load).toThrow(/510000\/quota\.ratio\.yaml:8:.*\n.*national\/quota\.ratio\.yaml:8:32 .*"0\.015"/);
});

it('gives another content hash when a byte of any file changes', () => {
  put('national/quota.ratio.yaml', RATIO);
  const before = readPolicyDirectory(folder, regions, new Map()).contentHash;
  expect(readPolicyDirectory(folder, regions, new Map()).contentHash).toBe(before);
  put('national/quota.ratio.yaml', `${RATIO}# checked\n`);
  expect(readPolicyDirectory(folder, regions, new Map()).contentHash).not.toBe(before);
});

describe('files that the build has read', () => {
  const prepared = (data: ReturnType<typeof readPolicyDirectory>): PreparedFiles =>
    new Map(Object.entries(JSON.parse(JSON.stringify(Object.fromEntries(data.files.map((file) => [preparedKey(file.path, file.region, data.texts[file.path] ?? ''), file])))) as Record<string, ParameterFile>));

  it('say all that the shipped YAML says', () => {
    const read = readPolicyDirectory(shippedPolicyFolder, regions, new Map());
    const again = readPolicyDirectory(shippedPolicyFolder, regions, prepared(read));
    expect(again).toEqual(read);
    expect(again.files[0]).not.toBe(read.files[0]);
  });

  it('stand for nothing but the very text they came from', () => {
    put('national/quota.ratio.yaml', RATIO);
    put('370000/quota.ratio.yaml', RATIO);
    const kept = prepared(readPolicyDirectory(folder, regions, new Map()));
    put('370000/quota.ratio.yaml', RATIO.replace('"0.015"', '"0.016"'));
    const { files } = readPolicyDirectory(folder, regions, kept);
    expect(files.map(({ region, values }) => [region, values[0]?.value]).sort()).toEqual([['100000', '0.015'], ['370000', '0.016']]);
    put('370000/quota.ratio.yaml', 'parameter: [');
    expect(readPolicyDirectory(folder, regions, kept).faults).not.toEqual([]);
  });
});
