import type { UsccText } from '../../../kernel/ids/uscc.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { parseRegionCode, type RegionCode } from '../../../kernel/region-code.js';
import type { RowReader, TableColumn } from '../../../kernel/sheet/row-reader.js';
import type { EmployerFacts, EstablishmentLevel } from './employer-facts.js';
import type { EmployerKind } from './employer-kinds.js';

export const TAX_REGISTER_COLUMNS = [
  { key: 'uscc', title: '统一社会信用代码', names: /^(?:(?:单位|企业|纳税人)?统一社会信用代码|社会信用代码|信用代码|纳税人识别号|uscc)$/, required: true },
  { key: 'name', title: '单位名称', names: /^(?:(?:单位|企业|纳税人|用人单位)(?:全称|名称)|名称|name)$/, required: true },
  { key: 'kind', title: '单位类型', names: /^(?:(?:单位|用人单位|机构|纳税人)(?:类型|性质|类别)|kind)$/, required: true },
  { key: 'region', title: '税务登记地', names: /^(?:税务登记地(?:区划代码|代码)?|(?:主管税务机关所在地|所属)?(?:行政)?区划代码?|所属地区代码?|region)$/, required: true },
  { key: 'registeredOn', title: '成立日期', names: /^(?:成立(?:日期|时间)|注册(?:日期|时间)|登记(?:日期|时间)|开业(?:日期|时间)|registeredon)$/, required: false },
  { key: 'industry', title: '行业代码', names: /^(?:(?:国民经济)?行业(?:代码|门类)|industry)$/, required: false },
  { key: 'stateOwned', title: '是否国有', names: /^(?:是否(?:为)?国有(?:企业)?|国有(?:企业|控股)?(?:标志)?|stateowned)$/, required: false },
  { key: 'establishmentSize', title: '编制数', names: /^(?:(?:核定)?编制(?:数|人数)?|establishmentsize)$/, required: false },
  { key: 'establishmentLevel', title: '机构层级', names: /^(?:(?:机构|编制|单位)(?:层级|级别)|establishmentlevel)$/, required: false },
  { key: 'isSchool', title: '是否学校', names: /^(?:是否(?:为)?(?:学校|幼儿园|学校幼儿园)|isschool)$/, required: false },
  { key: 'representative', title: '法定代表人', names: /^(?:法定代表人|法人代表|负责人|representative)$/, required: false },
  { key: 'phone', title: '联系电话', names: /^(?:联系(?:电话|方式)|电话(?:号码)?|手机(?:号码)?|phone)$/, required: false },
] as const satisfies readonly TableColumn<string>[];
export type TaxRegisterKey = (typeof TAX_REGISTER_COLUMNS)[number]['key'];

export type TaxRegisterRow = EmployerFacts & {
  readonly line: number;
  readonly uscc: UsccText;
  readonly taxRegionCode: RegionCode;
  /** Sealed where they are stored; null where the list does not say. */
  readonly representative: string | null;
  readonly phone: string | null;
};

export type TaxRegisterCode = 'employers.row.region_malformed' | 'employers.row.region_unknown' | 'employers.row.other_region' | 'employers.row.registered_in_future' | 'employers.row.belongs_elsewhere' | 'employers.row.newer_known' | 'employers.row.contradicts_line';

/** Where rows may lie, and which day it is. */
export type TaxRegisterRules = { readonly regionPrefix: string; readonly today: string; hasRegion(code: string): boolean };

function readKind(text: string): EmployerKind | null {
  if (/个体|sole_trader/.test(text)) return 'sole_trader';
  if (/合作社|cooperative/.test(text)) return 'cooperative';
  if (/村(?:民)?委|居(?:民)?委|村（居）|社区|village_committee/.test(text)) return 'village_committee';
  if (/民办非|社会服务机构|private_non_enterprise/.test(text)) return 'private_non_enterprise';
  if (/社会团体|社团|群团|social_organization/.test(text)) return 'social_organization';
  if (/事业|^institution$/.test(text)) return 'institution';
  if (/机关|政府|^organ$/.test(text)) return 'organ';
  return /企业|公司|^enterprise$/.test(text) ? 'enterprise' : null;
}

function readLevel(text: string): EstablishmentLevel | null {
  if (/中央|国家|^central$/.test(text)) return 'central';
  if (/省|自治区|直辖|^province$/.test(text)) return 'province';
  if (/^(?:地|州|市|地市|设区的市|市州|市级|地市级|city)级?$/.test(text)) return 'city';
  if (/县|区|^county$/.test(text)) return 'county';
  return /乡|镇|街道|^township$/.test(text) ? 'township' : null;
}

const readYes = (text: string): boolean | null => (/^(?:是|有|1|y|yes|true|国有|国有企业|国有控股)$/i.test(text) ? true : /^(?:否|无|没有|0|n|no|false|非国有)$/i.test(text) ? false : null);
const readIndustry = (text: string): string | null => {
  const code = normaliseCode(text);
  return /^[A-T](?:\d{2}|\d{3}|\d{4})?$/.test(code) ? code : null;
};

type Reader = RowReader<TaxRegisterKey>;

/** Null after a fault was collected. */
export function readTaxRegisterRow(reader: Reader, rules: TaxRegisterRules): TaxRegisterRow | null {
  const uscc = reader.required('uscc', reader.uscc('uscc'));
  const name = reader.required('name', reader.text('name', 120));
  const kind = reader.required('kind', reader.word('kind', readKind, '机关、事业单位、企业、社会团体、民办非企业单位、个体工商户、合作社、村（居）委会'));
  const taxRegionCode = readRegion(reader, rules);
  const registeredOn = reader.day('registeredOn');
  if (registeredOn !== null && registeredOn > rules.today) reader.fault('registeredOn', 'employers.row.registered_in_future');
  const further = {
    industry: reader.word('industry', readIndustry, 'A 到 T 的门类字母，可再加 2 到 4 位数字'),
    stateOwned: reader.word('stateOwned', readYes, '是、否'),
    establishmentSize: reader.whole('establishmentSize', 0, 10_000_000),
    establishmentLevel: reader.word('establishmentLevel', readLevel, '中央、省、市、县、乡'),
    isSchool: reader.word('isSchool', readYes, '是、否'),
    representative: reader.text('representative', 60),
    phone: reader.text('phone', 40),
  };
  if (reader.faults.length > 0 || uscc === null || name === null || kind === null || taxRegionCode === null) return null;
  return { line: reader.line, uscc, name, kind, taxRegionCode, registeredOn, ...further };
}

function readRegion(reader: Reader, { regionPrefix, hasRegion }: TaxRegisterRules): RegionCode | null {
  const text = reader.required('region', reader.number('region'));
  if (text === null) return null;
  const parsed = parseRegionCode(normaliseCode(text).replace(/\.0+$/, ''));
  if (!parsed.ok) return reader.fault('region', 'employers.row.region_malformed');
  // Towns and villages are not all in the register; their county is.
  if (!hasRegion(parsed.value.slice(0, 6))) return reader.fault('region', 'employers.row.region_unknown', { region: parsed.value });
  return parsed.value.startsWith(regionPrefix) ? parsed.value : reader.fault('region', 'employers.row.other_region', { region: parsed.value });
}
