import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { ERROR_TEXTS, sentenceOf, Upload, type ErrorTexts } from '../../../platform/http/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type FormFault, type FormWords, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { ImportDto } from '../api/employer-file.dto.js';
import { beginningOf } from '../api/inputs.js';
import { LARGEST_LIST_BYTES, receiveList } from '../api/receive-list.js';
import { ReadImports } from '../app/read-imports.query.js';
import { StartImport } from '../app/start-import.command.js';
import { ImportsQuery, type ImportForm } from './forms.js';
import { importPage, importsPage } from './views/import-pages.js';
import { kitOf, type Kit } from './views/kit.js';

const MIB = 1_048_576;

/** Lists of the tax register: handed in, followed, and what of them was not taken. */
@Controller('employer-imports')
export class ImportPagesController {
  constructor(
    private readonly imports: ReadImports,
    private readonly starting: StartImport,
    private readonly forms: FormFaults,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('employers.import')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: ImportsQuery): Promise<PageAnswer> {
    return this.overview(context, caller, query, {}, []);
  }

  @Post()
  @Requires('employers.import')
  @Upload()
  @Page()
  async send(@Context() context: PageContext, @TheCaller() caller: Caller, @Req() req: Request): Promise<PageAnswer> {
    const { f } = this.kit(context);
    let typed: ImportForm = {};
    const again = (faults: readonly FormFault[]): Promise<PageAnswer> => this.overview(context, caller, {}, typed, faults);
    const read = (): Promise<ImportDto> => this.forms.read(ImportDto, { source: typed['source'], asOf: dayTyped(typed, 'asOf') });
    try {
      const { fields, file } = await receiveList(req, (given) => { typed = given; });
      typed = fields;
      return await this.forms.attempt(context, this.words(context), async () => {
        const { source, asOf } = await read();
        const { importId, repeated } = await this.starting.run(caller, { file, source, asOf: beginningOf(asOf) });
        if (importId === null) return { redirectTo: '/employer-imports?waiting=yes' };
        return { redirectTo: `/employer-imports/${importId}${repeated ? '?repeated=yes' : ''}` };
      }, again);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, params } = error;
      // All that is missing is told at once.
      if (code === 'upload.file_missing' || code === 'upload.file_empty') {
        const noFile = { field: 'file', text: f('askFile') };
        return this.forms.attempt(context, this.words(context), async () => { await read(); return again([noFile]); }, (faults) => again([...faults, noFile]));
      }
      // What is wrong with the file as such has a status of its own and stands at its field all the same.
      if (!code.startsWith('upload.file_')) throw error;
      return again([{ field: 'file', text: sentenceOf(this.texts, context.language, code, params) ?? code }]);
    }
  }

  /** @throws DomainError employers.import.not_found */
  @Get(':id')
  @Requires('employers.import')
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query() { repeated, ...query }: ImportsQuery): Promise<PageAnswer> {
    return importPage(this.kit(context), await this.imports.find(caller, id), await this.imports.faults(caller, id, query), repeated === 'yes');
  }

  private async overview(context: PageContext, caller: Caller, { waiting, ...query }: ImportsQuery, typed: ImportForm, faults: readonly FormFault[]): Promise<PageAnswer> {
    return importsPage(this.kit(context), {
      page: await this.imports.list(caller, query), typed, faults, waiting: waiting === 'yes', megabytes: Math.floor(LARGEST_LIST_BYTES / MIB), mayMerge: caller.permissions.has('employers.merge'),
    });
  }

  private words(context: PageContext): FormWords {
    const { f } = this.kit(context);
    return { fieldOf: (code) => (code === 'employers.import.as_of_in_future' ? 'asOf' : 'file'), asks: { source: f('askSource'), asOf: f('askAsOf') } };
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
