import { Injectable } from '@nestjs/common';
import { ReadFiling } from './read-filing.query.js';
import { ReadImports } from './read-imports.query.js';
import { ReadLines } from './read-lines.query.js';

/** The questions about one filing. */
@Injectable()
export class FilingReading {
  constructor(
    readonly filings: ReadFiling,
    readonly lines: ReadLines,
    readonly imports: ReadImports,
  ) {}
}
