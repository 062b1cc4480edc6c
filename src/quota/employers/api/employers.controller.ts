import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { LimitedAs, type ListPage } from '../../../platform/http/index.js';
import { DecideEmployer } from '../app/decide-employer.command.js';
import { EmployerReach, ReadEmployers } from '../app/read-employers.query.js';
import { RegisterEmployer, type Registered } from '../app/register-employer.command.js';
import type { Employer, EmployerDetail } from '../infra/employer.repository.js';
import { EmployersQueryDto, RefusalDto, RegistrationDto, VerificationDto } from './employers.dto.js';
import { employerSchema, employersSchema, registeredSchema } from './employers.schema.js';

@ApiTags('employers')
@Controller('api/v1/employers')
export class EmployersController {
  constructor(
    private readonly employers: ReadEmployers,
    private readonly registering: RegisterEmployer,
    private readonly deciding: DecideEmployer,
  ) {}

  /** @throws DomainError input.invalid, members.region.unknown, employers.uscc.already_registered */
  @Post()
  @Public()
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'registerEmployer', summary: 'Register an employer; the code makes the account of its first clerk' })
  @ApiCreatedResponse({ description: 'Registered, to be verified by an officer.', schema: registeredSchema })
  register(@Body() body: RegistrationDto): Promise<Registered> {
    return this.registering.run(body);
  }

  @Get()
  @Requires('employers.read')
  @ApiOperation({ operationId: 'listEmployers', summary: 'Employers in your scope, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: employersSchema })
  list(@TheCaller() caller: Caller, @Query() query: EmployersQueryDto): Promise<ListPage<Employer>> {
    return this.employers.list(caller, query.status ?? null, query.q ?? null, query);
  }

  /** @throws DomainError employers.employer.not_found */
  @Get(':id')
  @Requires('employers.read')
  @ApiOperation({ operationId: 'getEmployer', summary: 'One employer' })
  @ApiOkResponse({ description: 'The employer.', schema: employerSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<EmployerDetail> {
    return this.employers.find(caller, id);
  }

  /** @throws DomainError employers.employer.* */
  @Post(':id/verify')
  @HttpCode(204)
  @Requires('employers.decide')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'verifyEmployer', summary: 'Verify a registration' })
  @ApiNoContentResponse({ description: 'Verified; its clerks are told.' })
  verify(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: VerificationDto): Promise<void> {
    return this.deciding.verify(caller, id, version);
  }

  /** @throws DomainError employers.employer.* */
  @Post(':id/refuse')
  @HttpCode(204)
  @Requires('employers.decide')
  @Within(EmployerReach)
  @ApiOperation({ operationId: 'refuseEmployer', summary: 'Refuse a registration with a reason' })
  @ApiNoContentResponse({ description: 'Refused; its clerks are told.' })
  refuse(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, reason, note }: RefusalDto): Promise<void> {
    return this.deciding.refuse(caller, id, version, { reason, note: note ?? null });
  }
}
