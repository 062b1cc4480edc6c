import { employerStatuses, nextStatus, type EmployerAct } from './employer-state.js';

describe('the status of an employer', () => {
  const table = employerStatuses.flatMap((status) => (['verify', 'refuse'] as const).map((act: EmployerAct) => {
    const next = nextStatus(status, act);
    return `${status} ${act}: ${next.ok ? next.value : next.error}`;
  }));

  it('is decided once', () => {
    expect(table).toEqual([
      'registered verify: verified', 'registered refuse: refused',
      'verified verify: employers.employer.already_decided', 'verified refuse: employers.employer.already_decided',
      'refused verify: employers.employer.already_decided', 'refused refuse: employers.employer.already_decided',
    ]);
  });
});
