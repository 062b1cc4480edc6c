import { Controller, Get, Header, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { Produces, requestView, type ListPage } from '../../../platform/http/index.js';
import type { SealedCopy } from '../app/content.js';
import { PrintCertificate } from '../app/print-certificate.query.js';
import { ReadDeterminations } from '../app/read-determinations.query.js';
import type { Determination, DeterminationHead } from '../infra/determination.repository.js';
import { DeterminationsQueryDto } from './determinations.dto.js';
import { copySchema, determinationSchema, determinationsSchema } from './determinations.schema.js';

const PDF = 'application/pdf';

/** 审核认定书 */
@ApiTags('determinations')
@Controller('api/v1/determinations')
export class DeterminationsController {
  constructor(
    private readonly determinations: ReadDeterminations,
    private readonly printing: PrintCertificate,
  ) {}

  @Get()
  @Requires('determinations.read')
  @ApiOperation({ operationId: 'listDeterminations', summary: 'Determinations in your scope, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: determinationsSchema })
  list(@TheCaller() caller: Caller, @Query() query: DeterminationsQueryDto): Promise<ListPage<DeterminationHead>> {
    return this.determinations.list(caller, { baseYear: query.year === undefined ? null : Number(query.year), named: query.named ?? null }, query);
  }

  /** @throws DomainError determinations.determination.not_found */
  @Get(':id')
  @Requires('determinations.read')
  @ApiOperation({ operationId: 'getDetermination', summary: 'One determination with its content and seal' })
  @ApiOkResponse({ description: 'The determination.', schema: determinationSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<Determination> {
    return this.determinations.find(caller, id);
  }

  /** @throws DomainError determinations.determination.not_found */
  @Get(':id/copy')
  @Requires('determinations.read')
  @Header('Content-Disposition', 'attachment; filename="determination.json"')
  @ApiOperation({ operationId: 'getDeterminationCopy', summary: 'The data copy: content, digest and seal, for anybody to verify' })
  @ApiOkResponse({ description: 'The copy.', schema: copySchema })
  async copy(@TheCaller() caller: Caller, @Param('id') id: string): Promise<SealedCopy> {
    return (await this.determinations.find(caller, id)).copy;
  }

  /** @throws DomainError determinations.determination.not_found, determinations.certificate.signs_missing */
  @Get(':id/certificate')
  @Requires('determinations.read')
  @Produces(PDF)
  @ApiOperation({ operationId: 'getCertificate', summary: 'The certificate as a tagged PDF' })
  @ApiOkResponse({ description: 'The file.', content: { [PDF]: { schema: { type: 'string', format: 'binary' } } } })
  async certificate(@TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<StreamableFile> {
    const { name, bytes } = await this.printing.pdf(caller, id, requestView(req, res).language);
    return new StreamableFile(bytes, { type: PDF, disposition: `attachment; filename="${name}"` });
  }
}
