import { Controller, Get, Header, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ProducesAnything, Upload } from '../../../platform/http/index.js';
import { Context, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { DeclarationReach } from '../../filing/index.js';
import { receivePaper } from '../api/inputs.js';
import { PaperFields } from '../api/paper-fields.js';
import { Papers } from '../app/papers.command.js';
import { ReadCorrespondence } from '../app/read-correspondence.query.js';
import { LinesForm } from './forms.js';
import { ReviewParts } from './review-parts.js';
import { wordsOf } from './views/kit.js';
import { paperPage } from './views/letter-pages.js';

/** 证明材料 of one line: given, opened, taken back. */
@Controller('filings/:id/papers/:lineId')
export class PaperPagesController {
  constructor(
    private readonly parts: ReviewParts,
    private readonly letters: ReadCorrespondence,
    private readonly papers: Papers,
    private readonly fields: PaperFields,
  ) {}

  /** @throws DomainError review.line.not_found */
  @Get()
  @Requires('filings.papers')
  @Within(DeclarationReach)
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Query() { done }: LinesForm): Promise<PageAnswer> {
    return this.shown(context, caller, id, lineId, done === 'yes', '', []);
  }

  @Post()
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Upload()
  @Page()
  add(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Req() req: Request): Promise<PageAnswer> {
    const kit = this.parts.kit(context);
    let chosen = '';
    return this.parts.forms.attempt(context, wordsOf(kit, 'file'), async () => {
      try {
        const { name, bytes, need } = await receivePaper(req, (given) => { chosen = given.need ?? ''; });
        chosen = need ?? '';
        await this.papers.add(caller, id, { ...(await this.fields.read({ lineId, need })), name, bytes });
        return { redirectTo: `/filings/${id}/papers/${lineId}?done=yes` };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        if (error.code === 'upload.file_missing' || error.code === 'upload.file_empty') return this.shown(context, caller, id, lineId, false, chosen, [{ field: 'file', text: kit.t('askFile') }]);
        if (error.code === 'upload.file_too_large') return this.shown(context, caller, id, lineId, false, chosen, [{ field: 'file', text: kit.t('fileTooLarge') }]);
        throw error;
      }
    }, (faults) => this.shown(context, caller, id, lineId, false, chosen, faults));
  }

  /** @throws DomainError review.paper.not_found */
  @Get(':paperId')
  @Requires('filings.papers')
  @Within(DeclarationReach)
  @ApiExcludeEndpoint()
  @ProducesAnything()
  @Header('Cache-Control', 'no-store')
  async open(@TheCaller() caller: Caller, @Param('id') id: string, @Param('paperId') paperId: string): Promise<StreamableFile> {
    const { file, bytes } = await this.papers.open(caller, id, paperId);
    return new StreamableFile(bytes, { type: file.mediaType, disposition: 'attachment; filename="paper"' });
  }

  /** @throws DomainError review.paper.* */
  @Post(':paperId/remove')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  async remove(@TheCaller() caller: Caller, @Param('id') id: string, @Param('lineId') lineId: string, @Param('paperId') paperId: string): Promise<PageAnswer> {
    await this.papers.remove(caller, id, paperId);
    return { redirectTo: `/filings/${id}/papers/${lineId}` };
  }

  private async shown(context: PageContext, caller: Caller, id: string, lineId: string, done: boolean, chosen: string, faults: readonly FormFault[]): Promise<PageAnswer> {
    return paperPage(this.parts.kit(context), { ...(await this.letters.paperLine(caller, id, lineId)), scope: caller.scope, mayWrite: caller.permissions.has('filings.write'), done, chosen, faults });
  }
}
