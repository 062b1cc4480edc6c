import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../../kernel/domain-error.js';
import { localDate } from '../../../kernel/local-date.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, type ListPage } from '../../../platform/http/index.js';
import { CorrectEmployer } from '../app/correct-employer.command.js';
import { DeclareHeadcounts } from '../app/declare-headcounts.command.js';
import { KeepBranches } from '../app/keep-branches.command.js';
import { KeepContacts } from '../app/keep-contacts.command.js';
import { ReadEmployerFile, type EmployerFile } from '../app/read-employer-file.query.js';
import { EmployerReach } from '../app/read-employers.query.js';
import { contactRoles, type ContactRole } from '../domain/contact-roles.js';
import type { YearOfStaff } from '../domain/headcounts.js';
import type { HistoryEntry } from '../infra/employer-file.repository.js';
import { BranchDto, ClosingDto, ContactDto, EmployerFactsDto, HeadcountsDto, YearQueryDto } from './employer-file.dto.js';
import { createdSchema, employerFileSchema, headcountsSchema, historySchema } from './employers.schema.js';
import { correctionOf } from './inputs.js';

function roleOf(text: string): ContactRole {
  const role = contactRoles.find((one) => one === text);
  if (role === undefined) throw new DomainError('employers.contact.not_found');
  return role;
}

/** 一企一档: what is known of one employer, and its history. */
@ApiTags('employers')
@Controller('api/v1/employers/:id')
export class EmployerFileController {
  constructor(
    private readonly files: ReadEmployerFile,
    private readonly correcting: CorrectEmployer,
    private readonly contacts: KeepContacts,
    private readonly branches: KeepBranches,
    private readonly headcounts: DeclareHeadcounts,
  ) {}

  /** @throws DomainError employers.employer.not_found */
  @Get('file')
  @Requires('employers.read')
  @ApiOperation({ operationId: 'getEmployerFile', summary: 'The whole file: facts, liability, contacts, branches, what was merged into it' })
  @ApiOkResponse({ description: 'The file.', schema: employerFileSchema })
  file(@TheCaller() caller: Caller, @Param('id') id: string): Promise<EmployerFile> {
    return this.files.file(caller, id);
  }

  /** @throws DomainError employers.employer.not_found */
  @Get('history')
  @Requires('employers.read')
  @ApiOperation({ operationId: 'listEmployerHistory', summary: 'What changed in the file, since when and by whom, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: historySchema })
  history(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<ListPage<HistoryEntry>> {
    return this.files.history(caller, id, query);
  }

  /** @throws DomainError employers.employer.*, employers.change.* */
  @Patch('facts')
  @HttpCode(204)
  @Requires('employers.correct')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'correctEmployer', summary: 'Correct what the file says' })
  @ApiNoContentResponse({ description: 'Corrected; the history keeps what stood there.' })
  correct(@TheCaller() caller: Caller, @Param('id') id: string, @Body() body: EmployerFactsDto): Promise<void> {
    return this.correcting.run(caller, id, correctionOf(body));
  }

  /** @throws DomainError employers.employer.*, employers.contact.* */
  @Put('contacts/:role')
  @HttpCode(204)
  @Requires('employers.keep')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'putEmployerContact', summary: 'Say whom to call', description: `\`role\` is one of ${contactRoles.join(', ')}.` })
  @ApiNoContentResponse({ description: 'Kept.' })
  putContact(@TheCaller() caller: Caller, @Param('id') id: string, @Param('role') role: string, @Body() { name, phone }: ContactDto): Promise<void> {
    return this.contacts.put(caller, id, { role: roleOf(role), name: name ?? null, phone: phone ?? null });
  }

  /** @throws DomainError employers.employer.*, employers.contact.not_found */
  @Delete('contacts/:role')
  @HttpCode(204)
  @Requires('employers.keep')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'removeEmployerContact', summary: 'Take a contact out of the file' })
  @ApiNoContentResponse({ description: 'Removed.' })
  removeContact(@TheCaller() caller: Caller, @Param('id') id: string, @Param('role') role: string): Promise<void> {
    return this.contacts.remove(caller, id, roleOf(role));
  }

  /** @throws DomainError employers.employer.*, employers.establishment.* */
  @Post('branches')
  @Requires('employers.keep')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'addEmployerBranch', summary: 'Enter a branch' })
  @ApiCreatedResponse({ description: 'Its id.', schema: createdSchema })
  async addBranch(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { name, uscc, regionCode, openedOn }: BranchDto): Promise<{ readonly id: string }> {
    return { id: await this.branches.add(caller, id, { name, uscc: uscc ?? null, regionCode, openedOn: openedOn === undefined ? null : localDate(openedOn) }) };
  }

  /** @throws DomainError employers.employer.*, employers.establishment.* */
  @Post('branches/:branchId/close')
  @HttpCode(204)
  @Requires('employers.keep')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'closeEmployerBranch', summary: 'Close a branch; it stays on file' })
  @ApiNoContentResponse({ description: 'Closed.' })
  closeBranch(@TheCaller() caller: Caller, @Param('id') id: string, @Param('branchId') branchId: string, @Body() { closedOn }: ClosingDto): Promise<void> {
    return this.branches.close(caller, id, branchId, localDate(closedOn));
  }

  /** @throws DomainError employers.employer.not_found */
  @Get('headcounts')
  @Requires('employers.read')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'getEmployerHeadcounts', summary: 'Staff month by month of a year' })
  @ApiOkResponse({ description: 'The year.', schema: headcountsSchema })
  async yearOf(@TheCaller() caller: Caller, @Param('id') id: string, @Query() { year }: YearQueryDto): Promise<{ readonly year: number; readonly staff: YearOfStaff }> {
    const asked = year === undefined ? this.files.lastYear() : Number(year);
    return { year: asked, staff: await this.files.headcounts(caller, id, asked) };
  }

  /** @throws DomainError employers.employer.*, employers.headcount.* */
  @Put('headcounts')
  @HttpCode(204)
  @Requires('employers.keep')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'declareEmployerHeadcounts', summary: 'Declare the staff of the months of a year' })
  @ApiNoContentResponse({ description: 'Declared.' })
  declare(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { year, staff }: HeadcountsDto): Promise<void> {
    return this.headcounts.run(caller, id, year, staff);
  }
}
