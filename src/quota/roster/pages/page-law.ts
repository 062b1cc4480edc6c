import { Inject, Injectable } from '@nestjs/common';
import { PolicyBook } from '../../../policy/index.js';
import { CurrentSimulator, type Law } from '../../levy/index.js';

/** What the pages of a roster judge the facts of the employer by. */
@Injectable()
export class RosterPageLaw {
  constructor(
    @Inject(CurrentSimulator) private readonly simulators: CurrentSimulator,
    @Inject(PolicyBook) private readonly book: PolicyBook,
  ) {}

  get(): Law {
    return { simulator: this.simulators.get(), regions: this.book.regions };
  }
}
