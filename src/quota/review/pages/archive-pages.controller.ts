import { Body, Controller, Get, Header, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ProducesAnything } from '../../../platform/http/index.js';
import { Context, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { declarationStates, DeclarationReach } from '../../filing/index.js';
import { SeenReviewDto } from '../api/reviews.dto.js';
import { ArchiveFiling } from '../app/archive-filing.command.js';
import { StepForm } from './forms.js';
import { ReviewParts } from './review-parts.js';
import { wordsOf } from './views/kit.js';
import { archivePage } from './views/step-pages.js';

/** 归档 */
@Controller('reviews/:id/archive')
export class ArchivePagesController {
  constructor(
    private readonly parts: ReviewParts,
    private readonly archiving: ArchiveFiling,
  ) {}

  @Get()
  @Requires('reviews.archive')
  @Within(DeclarationReach)
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.shown(context, caller, id, []);
  }

  @Post()
  @Requires('reviews.archive')
  @Within(DeclarationReach)
  @Page()
  archive(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: StepForm): Promise<PageAnswer> {
    return this.parts.forms.attempt(context, wordsOf(this.parts.kit(context), 'version'), async () => {
      const { version } = await this.parts.forms.read(SeenReviewDto, { version: Number(form.version) });
      await this.archiving.run(caller, id, version);
      return { redirectTo: `/reviews/${id}/archive` };
    }, (faults) => this.shown(context, caller, id, faults));
  }

  /** @throws DomainError review.archive.not_found */
  @Get('bundle')
  @Requires('reviews.archive')
  @Within(DeclarationReach)
  @ApiExcludeEndpoint()
  @ProducesAnything()
  @Header('Cache-Control', 'no-store')
  async bundle(@TheCaller() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { file, bytes } = await this.archiving.open(caller, id);
    return new StreamableFile(bytes, { type: file.mediaType, disposition: `attachment; filename="${file.name}"` });
  }

  private async shown(context: PageContext, caller: Caller, id: string, faults: readonly FormFault[]): Promise<PageAnswer> {
    const shown = await this.parts.reviews.one(caller, id);
    const check = shown.head.state === 'archived' ? await this.archiving.verify(caller, id) : null;
    return archivePage(this.parts.kit(context), { shown, typed: {}, faults }, check, declarationStates.actsOf(shown.head.state).includes('archive') && !shown.isCorrection);
  }
}
