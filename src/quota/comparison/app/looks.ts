import { Injectable } from '@nestjs/common';
import { RegistryPeople } from '../../../people/registry/index.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import type { Tx } from '../../../platform/database/index.js';

/** Notes who looked at whose data, under the person's own file where there is one: there the person reads it. */
@Injectable()
export class Looks {
  constructor(
    private readonly people: RegistryPeople,
    private readonly audit: Audit,
  ) {}

  async note(tx: Tx, caller: Caller, registryPersonIds: readonly string[], fields: readonly string[], purpose: string): Promise<void> {
    const files = await this.people.filesOf(tx, registryPersonIds);
    const subjects = [...new Set(registryPersonIds)].map((id) => {
      const file = files.get(id);
      return file === undefined ? { kind: 'registry_person', id } : { kind: 'person', id: file };
    });
    await this.audit.reads(tx, caller, { subjects, fields, purpose, reason: null });
  }
}
