import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { ArchiveAttachments, ReadDecisions, type Attachment } from '../../review/index.js';
import { PrintCertificate } from './print-certificate.query.js';
import { ReadDeterminations } from './read-determinations.query.js';

/** A closed case holds its determinations, every one that was issued: on paper, and as the data copy with its seal. */
@Injectable()
export class AttachDeterminations implements OnModuleInit {
  constructor(
    private readonly archives: ArchiveAttachments,
    private readonly decisions: ReadDecisions,
    private readonly determinations: ReadDeterminations,
    private readonly printing: PrintCertificate,
  ) {}

  onModuleInit(): void {
    this.archives.add((caller, declarationId) => this.of(caller, declarationId));
  }

  /** @throws DomainError determinations.archive.not_issued: a job writes the determination after the decision, and an archive is made once */
  private async of(caller: Caller, declarationId: string): Promise<readonly Attachment[]> {
    const issued = await this.determinations.ofDeclaration(caller, declarationId);
    const decided = await this.decisions.latest(caller, declarationId);
    if (decided !== null && !issued.some(({ versionNumber }) => versionNumber === decided)) throw new DomainError('determinations.archive.not_issued');
    const attachments: Attachment[] = [];
    for (const { id } of issued) {
      const { copy } = await this.determinations.find(caller, id);
      const path = `determinations/${copy.content.number}`;
      attachments.push({ path: `${path}.json`, title: '认定书（数据副本，含签章）', bytes: Buffer.from(JSON.stringify(copy), 'utf8') });
      const printed = await this.printed(caller, id);
      if (printed !== null) attachments.push({ path: `${path}.pdf`, title: '认定书', bytes: printed });
    }
    return attachments;
  }

  /** Null where a name holds a sign that no font has: the data copy says the same. */
  private async printed(caller: Caller, id: string): Promise<Buffer | null> {
    try {
      return (await this.printing.pdf(caller, id, 'zh')).bytes;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'determinations.certificate.signs_missing') return null;
      throw error;
    }
  }
}
