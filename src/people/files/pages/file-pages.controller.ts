import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { FilesQueryDto, LookUpDto, NewFileDto } from '../api/files.dto.js';
import { newFileOf } from '../api/inputs.js';
import { CreateFile } from '../app/create-file.command.js';
import { FileParties } from '../app/file-parties.query.js';
import { ReadFiles } from '../app/read-files.query.js';
import { fileWords, lookUpWords } from './form-words.js';
import { FileForm, LookUpForm } from './forms.js';
import { fileActs, fileDones, filePage, filesPage, newFilePage, type Sought } from './views/file-pages.js';
import { kitOf, type Kit } from './views/kit.js';

const NEEDED = { change: 'files.change', assign: 'files.assign', link: 'files.link', close: 'files.change' } as const;

/** Files of people: list, look-up, one file, a new one. */
@Controller()
export class FilePagesController {
  constructor(
    private readonly files: ReadFiles,
    private readonly creating: CreateFile,
    private readonly parties: FileParties,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get('files')
  @Requires('files.read')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: FilesQueryDto): Promise<PageAnswer> {
    return this.listed(context, caller, query, { typed: '', faults: [] });
  }

  /** A number goes in a body and leads to the file, so that it stands in no address. */
  @Post('files/look-up')
  @Requires('files.look_up')
  @Page()
  lookUp(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: LookUpForm): Promise<PageAnswer> {
    return this.forms.attempt(context, lookUpWords(this.kit(context)), async () => {
      const { citizenId } = await this.forms.read(LookUpDto, form);
      return { redirectTo: `/files/${await this.files.lookUp(caller, citizenId).catch(notFoundHere)}` };
    }, (faults) => this.listed(context, caller, {}, { typed: form.citizenId ?? '', faults }));
  }

  @Get('open-file')
  @Requires('files.create')
  @Page()
  ask(@Context() context: PageContext): PageAnswer {
    return newFilePage(this.kit(context), {}, []);
  }

  @Post('open-file')
  @Requires('files.create')
  @Page()
  create(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: FileForm): Promise<PageAnswer> {
    return this.forms.attempt(context, fileWords(this.kit(context)), async () => {
      const { certificate: number, regionCode = '', ...rest } = form;
      const input = await this.forms.read(NewFileDto, { ...rest, regionCode: placeCodeTyped(regionCode, this.policy.regions) ?? '', ...(number?.trim() ? { certificate: { number } } : {}) });
      return { redirectTo: `/files/${await this.creating.run(caller, newFileOf(input))}?done=created` };
    }, (faults) => newFilePage(this.kit(context), form, faults));
  }

  /** @throws DomainError files.file.not_found */
  @Get('files/:id')
  @Requires('files.read')
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') asked: unknown): Promise<PageAnswer> {
    const file = await this.files.find(caller, id);
    return filePage(this.kit(context), file, {
      counselorName: await this.parties.counselorName(file.counselorId),
      mayReveal: caller.permissions.has('files.reveal'),
      acts: fileActs.filter((act) => caller.permissions.has(NEEDED[act])),
      done: fileDones.find((word) => word === asked) ?? null,
    });
  }

  private async listed(context: PageContext, caller: Caller, query: FilesQueryDto, sought: Sought): Promise<PageAnswer> {
    const page = await this.files.list(caller, null, query);
    return filesPage(this.kit(context), { page, sought, own: caller.scope.kind === 'self' || caller.scope.kind === 'ward', mayCreate: caller.permissions.has('files.create'), mayExport: caller.permissions.has('files.export'), mayLookUp: caller.permissions.has('files.look_up') });
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}

/** Nothing was found by what was typed: that is told at its field, with what was typed. */
function notFoundHere(error: unknown): never {
  if (error instanceof DomainError && error.code === 'files.file.not_found') throw new DomainError('input.invalid', {}, [{ pointer: '/citizenId', code: error.code }]);
  throw error;
}
