import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { chinaDay, type Clock } from '../../../kernel/clock.js';
import { yearOf } from '../../../kernel/local-date.js';
import type { Scope } from '../../../platform/access/index.js';
import { Audit, type SystemActor } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import type { Tx } from '../../../platform/database/index.js';
import { Declarations, placeOf } from '../../filing/index.js';
import type { DecidedFiling } from '../../review/index.js';
import { determinationNumber } from '../domain/determination-number.js';
import { DeterminationRepository } from '../infra/determination.repository.js';
import { Announce } from './announce.js';
import { ContentMaker } from './content-maker.js';

/** Issuing follows from a decision that somebody took within their scope. */
export const EVERYWHERE: Scope = { kind: 'region', prefix: '' };
const ISSUING: SystemActor = { system: 'jobs.determinations' };

/** Writes the determination of a decided version, signed, numbered and verifiable. */
@Injectable()
export class IssueDetermination {
  constructor(
    private readonly determinations: DeterminationRepository,
    private readonly declarations: Declarations,
    private readonly contents: ContentMaker,
    private readonly announce: Announce,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * At most one for each version, whoever asks how often.
   * @returns its id; null where a later version has been determined meanwhile, so that this one would be out of date at once
   * @throws DomainError filing.declaration.not_found
   */
  async issue(tx: Tx, filing: DecidedFiling): Promise<string | null> {
    const { declarationId, versionNumber } = filing;
    const head = await this.declarations.lock(tx, ISSUING, declarationId, null);
    const known = await this.determinations.ofVersion(tx, EVERYWHERE, declarationId, versionNumber);
    if (known !== null) return known.id;
    const [latest] = await this.determinations.ofDeclaration(tx, EVERYWHERE, declarationId);
    if (latest !== undefined && latest.versionNumber > versionNumber) return null;
    const at = this.clock.now();
    const year = yearOf(chinaDay(at));
    const place = placeOf(filing.regionCode);
    const number = determinationNumber(place, year, await this.determinations.nextSerial(tx, EVERYWHERE, place, year));
    const { content, text, digest, seal } = await this.contents.make(tx, filing, head, { number, at, supersedes: latest?.number ?? null });
    const id = randomUUID();
    await this.determinations.add(tx, EVERYWHERE, {
      id, declarationId, versionNumber, employerId: filing.employerId, employerName: head.employerName, uscc: head.uscc, regionCode: filing.regionCode, baseYear: filing.baseYear, number,
      code: content.code, outcome: filing.outcome, arranged: filing.arranged, countedMonths: filing.countedMonths, weightedMonths: filing.weightedMonths, required: content.declared.required,
      issuedAt: at, issuer: content.issuer, content: text, digest, seal, supersedes: latest?.id ?? null,
    });
    await this.audit.act(tx, ISSUING, { act: 'determinations.determination.issue', object: { kind: 'declaration', id: declarationId }, detail: { determination: id, version: versionNumber, outcome: filing.outcome, arranged: filing.arranged, key: seal.keyId } });
    await this.announce.issued(tx, { id, employerId: filing.employerId, employerName: head.employerName, baseYear: filing.baseYear });
    return id;
  }
}
