import { Global, Injectable, Module } from '@nestjs/common';
import { Caseload } from './members/index.js';
import { FilesModule, PersonData } from './people/files/index.js';
import type { Scope } from './platform/access/index.js';
import type { Tx } from './platform/database/index.js';

/** The cases of counselors for sign-in. It stands above both rooms, so that neither knows the other. */
@Injectable()
export class FiledCases extends Caseload {
  constructor(private readonly people: PersonData) {
    super();
  }

  holds(tx: Tx, scope: Scope, accountId: string): Promise<boolean> {
    return this.people.holdsAccount(tx, scope, accountId);
  }
}

@Global()
@Module({ imports: [FilesModule], providers: [{ provide: Caseload, useClass: FiledCases }], exports: [Caseload] })
export class CaseloadModule {}
