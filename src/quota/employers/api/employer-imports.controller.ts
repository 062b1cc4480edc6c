import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, requestView, Upload, type ListPage } from '../../../platform/http/index.js';
import { rowFaultSentence } from '../../../platform/sheets/index.js';
import { FormFaults } from '../../../ui/index.js';
import { ReadImports } from '../app/read-imports.query.js';
import { StartImport, type StartedImport } from '../app/start-import.command.js';
import type { EmployerImport } from '../infra/imports.repository.js';
import { employersErrorTexts } from '../texts.js';
import { ImportDto } from './employer-file.dto.js';
import { employerImportSchema, employerImportsSchema, importRejectionsSchema, startedImportSchema } from './employers.schema.js';
import { beginningOf } from './inputs.js';
import { receiveList } from './receive-list.js';

/** Lists of the tax register: handed in, followed, and what of them was not taken. */
@ApiTags('employers')
@Controller('api/v1/employer-imports')
export class EmployerImportsController {
  constructor(
    private readonly imports: ReadImports,
    private readonly starting: StartImport,
    private readonly forms: FormFaults,
  ) {}

  /** @throws DomainError upload.*, input.invalid, employers.import.* */
  @Post()
  @HttpCode(202)
  @Requires('employers.import')
  @Upload()
  @ApiOperation({ operationId: 'importEmployers', summary: 'Hand in a list of the tax register, XLSX or CSV', description: 'All of it is taken over or nothing; the same list again changes nothing. Employers outside your region are rejected by row.' })
  @ApiBody({ schema: { type: 'object', required: ['file', 'source', 'asOf'], properties: { file: { type: 'string', format: 'binary' }, source: { type: 'string', maxLength: 60 }, asOf: { type: 'string', format: 'date' } } } })
  @ApiAcceptedResponse({ description: 'It is being loaded.', schema: startedImportSchema })
  async start(@TheCaller() caller: Caller, @Req() req: Request): Promise<StartedImport> {
    const { fields, file } = await receiveList(req, () => undefined);
    const { source, asOf } = await this.forms.read(ImportDto, fields);
    return this.starting.run(caller, { file, source, asOf: beginningOf(asOf) });
  }

  @Get()
  @Requires('employers.import')
  @ApiOperation({ operationId: 'listEmployerImports', summary: 'Lists in your scope, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: employerImportsSchema })
  list(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<EmployerImport>> {
    return this.imports.list(caller, query);
  }

  /** @throws DomainError employers.import.not_found */
  @Get(':id')
  @Requires('employers.import')
  @ApiOperation({ operationId: 'getEmployerImport', summary: 'One list' })
  @ApiOkResponse({ description: 'The list.', schema: employerImportSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<EmployerImport> {
    return this.imports.find(caller, id);
  }

  /** @throws DomainError employers.import.not_found */
  @Get(':id/rejections')
  @Requires('employers.import')
  @ApiOperation({ operationId: 'listEmployerImportRejections', summary: 'Rows of a list that were not taken, with line, column and why' })
  @ApiOkResponse({ description: 'A page.', schema: importRejectionsSchema })
  async rejections(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<ListPage<RowFault & { readonly message: string }>> {
    const { items, next } = await this.imports.faults(caller, id, query);
    const { language } = requestView(req, res);
    return { items: items.map((fault) => ({ ...fault, message: rowFaultSentence(employersErrorTexts, fault, language) })), next };
  }
}
