import type { ApiClient } from './api-client.js';
import type { BaseYear, PlannedEmployer, PlannedJob } from './plan.js';
import { certificateNumber } from './register-files.js';

/** Everything of a filing up to the commitment. @returns its id */
export async function fillIn(api: ApiClient, employer: PlannedEmployer, baseYear: BaseYear): Promise<string> {
  const id = await open(api, baseYear);
  await api.act(`filings/${id}`, 'facts', factsOf(employer));
  await empty(api, id);
  for (const job of employer.jobs.filter((one) => isIn(one, baseYear))) await api.act(`filings/${id}`, 'lines', lineOf(job, baseYear));
  return id;
}

/** The plan says who is claimed, and not what the filing began with from last year and from placements. */
async function empty(api: ApiClient, id: string): Promise<void> {
  for (;;) {
    const { items } = await api.get(`filings/${id}/lines`);
    const [line] = items as readonly { readonly id: string }[];
    if (line === undefined) return;
    await api.act(`filings/${id}`, `lines/${line.id}/remove`);
  }
}

/** @returns the id of a filing that begins with what the service knows */
export async function open(api: ApiClient, baseYear: BaseYear): Promise<string> {
  const { id } = await api.post('filings', { baseYear });
  return String(id);
}

export async function handIn(api: ApiClient, id: string): Promise<void> {
  await api.act(`filings/${id}`, 'commitment');
  await api.act(`filings/${id}`, 'submit');
}

/** Whether anybody worked there in that year: without a line nothing can be handed in. */
export const claimsSomebody = ({ jobs }: PlannedEmployer, baseYear: BaseYear): boolean => jobs.some((job) => isIn(job, baseYear));

const isIn = ({ from, until }: PlannedJob, baseYear: BaseYear): boolean => from <= `${baseYear}-12-31` && (until === null || until >= `${baseYear}-01-01`);

const factsOf = ({ staff, averageWage }: PlannedEmployer): object => ({ monthlyStaff: Array.from({ length: 12 }, () => staff), totalWages: `${staff * averageWage}.00`, alreadyPaid: '0.00' });

function lineOf({ worker, from, until, wage }: PlannedJob, baseYear: BaseYear): object {
  const months = Array.from({ length: 12 }, (_, at) => at + 1).filter((month) => {
    const name = `${baseYear}-${String(month).padStart(2, '0')}`;
    return name >= from.slice(0, 7) && (until === null || name <= until.slice(0, 7));
  });
  return {
    name: worker.name, citizenId: worker.citizenId, certificateKind: 'disability', certificateNumber: certificateNumber(worker), post: '综合岗', contractKind: 'contract', contractStart: from,
    ...(until === null ? {} : { contractEnd: until }), wage: `${wage}.00`, insuredMonths: months, dispatch: 'none',
  };
}
