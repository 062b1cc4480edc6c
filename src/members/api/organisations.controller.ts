import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { regionCode } from '../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import type { ListPage } from '../../platform/http/index.js';
import { KeepOrganisation } from '../app/keep-organisation.command.js';
import { OrganisationReach, ReadOrganisations } from '../app/read-organisations.query.js';
import type { Organisation } from '../infra/organisation.repository.js';
import { NewOrganisationDto, OrganisationNameDto, OrganisationsQueryDto } from './members.dto.js';
import { createdSchema, organisationSchema, organisationsSchema } from './members.schema.js';

@ApiTags('members')
@Controller('api/v1/organisations')
export class OrganisationsController {
  constructor(
    private readonly organisations: ReadOrganisations,
    private readonly keep: KeepOrganisation,
  ) {}

  @Get()
  @Requires('organisations.read')
  @ApiOperation({ operationId: 'listOrganisations', summary: 'Organisations in your scope, by name' })
  @ApiOkResponse({ description: 'A page.', schema: organisationsSchema })
  list(@TheCaller() caller: Caller, @Query() query: OrganisationsQueryDto): Promise<ListPage<Organisation>> {
    return this.organisations.list(caller, { kind: query.kind, region: query.region === undefined ? undefined : regionCode(query.region) }, query);
  }

  /** @throws DomainError members.organisation.not_found */
  @Get(':id')
  @Requires('organisations.read')
  @ApiOperation({ operationId: 'getOrganisation', summary: 'One organisation' })
  @ApiOkResponse({ description: 'The organisation.', schema: organisationSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<Organisation> {
    return this.organisations.find(caller, id);
  }

  /** @throws DomainError members.region.*, members.organisation.* */
  @Post()
  @Requires('organisations.create')
  @ApiOperation({ operationId: 'createOrganisation', summary: 'Enter an organisation' })
  @ApiCreatedResponse({ description: 'Its id.', schema: createdSchema })
  async create(@TheCaller() caller: Caller, @Body() { kind, name, regionCode: region, parentId }: NewOrganisationDto): Promise<{ readonly id: string }> {
    return { id: await this.keep.create(caller, { kind, name, regionCode: region, parentId: parentId ?? null }) };
  }

  /** @throws DomainError members.organisation.not_found, members.organisation.stale */
  @Patch(':id')
  @Requires('organisations.change')
  @Within(OrganisationReach)
  @ApiOperation({ operationId: 'renameOrganisation', summary: 'Change the name of an organisation' })
  @ApiOkResponse({ description: 'As it is now.', schema: organisationSchema })
  rename(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { name, version }: OrganisationNameDto): Promise<Organisation> {
    return this.keep.rename(caller, id, name, version);
  }
}
