import { Injectable } from '@nestjs/common';
import { CreditObjections } from '../app/credit-objections.command.js';
import { CreditRecords } from '../app/credit-records.command.js';
import { ExportCredit } from '../app/export-credit.query.js';
import { ReadCredit } from '../app/read-credit.query.js';
import { Reconcile } from '../app/reconcile.query.js';

/** What the pages of monitors and keepers rest on. */
@Injectable()
export class OversightParts {
  constructor(
    readonly reconciling: Reconcile,
    readonly records: ReadCredit,
    readonly keeping: CreditRecords,
    readonly objecting: CreditObjections,
    readonly exporting: ExportCredit,
  ) {}
}
