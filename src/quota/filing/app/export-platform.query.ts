import { Inject, Injectable } from '@nestjs/common';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { formatYuan } from '../../../kernel/money.js';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { streamSheet, type OutCell } from '../../../platform/sheets/index.js';
import { ALL_MONTHS } from '../../counting/index.js';
import type { ExportField, PlatformFields } from '../domain/platform-fields.js';
import type { DeclarationHead } from '../infra/declaration.repository.js';
import { LineRepository, type RosterLine } from '../infra/line.repository.js';
import { PLATFORM_FIELDS } from '../infra/platform-titles.js';
import { ReadFiling } from './read-filing.query.js';

const AT_ONCE = 1_000;
const WIDTH = 18;
/** Numbers and days that a spreadsheet would otherwise change. */
const TEXTS: readonly ExportField[] = ['uscc', 'citizenId', 'certificateNumber', 'contractStart', 'contractEnd', 'insuredMonths', 'otherUscc'];

const KINDS = { disability: '残疾人证', military: '残疾军人证', police: '伤残人民警察证' } as const;
const POSTS = { management: '管理技术', worker: '工人' } as const;
const CONTRACTS = { establishment: '在编', contract: '合同' } as const;
const SIDES = { own: '无', in: '我方计入', out: '对方计入' } as const;
const GRADES = ['', '一级', '二级', '三级', '四级', '五级', '六级', '七级', '八级', '九级', '十级'] as const;

/** The list in the national platform's fields, whole numbers and all: the employer types nothing twice. */
@Injectable()
export class ExportForPlatform {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly filings: ReadFiling,
    private readonly lines: LineRepository,
    private readonly people: RegistryPeople,
    private readonly audit: Audit,
    @Inject(PLATFORM_FIELDS) private readonly fields: PlatformFields,
  ) {}

  /** An XLSX file, written while the lines are read; who took it stands in the audit trail. @throws DomainError filing.declaration.not_found */
  async run(caller: Caller, id: string): Promise<AsyncGenerator<Uint8Array, void, undefined>> {
    const head = await this.filings.head(caller, id);
    await this.unitOfWork.run((tx) => this.audit.act(tx, caller, { act: 'filing.platform.export', object: { kind: 'declaration', id }, detail: { version: head.currentVersion, fields: this.fields.export.length } }));
    const columns = this.fields.export.map(({ field }) => ({ width: WIDTH, text: TEXTS.includes(field) }));
    return streamSheet(this.fields.sheet, columns, this.rows(caller, head));
  }

  private async* rows(caller: Caller, head: DeclarationHead): AsyncGenerator<readonly OutCell[], void, undefined> {
    yield this.fields.export.map(({ title }) => title);
    for (let after: string | null = null; ;) {
      const { lines, numbers } = await this.unitOfWork.run((tx) => this.page(tx, caller, head, after));
      for (const line of lines) yield this.fields.export.map(({ field }) => cellOf(field, head, line, numbers.get(line.registryPersonId) as CitizenIdText));
      if (lines.length < AT_ONCE) return;
      after = (lines.at(-1) as RosterLine).id;
    }
  }

  private async page(tx: Tx, caller: Caller, head: DeclarationHead, after: string | null): Promise<{ readonly lines: readonly RosterLine[]; readonly numbers: ReadonlyMap<string, CitizenIdText> }> {
    const lines = await this.lines.page(tx, caller.scope, head.id, head.currentVersion, after, AT_ONCE);
    return { lines, numbers: await this.people.numbers(tx, lines.map(({ registryPersonId }) => registryPersonId)) };
  }
}

function cellOf(field: ExportField, head: DeclarationHead, line: RosterLine, citizenId: CitizenIdText): OutCell {
  switch (field) {
    case 'baseYear': return head.baseYear;
    case 'uscc': return head.uscc;
    case 'employerName': return head.employerName;
    case 'name': return line.name;
    case 'citizenId': return citizenId;
    case 'certificateKind': return KINDS[line.certificateKind];
    case 'certificateNumber': return line.certificate;
    case 'grade': return GRADES[line.certificateGrade] ?? '';
    case 'post': return line.post;
    case 'postCategory': return line.postCategory === null ? null : POSTS[line.postCategory];
    case 'contractKind': return line.contractKind === null ? null : CONTRACTS[line.contractKind];
    case 'contractStart': return line.contractStart;
    case 'contractEnd': return line.contractEnd;
    case 'wage': return line.wage === null ? null : formatYuan(line.wage);
    case 'insuredMonths': return monthsOf(line);
    case 'dispatch': return SIDES[line.counts];
    case 'otherUscc': return line.otherUscc;
  }
}

/** `1-6、9`: months of both insurances; empty where nothing was said. */
function monthsOf({ pension, medical }: Pick<RosterLine, 'pension' | 'medical'>): string | null {
  if ((pension.known | medical.known) === 0) return null;
  const yes = pension.yes & medical.yes & ALL_MONTHS;
  const runs: string[] = [];
  for (let month = 0; month < 12; month++) {
    if ((yes & (1 << month)) === 0) continue;
    const first = month;
    while (month < 11 && (yes & (1 << (month + 1))) !== 0) month++;
    runs.push(first === month ? String(first + 1) : `${first + 1}-${month + 1}`);
  }
  return runs.join('、');
}
