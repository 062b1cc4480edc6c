import { Inject, Injectable } from '@nestjs/common';
import type { IncomingMessage } from 'node:http';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Caller } from '../../../platform/access/index.js';
import { ERROR_TEXTS, sentenceOf, type ErrorTexts, type PageQueryDto } from '../../../platform/http/index.js';
import type { FormFault, PageAnswer } from '../../../ui/index.js';
import { told, yearOf } from '../api/exchange.controller.js';
import { wholeFile } from '../api/whole-file.js';
import { ReadExchange } from '../app/read-exchange.query.js';
import { BATCH_BYTES, ReceiveBatch } from '../app/receive-batch.command.js';
import type { Party } from '../domain/exchange-line.js';
import { exchangePage, importPage, type HandedIn } from './views/exchange-pages.js';
import type { Kit } from './views/kit.js';

/** Batches that came in, on pages. */
@Injectable()
export class ReceivedPages {
  constructor(
    private readonly exchange: ReadExchange,
    private readonly receiving: ReceiveBatch,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  async list(kit: Kit, caller: Caller, query: PageQueryDto, refused: HandedIn): Promise<PageAnswer> {
    const mayUpload: Party[] = [...(caller.permissions.has('tax.exchange') ? ['tax' as const] : []), ...(caller.permissions.has('finance.order') ? ['finance' as const] : [])];
    return exchangePage(kit, await this.exchange.imports(caller, null, query), { mayUpload, ...refused });
  }

  async one(kit: Kit, caller: Caller, id: string, query: PageQueryDto, repeated: boolean): Promise<PageAnswer> {
    const page = await this.exchange.rejections(caller, id, query);
    return importPage(kit, await this.exchange.import(caller, id), { items: page.items.map((rejection) => told(this.texts, kit.context.language, rejection)), next: page.next }, repeated);
  }

  /** A batch that is refused as a whole is told at its form; a refused request of any other kind is not ours to tell. */
  async take(kit: Kit, caller: Caller, party: Party, req: IncomingMessage): Promise<PageAnswer> {
    let typed = '';
    try {
      const { bytes, year } = await wholeFile(req, BATCH_BYTES, (fields) => { typed = fields.year ?? ''; });
      typed = year ?? '';
      const { id, repeated } = await this.receiving.run(caller, party, yearOf(year), bytes);
      return { redirectTo: `/exchange/${id}${repeated ? '?repeated=yes' : ''}` };
    } catch (error) {
      const fault = error instanceof DomainError ? this.faultOf(kit, error) : null;
      if (fault === null) throw error;
      return this.list(kit, caller, {}, { faults: [fault], at: party, year: typed });
    }
  }

  private faultOf(kit: Kit, { code, params }: DomainError): FormFault | null {
    if (code === 'input.invalid') return { field: 'year', text: kit.t('askYearNumber') };
    if (code === 'upload.file_missing' || code === 'upload.file_empty') return { field: 'file', text: kit.t('askFile') };
    if (code === 'upload.file_too_large') return { field: 'file', text: kit.t('fileTooLarge') };
    if (!code.startsWith('collection.batch.')) return null;
    return { field: code === 'collection.batch.other_year' ? 'year' : 'file', text: sentenceOf(this.texts, kit.context.language, code, params) ?? code };
  }
}
