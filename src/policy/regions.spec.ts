import { COUNTRY, regionChain, regionCode } from '../kernel/region-code.js';
import { importRegions } from './app/import-regions.command.js';
import { readRegionRows } from './domain/region-rows.js';
import { defaultRegionsFolder, RegionRegister } from './regions.js';

const register = RegionRegister.load(defaultRegionsFolder());
const code = regionCode;

describe('the register as shipped', () => {
  it('holds the country to county level and the towns of the five districts', () => {
    const levels = new Map<string, number>();
    for (const { level } of register.all()) levels.set(level, (levels.get(level) ?? 0) + 1);
    expect(Object.fromEntries(levels)).toEqual({ country: 1, province: 34, city: 342, county: 2_975, town: 379 });
    expect(register.provinces()).toHaveLength(31);
  });

  it('holds the parent of every region, up to the country', () => {
    for (const { code: region } of register.all()) for (const place of regionChain(region)) expect(register.get(place)).not.toBeNull();
  });

  it.each([
    ['310115', '上海市 浦东新区'],
    ['370303', '山东省 淄博市 张店区'],
    ['500229', '重庆市 城口县'],
    ['419001', '河南省 济源市'],
    ['370303104', '山东省 淄博市 张店区 傅家镇'],
    ['530630', '云南省 昭通市 水富市'],
  ])('knows %s as %s', (region, name) => expect(register.fullName(code(region))).toBe(name));

  it('lists what lies inside in the order of the codes', () => {
    expect(register.childrenOf(code('330500')).map(({ code: inner, name }) => `${inner} ${name}`)).toEqual(['330502 吴兴区', '330503 南浔区', '330521 德清县', '330522 长兴县', '330523 安吉县']);
    expect(register.childrenOf(COUNTRY)).toHaveLength(34);
    expect(register.childrenOf(code('330521'))[0]?.level).toBe('town');
  });

  it('keeps withdrawn codes apart: known, but with a successor', () => {
    expect(register.has(code('530630'))).toBe(true);
    expect(register.get(code('530630'))).toBeNull();
    expect(register.successorOf(code('530630'))).toBe('530681');
    expect(register.successorOf(code('530681'))).toBeNull();
    expect(register.has(code('999999'))).toBe(false);
  });
});

describe('the code look-up', () => {
  const found = (query: string, limit = 5): readonly string[] => register.search(query, limit).map(({ code: region, name }) => `${region} ${name}`);

  it('finds by name, larger before smaller', () => expect(found('淄博')[0]).toBe('370300 淄博市'));
  it('finds a county by its own name', () => expect(found('张店')).toEqual(['370303 张店区']));
  it('finds by city and county', () => expect(found('淄博 张店')).toEqual(['370303 张店区']));
  it('finds by the names written together', () => expect(found('淄博市张店区')).toEqual(['370303 张店区']));
  it('finds by the beginning of the code, wide digits too', () => expect(found('３７０３０３', 1)).toEqual(['370303 张店区']));
  it('leaves out groupings that are no place', () => expect(found('市辖区')).toEqual([]));
  it('finds nothing for nothing', () => expect(found('  ')).toEqual([]));
  it('keeps to its limit', () => expect(found('区', 3)).toHaveLength(3));
});

describe('rows of a region file', () => {
  const rejected = (row: string): readonly string[] => readRegionRows(`code,name,level,parent\n${row}\n`).rejected.map(({ line, code: fault }) => `${line} ${fault}`);

  it.each([
    ['370303,张店区,county', '2 policy.region.columns'],
    ['3703,张店区,county,370300', '2 policy.region.code'],
    ['370303,,county,370300', '2 policy.region.name'],
    ['370303, 张店区,county,370300', '2 policy.region.name'],
    ['370303,张店区,city,370300', '2 policy.region.level'],
    ['370303,张店区,county,370000', '2 policy.region.parent'],
    ['370303,张店区,county,370300\n370303,张店区,county,370300', '3 policy.region.repeated'],
  ])('%s is refused', (row, fault) => expect(rejected(row)).toEqual([fault]));

  it('without its header is refused as a whole', () => expect(readRegionRows('370303,张店区,county,370300').rejected).toEqual([{ line: 1, code: 'policy.region.columns' }]));
});

describe('an import', () => {
  const small = 'code,name,level,parent\n100000,全国,country,\n370000,山东省,province,100000\n370300,淄博市,city,370000\n';
  const incoming = [
    'code,name,level,parent',
    '370303001,车站街道,town,370303',
    '370303,张店区,county,370300',
    '370300,淄博市,city,370000',
    '370000,山东,province,100000',
    '370400001,某街道,town,370400',
    '37030,错,county,370300',
  ].join('\r\n');

  it('balances: rows read = new + unchanged + rejected, each rejection with its line', () => {
    const result = importRegions(small, incoming);
    expect(result).toMatchObject({ rows: 6, accepted: 2, unchanged: 1 });
    expect(result.rejected).toEqual([
      { line: 5, code: 'policy.region.name_differs' },
      { line: 6, code: 'policy.region.parent' },
      { line: 7, code: 'policy.region.code' },
    ]);
    expect(result.accepted + result.unchanged + result.rejected.length).toBe(result.rows);
  });

  it('puts a town behind its county, whatever the order of the file, and changes nothing the second time', () => {
    const { register: merged } = importRegions(small, incoming);
    expect(merged.split('\n').slice(3, 6)).toEqual(['370300,淄博市,city,370000', '370303,张店区,county,370300', '370303001,车站街道,town,370303']);
    expect(importRegions(merged, incoming)).toMatchObject({ accepted: 0, unchanged: 3, register: merged });
  });

  it('refuses a region whose parent nobody knows', () => {
    expect(importRegions(small, 'code,name,level,parent\n370400,枣庄市,city,370000\n370502001,某街道,town,370502\n')).toMatchObject({ accepted: 1, rejected: [{ line: 3, code: 'policy.region.parent' }] });
  });
});
