import { Injectable } from '@nestjs/common';
import { RegistryPeople } from '../../../people/registry/index.js';
import { DeclarationRepository } from '../infra/declaration.repository.js';
import { ImportRepository } from '../infra/import.repository.js';
import { StagedRepository } from '../infra/staged.repository.js';

/** What reading a roster file writes to. */
@Injectable()
export class ImportRows {
  constructor(
    readonly imports: ImportRepository,
    readonly staged: StagedRepository,
    readonly people: RegistryPeople,
    readonly declarations: DeclarationRepository,
  ) {}
}
