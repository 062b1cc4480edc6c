import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import { ChangeFile } from '../app/change-file.command.js';
import { CreateFile } from '../app/create-file.command.js';
import { FileReach, ReadFiles, type FileLine, type FileView } from '../app/read-files.query.js';
import { AssignDto, CloseDto, FileChangeDto, FilesQueryDto, LinkDto, LookUpDto, NewFileDto } from './files.dto.js';
import { createdSchema, fileSchema, filesSchema } from './files.schema.js';
import { certificateOf, newFileOf } from './inputs.js';

@ApiTags('files')
@Controller('api/v1/files')
export class FilesController {
  constructor(
    private readonly files: ReadFiles,
    private readonly creating: CreateFile,
    private readonly changing: ChangeFile,
  ) {}

  @Get()
  @Requires('files.read')
  @ApiOperation({ operationId: 'listFiles', summary: 'Files in your scope, the latest first, masked' })
  @ApiOkResponse({ description: 'A page.', schema: filesSchema })
  list(@TheCaller() caller: Caller, @Query() query: FilesQueryDto): Promise<ListPage<FileLine>> {
    return this.files.list(caller, query.region === undefined ? null : regionCode(query.region), query);
  }

  /** @throws DomainError registry.*, members.region.*, files.region.outside_scope */
  @Post()
  @Requires('files.create')
  @ApiOperation({ operationId: 'createFile', summary: 'Open the file of a person: one person, one file' })
  @ApiCreatedResponse({ description: 'Its id.', schema: createdSchema })
  async create(@TheCaller() caller: Caller, @Body() body: NewFileDto): Promise<{ readonly id: string }> {
    return { id: await this.creating.run(caller, newFileOf(body)) };
  }

  /** @throws DomainError files.file.not_found */
  @Post('look-up')
  @HttpCode(200)
  @Requires('files.look_up')
  @ApiOperation({ operationId: 'lookUpFile', summary: 'Find a file in your scope by citizen id' })
  @ApiOkResponse({ description: 'Its id.', schema: createdSchema })
  async lookUp(@TheCaller() caller: Caller, @Body() { citizenId }: LookUpDto): Promise<{ readonly id: string }> {
    return { id: await this.files.lookUp(caller, citizenId) };
  }

  /** @throws DomainError files.file.not_found */
  @Get(':id')
  @Requires('files.read')
  @ApiOperation({ operationId: 'getFile', summary: 'One file, masked. The look is kept with it' })
  @ApiOkResponse({ description: 'The file.', schema: fileSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<FileView> {
    return this.files.find(caller, id);
  }

  /** @throws DomainError files.file.*, registry.*, files.phone.malformed */
  @Patch(':id')
  @HttpCode(204)
  @Requires('files.change')
  @Within(FileReach)
  @ApiOperation({ operationId: 'changeFile', summary: 'Change name, contact or certificate' })
  @ApiNoContentResponse({ description: 'Changed.' })
  change(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, name, phone, address, preferred, certificate }: FileChangeDto): Promise<void> {
    return this.changing.change(caller, id, version, { name, phone, address, preferred, certificate: certificate && certificateOf(certificate) });
  }

  /** @throws DomainError files.file.*, files.account.role_missing */
  @Post(':id/assign')
  @HttpCode(204)
  @Requires('files.assign')
  @Within(FileReach)
  @ApiOperation({ operationId: 'assignFile', summary: 'Hand the case to a counselor' })
  @ApiNoContentResponse({ description: 'Handed over.' })
  assign(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, counselorId }: AssignDto): Promise<void> {
    return this.changing.assign(caller, id, version, counselorId);
  }

  /** @throws DomainError files.file.*, files.account.role_missing, registry.account.already_linked */
  @Post(':id/link')
  @HttpCode(204)
  @Requires('files.link')
  @Within(FileReach)
  @ApiOperation({ operationId: 'linkFile', summary: 'Connect the file with the account of the person' })
  @ApiNoContentResponse({ description: 'Connected: the person sees its file.' })
  link(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, accountId }: LinkDto): Promise<void> {
    return this.changing.link(caller, id, version, accountId);
  }

  /** @throws DomainError files.file.* */
  @Post(':id/close')
  @HttpCode(204)
  @Requires('files.change')
  @Within(FileReach)
  @ApiOperation({ operationId: 'closeFile', summary: 'Close a file; it is anonymised when its time of keeping is over' })
  @ApiNoContentResponse({ description: 'Closed.' })
  close(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, reason }: CloseDto): Promise<void> {
    return this.changing.close(caller, id, version, reason);
  }
}
