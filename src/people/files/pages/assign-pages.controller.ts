import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PolicyBook } from '../../../policy/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { AssignDto, LinkDto } from '../api/files.dto.js';
import { ChangeFile } from '../app/change-file.command.js';
import { FileParties } from '../app/file-parties.query.js';
import { FileReach, ReadFiles } from '../app/read-files.query.js';
import { assignWords, linkWords } from './form-words.js';
import { AssignForm, LinkForm } from './forms.js';
import { assignPage, linkPage } from './views/assign-pages.js';
import { kitOf, type Kit } from './views/kit.js';

/** Whose case a file is, and which account is the person's. */
@Controller('files')
export class AssignPagesController {
  constructor(
    private readonly files: ReadFiles,
    private readonly parties: FileParties,
    private readonly changing: ChangeFile,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  /** @throws DomainError files.file.not_found */
  @Get(':id/assign')
  @Requires('files.assign')
  @Within(FileReach)
  @Page()
  askAssign(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.assignForm(context, caller, id, []);
  }

  @Post(':id/assign')
  @Requires('files.assign')
  @Within(FileReach)
  @Page()
  assign(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: AssignForm): Promise<PageAnswer> {
    return this.forms.attempt(context, assignWords(this.kit(context)), async () => {
      const { version, counselorId } = await this.forms.read(AssignDto, { version: Number(form.version), counselorId: form.counselorId });
      await this.changing.assign(caller, id, version, counselorId);
      return { redirectTo: `/files/${id}?done=assigned` };
    }, (faults) => this.assignForm(context, caller, id, faults));
  }

  /** @throws DomainError files.file.not_found */
  @Get(':id/link')
  @Requires('files.link')
  @Within(FileReach)
  @Page()
  askLink(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.linkForm(context, caller, id, []);
  }

  @Post(':id/link')
  @Requires('files.link')
  @Within(FileReach)
  @Page()
  link(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: LinkForm): Promise<PageAnswer> {
    return this.forms.attempt(context, linkWords(this.kit(context)), async () => {
      const { version, accountId } = await this.forms.read(LinkDto, { version: Number(form.version), accountId: form.accountId });
      await this.changing.link(caller, id, version, accountId);
      return { redirectTo: `/files/${id}?done=linked` };
    }, (faults) => this.linkForm(context, caller, id, faults));
  }

  private async assignForm(context: PageContext, caller: Caller, id: string, faults: readonly FormFault[]): Promise<PageAnswer> {
    const file = await this.files.find(caller, id);
    return assignPage(this.kit(context), file, await this.parties.caseworkers(file.regionCode), faults);
  }

  private async linkForm(context: PageContext, caller: Caller, id: string, faults: readonly FormFault[]): Promise<PageAnswer> {
    const file = await this.files.find(caller, id);
    return linkPage(this.kit(context), file, file.name === null ? [] : await this.parties.namesakes(caller, file.name), faults);
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}
