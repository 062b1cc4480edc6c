import { Injectable } from '@nestjs/common';
import { AcceptFiling } from './accept-filing.command.js';
import { CorrectDetermination } from './correct-determination.command.js';
import { DecideLines } from './decide-lines.command.js';
import { FinishCheck } from './finish-check.command.js';
import { Objections } from './objections.command.js';
import { ReturnFiling } from './return-filing.command.js';

/** What whoever checks can do. */
@Injectable()
export class ReviewCommands {
  constructor(
    readonly accepting: AcceptFiling,
    readonly lines: DecideLines,
    readonly finishing: FinishCheck,
    readonly returning: ReturnFiling,
    readonly objections: Objections,
    readonly correcting: CorrectDetermination,
  ) {}
}
