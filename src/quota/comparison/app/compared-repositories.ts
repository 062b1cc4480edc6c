import { Injectable } from '@nestjs/common';
import { Doubts } from '../../filing/index.js';
import { ConflictRepository } from '../infra/conflict.repository.js';
import { GatherRepository } from '../infra/gather.repository.js';

/** What a comparison reads of filings and says about them. */
@Injectable()
export class ComparedRepositories {
  constructor(
    readonly gather: GatherRepository,
    readonly conflicts: ConflictRepository,
    readonly doubts: Doubts,
  ) {}
}
