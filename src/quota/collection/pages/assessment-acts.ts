import { Injectable } from '@nestjs/common';
import { Awards } from '../app/awards.js';
import { CreditRecords } from '../app/credit-records.command.js';
import { FinanceOrders } from '../app/finance-orders.command.js';

/** What can be done on the page of an assessment. */
@Injectable()
export class AssessmentActs {
  constructor(
    readonly orders: FinanceOrders,
    readonly awards: Awards,
    readonly credits: CreditRecords,
  ) {}
}
