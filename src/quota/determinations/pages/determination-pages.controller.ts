import { Controller, Get, Header, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { Clock } from '../../../kernel/clock.js';
import { yearOf } from '../../../kernel/local-date.js';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { Produces, requestView } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { DeterminationsQueryDto } from '../api/determinations.dto.js';
import { PrintCertificate } from '../app/print-certificate.query.js';
import { ReadDeterminations } from '../app/read-determinations.query.js';
import { listWords } from './form-words.js';
import { ListForm } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { certificatePage, determinationsPage, statementPage } from './views/determination-pages.js';

const PDF = 'application/pdf';
/** So many years back the list can be narrowed to. */
const YEARS = 6;

/** 审核认定书, for the employer and for the federation: the same pages. */
@Controller('determinations')
export class DeterminationPagesController {
  constructor(
    private readonly determinations: ReadDeterminations,
    private readonly printing: PrintCertificate,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('determinations.read')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: ListForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    const thisYear = yearOf(this.clock.today());
    const years = Array.from({ length: YEARS }, (_, back) => thisYear - back);
    return this.forms.attempt(context, listWords(kit), async () => {
      const { year, named } = await this.forms.read(DeterminationsQueryDto, { ...query });
      const page = await this.determinations.list(caller, { baseYear: year === undefined ? null : Number(year), named: named ?? null }, query);
      return determinationsPage(kit, page, { typed: query, faults: [], years });
    }, (faults) => determinationsPage(kit, { items: [], next: null }, { typed: query, faults, years }));
  }

  /** @throws DomainError determinations.determination.not_found */
  @Get(':id')
  @Requires('determinations.read')
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return certificatePage(this.kit(context), await this.determinations.find(caller, id));
  }

  /** @throws DomainError determinations.determination.not_found */
  @Get(':id/statement')
  @Requires('determinations.read')
  @Page()
  async statement(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return statementPage(this.kit(context), await this.determinations.find(caller, id));
  }

  /** @throws DomainError determinations.determination.not_found, determinations.certificate.signs_missing */
  @Get(':id/certificate.pdf')
  @Requires('determinations.read')
  @ApiExcludeEndpoint()
  @Produces(PDF, 'text/html')
  @Header('Cache-Control', 'no-store')
  async pdf(@TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<StreamableFile> {
    const { name, bytes } = await this.printing.pdf(caller, id, requestView(req, res).language);
    return new StreamableFile(bytes, { type: PDF, disposition: `attachment; filename="${name}"` });
  }

  /** @throws DomainError determinations.determination.not_found */
  @Get(':id/copy.json')
  @Requires('determinations.read')
  @ApiExcludeEndpoint()
  @Produces('application/json', 'text/html')
  @Header('Cache-Control', 'no-store')
  async copy(@TheCaller() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { copy } = await this.determinations.find(caller, id);
    const name = `determination-${copy.content.baseYear}-${copy.content.code}.json`;
    return new StreamableFile(Buffer.from(`${JSON.stringify(copy, null, 2)}\n`), { type: 'application/json', disposition: `attachment; filename="${name}"` });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
