import type { ApiClient } from './api-client.js';

type Line = { readonly id: string; readonly claimed: readonly string[]; readonly contested: { readonly open: readonly string[]; readonly lost: readonly string[] } };

type Signal = { readonly id: string; readonly code: string; readonly version: number };

const WORDS = { inspect: '工资都刚好是最低标准，列入抽查。', noConcern: '已电话核实，情况属实。', return: '请补充劳动合同。', refuse: '经核对，没有证据表明此人在岗。', none: '逾期没有申报。', correct: '核对时看漏了社会保险的补缴。' } as const;
const MONTH_OF_NAME = /-(\d{2})$/;

/** The two desks of a federation: whoever has the second check is not who had the first. */
export class Reviewers {
  constructor(private readonly first: ApiClient, private readonly second: ApiClient) {}

  /** Takes a filing that was compared as far as `end`. @param refuses whether no line is to count @returns where it stands: a filing with an open conflict stays on the first desk */
  async take(id: string, end: string, refuses: boolean): Promise<string> {
    if (end === 'checking' || end === 'submitted' || end === 'withdrawn') return end;
    if (end === 'returned') return stateOf(await this.first.act(`reviews/${id}`, 'return', { items: [{ need: 'contract', words: WORDS.return }], dueOn: '2026-12-15' }));
    await this.first.act(`reviews/${id}`, 'accept');
    if (end === 'accepted') return end;
    await this.first.act(`reviews/${id}`, 'begin');
    if (end === 'first_check') return end;
    if (!(await this.decideLines(id, refuses))) return 'first_check';
    await this.look(id);
    const passed = stateOf(await this.first.act(`reviews/${id}`, 'first-check'));
    if (end === 'second_check' || passed !== 'second_check') return passed;
    return stateOf(await this.second.act(`reviews/${id}`, 'second-check'));
  }

  /** Takes one month more or less from a determination that stands; a second person confirms it. */
  async correct(id: string): Promise<void> {
    await this.first.act(`reviews/${id}`, 'correction', { words: WORDS.correct });
    await this.first.act(`reviews/${id}`, 'first-check');
    await this.second.act(`reviews/${id}`, 'second-check');
  }

  /** A decision waits until somebody has looked at every signal; what a wage at the floor for all means is asked on the spot. */
  private async look(id: string): Promise<void> {
    const { items } = await this.first.get(`signals?filing=${id}`);
    for (const { id: signal, code, version } of items as readonly Signal[]) {
      await this.first.post(`signals/${signal}/look`, code === 'floor_wage' ? { version, state: 'to_inspect', words: WORDS.inspect } : { version, state: 'no_concern', words: WORDS.noConcern });
    }
  }

  async countAsNone(id: string): Promise<void> {
    await this.first.act(`reviews/${id}`, 'count-as-none', { words: WORDS.none });
  }

  async state(id: string): Promise<string> {
    return stateOf(await this.first.get(`reviews/${id}`));
  }

  async archive(id: string): Promise<void> {
    await this.first.act(`reviews/${id}`, 'archive');
  }

  /** False where somebody else claims a month too and nobody has settled that. */
  private async decideLines(id: string, refuses: boolean): Promise<boolean> {
    if (!refuses) await this.first.act(`reviews/${id}`, 'clear-lines');
    for (const line of await this.lines(id, refuses ? 'all' : 'undecided')) {
      if (line.contested.open.length > 0) return false;
      const months = refuses ? [] : line.claimed.filter((month) => !line.contested.lost.includes(month)).map(numberOf);
      const whole = months.length === line.claimed.length;
      await this.first.act(`reviews/${id}`, `lines/${line.id}/decision`, whole ? { months, reason: 'paper_proves' } : { months, reason: 'not_working', words: WORDS.refuse });
    }
    return true;
  }

  private async lines(id: string, filter: 'all' | 'undecided'): Promise<readonly Line[]> {
    const { items } = await this.first.get(`reviews/${id}/lines?filter=${filter}`);
    return items as readonly Line[];
  }
}

const stateOf = ({ state }: Readonly<Record<string, unknown>>): string => String(state);
const numberOf = (month: string): number => Number(MONTH_OF_NAME.exec(month)?.[1]);
