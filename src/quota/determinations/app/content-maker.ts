import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { chinaDay } from '../../../kernel/clock.js';
import { Accounts } from '../../../members/index.js';
import { SETTINGS, type Settings } from '../../../platform/config/index.js';
import { Seal, type SealSignature } from '../../../platform/crypto/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { canonicalJson, PolicyBook } from '../../../policy/index.js';
import { placeOf, type DeclarationHead } from '../../filing/index.js';
import type { DecidedFiling } from '../../review/index.js';
import { CODE_BASE, CODE_NUMBERS, verificationCode } from '../domain/verification-code.js';
import { CONTENT_FORMAT, contentBytes, contentDigest, withoutPersons, type DeterminationContent } from './content.js';

export type MadeContent = { readonly content: DeterminationContent; /** Canonical JSON. */ readonly text: string; readonly digest: string; readonly seal: SealSignature };

/** Writes what a determination says and puts the seal on it. */
@Injectable()
export class ContentMaker {
  constructor(
    private readonly accounts: Accounts,
    private readonly seal: Seal,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async make(tx: Tx, filing: DecidedFiling, head: DeclarationHead, issued: { readonly number: string; readonly at: Date; readonly supersedes: string | null }): Promise<MadeContent> {
    const code = verificationCode(Array.from({ length: CODE_NUMBERS }, () => randomInt(CODE_BASE)));
    const day = chinaDay(issued.at);
    const place = placeOf(filing.regionCode);
    const remedies = this.policy.find('review.remedies', place, day);
    const content: DeterminationContent = {
      format: CONTENT_FORMAT,
      number: issued.number,
      code,
      outcome: filing.outcome,
      mode: head.mode,
      employer: { name: head.employerName, uscc: head.uscc, kind: head.employerKind },
      regionCode: place,
      baseYear: filing.baseYear,
      versionNumber: filing.versionNumber,
      arranged: filing.arranged,
      declared: { staff: filing.trial?.staff ?? null, required: filing.trial?.required ?? null },
      trial: filing.trial === null ? null : withoutPersons(filing.trial),
      remedies: { ways: remedies?.value ?? null, reference: remedies?.reference ?? null, confirmed: remedies?.confirmed ?? false },
      decidedOn: chinaDay(filing.decidedAt),
      issuedOn: day,
      issuer: await this.issuer(tx, filing),
      supersedes: issued.supersedes,
      verifyAt: `${this.settings.server.publicUrl ?? ''}/verify/${code}`,
    };
    const bytes = contentBytes(content);
    return { content, text: canonicalJson(content), digest: contentDigest(bytes), seal: this.seal.sign(bytes) };
  }

  /** The organisation for which the decision was taken; where none is entered, whoever runs the service. */
  private async issuer(tx: Tx, { decidedBy, regionCode }: DecidedFiling): Promise<string> {
    const roles = decidedBy === null ? [] : await this.accounts.membershipsOf(tx, decidedBy);
    const decided = roles.find(({ role, organisationName }) => (role === 'first_reviewer' || role === 'second_reviewer') && organisationName !== null);
    return decided?.organisationName ?? this.settings.site.organiser ?? `${this.policy.regions.fullName(placeOf(regionCode)).replaceAll(' ', '')}残疾人联合会`;
  }
}
