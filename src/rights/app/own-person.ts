import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { PersonData } from '../../people/files/index.js';
import type { Person } from '../../people/registry/index.js';
import type { Caller } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

/** The person whose rights the caller uses: itself, or its ward. */
@Injectable()
export class OwnPerson {
  constructor(private readonly people: PersonData) {}

  /** @throws DomainError rights.file.not_found where no file is connected with the account */
  async demand(tx: Tx, { scope }: Caller): Promise<Person> {
    const person = await this.people.own(tx, scope);
    if (person === null) throw new DomainError('rights.file.not_found');
    return person;
  }
}
