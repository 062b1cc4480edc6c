import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { DuplicatesRepository } from '../infra/duplicates.repository.js';
import { ReadDuplicates } from './read-duplicates.query.js';

type Params = Readonly<Record<string, string>>;

/** `:id` is a pair of which the caller sees both. */
@Injectable()
export class DuplicateReach extends Reach {
  constructor(private readonly duplicates: ReadDuplicates) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Params): Promise<void> {
    await this.duplicates.find(caller, id);
  }
}

/** `:id` is a merging into an employer that the caller sees. */
@Injectable()
export class MergingReach extends Reach {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duplicates: DuplicatesRepository,
  ) {
    super();
  }

  async demand(caller: Caller, { id = '' }: Params): Promise<void> {
    if (!isUuid(id) || !(await this.duplicates.hasMerging(this.dataSource.manager, caller.scope, id))) throw new DomainError('employers.merge.not_found');
  }
}
