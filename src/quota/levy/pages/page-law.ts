import { Inject, Injectable } from '@nestjs/common';
import { PolicyBook } from '../../../policy/index.js';
import { CurrentSimulator } from '../app/current-simulator.js';
import type { Law } from './steps/step.js';

/** What the pages judge and compute by: the law of today and the regions. */
@Injectable()
export class PageLaw {
  constructor(
    @Inject(CurrentSimulator) private readonly simulators: CurrentSimulator,
    @Inject(PolicyBook) private readonly book: PolicyBook,
  ) {}

  get(): Law {
    return { simulator: this.simulators.get(), regions: this.book.regions };
  }
}
