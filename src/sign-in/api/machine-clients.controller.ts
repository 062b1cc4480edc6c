import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { NeverKept } from '../../platform/http/index.js';
import { MachineClients, MachineReach } from '../app/machine-clients.js';
import { NewMachineClientDto, NewMachineKeyDto } from './sign-in.dto.js';
import { createdSchema, issuedKeySchema, machineClientsSchema } from './sign-in.schema.js';

/** Programs of other bodies that call the API, and their keys. */
@ApiTags('machine clients')
@Controller('api/v1/machine-clients')
export class MachineClientsController {
  constructor(private readonly clients: MachineClients) {}

  @Get()
  @Requires('machine_keys.manage')
  @ApiOperation({ operationId: 'listMachineClients', summary: 'Programs and their live keys' })
  @ApiOkResponse({ description: 'Keys are named, never shown.', schema: machineClientsSchema })
  async list(@TheCaller() caller: Caller): Promise<object> {
    return { items: await this.clients.list(caller) };
  }

  /** @throws DomainError sign_in.machine_role_not_grantable, sign_in.machine_permission_unknown, sign_in.machine_region_outside */
  @Post()
  @Requires('machine_keys.manage')
  @ApiOperation({ operationId: 'createMachineClient', summary: 'A program with some permissions of a role' })
  @ApiCreatedResponse({ description: 'It has no key yet.', schema: createdSchema })
  async create(@TheCaller() caller: Caller, @Body() { name, role, permissions, regionPrefix, callsPerMinute }: NewMachineClientDto): Promise<object> {
    return { id: await this.clients.create(caller, { name, role, permissions, regionPrefix: regionPrefix ?? null, callsPerMinute }) };
  }

  /** @throws DomainError sign_in.machine_not_found */
  @Delete(':id')
  @HttpCode(204)
  @Requires('machine_keys.manage')
  @Within(MachineReach)
  @ApiOperation({ operationId: 'removeMachineClient', summary: 'End a program and all its keys' })
  @ApiNoContentResponse({ description: 'Ended at once.' })
  async remove(@TheCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.clients.remove(caller, id);
  }

  /** @throws DomainError sign_in.machine_not_found, sign_in.machine_keys_too_many */
  @Post(':id/keys')
  @Requires('machine_keys.manage')
  @Within(MachineReach)
  @NeverKept('a machine key')
  @ApiOperation({ operationId: 'issueMachineKey', summary: 'A further key; two hold while keys are changed' })
  @ApiCreatedResponse({ description: 'The key, shown this once.', schema: issuedKeySchema })
  async issue(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { days }: NewMachineKeyDto): Promise<object> {
    return this.clients.issueKey(caller, id, days);
  }

  /** @throws DomainError sign_in.machine_not_found, sign_in.machine_key_not_found */
  @Delete(':id/keys/:keyId')
  @HttpCode(204)
  @Requires('machine_keys.manage')
  @Within(MachineReach)
  @ApiOperation({ operationId: 'revokeMachineKey', summary: 'End a key' })
  @ApiNoContentResponse({ description: 'Ended at once.' })
  async revoke(@TheCaller() caller: Caller, @Param('id') id: string, @Param('keyId') keyId: string): Promise<void> {
    await this.clients.revokeKey(caller, id, keyId);
  }
}
