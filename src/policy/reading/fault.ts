import { DomainError, type TextParams } from '../../kernel/domain-error.js';
import { say, type TextVariant } from '../../kernel/texts.js';
import { policyErrorTexts, type PolicyErrorCode } from '../texts.js';

/** One mistake in a policy file: where it stands and what it is. Lines and columns count from 1. */
export type PolicyFault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: PolicyErrorCode;
  readonly params: TextParams;
};

/** `file:line:column` and the sentence that says what is wrong and what to do. */
export const tellFault = (fault: PolicyFault, variant: TextVariant): string =>
  `${fault.file}:${fault.line}:${fault.column} ${say(policyErrorTexts, variant, fault.code, fault.params)}`;

/** The policy folder cannot be used: every mistake found, none hidden behind the first. */
export class PolicyDataError extends DomainError {
  constructor(readonly faults: readonly PolicyFault[]) {
    super('policy.data_invalid', { count: faults.length });
    this.name = 'PolicyDataError';
    this.message = [`policy.data_invalid (${faults.length})`, ...faults.map((fault) => tellFault(fault, 'en'))].join('\n');
  }
}
