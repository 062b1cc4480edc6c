import type { District, PlannedEmployer, PlannedJob, PlannedWorker } from './plan.js';

/** First and last month that a register tells of, yyyymm. */
export type KnownMonths = { readonly from: number; readonly until: number };

const KIND_WORDS = { enterprise: '企业', institution: '事业单位', organ: '机关', social_organization: '社会团体', private_non_enterprise: '民办非企业单位' } as const satisfies Record<PlannedEmployer['kind'], string>;

/** 残疾人证: citizen id, category and grade. */
export const certificateNumber = ({ citizenId, category, grade }: PlannedWorker): string => `${citizenId}${category}${grade}`;

export function taxRegister({ employers }: District): string {
  const rows = employers.map(({ uscc, name, kind, regionCode, registeredOn, industry, isStateOwned, establishmentSize, phone }) =>
    [uscc, name, KIND_WORDS[kind], regionCode, registeredOn, industry, isStateOwned ? '是' : '否', establishmentSize ?? '', kind === 'organ' || kind === 'institution' ? '县' : '', phone]);
  return csv(['统一社会信用代码', '单位名称', '单位类型', '税务登记地', '成立日期', '行业代码', '是否国有', '编制数', '机构层级', '联系电话'], rows);
}

export function certificateRegister({ workers }: District): string {
  return csv(['公民身份号码', '残疾人证号', '等级', '等级开始', '首次发证日期', '有效期起', '有效期止'],
    workers.map((worker) => [worker.citizenId, certificateNumber(worker), worker.grade, '2015-07-01', '2015-07-01', '2015-07-01', worker.certificateUntil]));
}

export function insuranceRegister(district: District, known: KnownMonths): string {
  const rows = monthsOf(district, known, ({ isUninsured }) => !isUninsured).flatMap(({ employer, job, month }) =>
    ['养老', '医疗'].map((kind) => [job.worker.citizenId, employer.uscc, month, kind]));
  return csv(['公民身份号码', '统一社会信用代码', '费款所属期', '险种'], rows);
}

export function wageRegister(district: District, known: KnownMonths): string {
  return csv(['公民身份号码', '统一社会信用代码', '所属月份', '工资'], monthsOf(district, known, () => true).map(({ employer, job, month }) => [job.worker.citizenId, employer.uscc, month, job.wage]));
}

type WorkedMonth = { readonly employer: PlannedEmployer; readonly job: PlannedJob; readonly month: number };

function monthsOf({ employers }: District, known: KnownMonths, takes: (job: PlannedJob) => boolean): readonly WorkedMonth[] {
  const all: WorkedMonth[] = [];
  for (const employer of employers) {
    for (const job of employer.jobs.filter(takes)) {
      for (let month = known.from; month <= known.until; month += month % 100 === 12 ? 89 : 1) {
        const first = `${Math.floor(month / 100)}-${String(month % 100).padStart(2, '0')}`;
        if (first >= job.from.slice(0, 7) && (job.until === null || first <= job.until.slice(0, 7))) all.push({ employer, job, month });
      }
    }
  }
  return all;
}

const csv = (titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string => [titles, ...rows].map((cells) => cells.join(',')).join('\n');
