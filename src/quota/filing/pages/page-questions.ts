import { Injectable } from '@nestjs/common';
import { FilingReading } from '../app/filing-reading.js';
import { ShowFiling } from '../app/show-filing.query.js';

/** What the pages ask. */
@Injectable()
export class PageQuestions {
  constructor(
    readonly showing: ShowFiling,
    readonly reading: FilingReading,
  ) {}
}
