import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { csv } from '../../../kernel/csv.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { say, type Language } from '../../../kernel/texts.js';
import type { Caller } from '../../../platform/access/index.js';
import { Audit } from '../../../platform/audit/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import type { RevealPurpose } from '../domain/reveal.js';
import { exportTexts } from '../texts.js';
import { FileParts } from './file-parts.js';

export type Export = { readonly id: string; readonly text: string };

/** More than one office works with; a whole province is the matter of a report, not of a list of people. */
const MOST_ROWS = 5_000;

/** A list of files for a spreadsheet: masked like the screen, with its number and its maker on every sheet, and logged for each person. */
@Injectable()
export class ExportFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly parts: FileParts,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError files.export.too_large */
  run(caller: Caller, purpose: RevealPurpose, reason: string, language: Language): Promise<Export> {
    return this.unitOfWork.run(async (tx) => {
      const people = await this.parts.people.list(tx, caller.scope, null, null, MOST_ROWS + 1);
      if (people.length > MOST_ROWS) throw new DomainError('files.export.too_large', { most: MOST_ROWS });
      const contacts = await this.parts.contacts.shown(tx, caller.scope, people.map(({ id }) => id));
      const id = randomUUID();
      const fields = ['name', 'citizenIdMasked', 'region', 'phoneMasked'];
      await this.audit.reads(tx, caller, { subjects: people.map((person) => ({ kind: 'person', id: person.id })), fields, purpose: 'export', reason });
      await this.audit.act(tx, caller, { act: 'files.export.make', object: { kind: 'export', id }, detail: { rows: people.length, purpose } });
      const t = (key: keyof typeof exportTexts.zh, params = {}): string => say(exportTexts, language, key, params);
      const watermark = t('watermark', { id, by: caller.accountId ?? caller.machineKeyId ?? '', at: this.clock.now().toISOString() });
      const rows = people.map((person) => [person.name, person.citizenIdMasked, person.regionCode, contacts.get(person.id)?.phoneMasked ?? null, person.hasCertificate ? t('yes') : t('no')]);
      return { id, text: csv([[watermark], [t('name'), t('citizenId'), t('region'), t('phone'), t('certificate')], ...rows, [watermark]]) };
    });
  }
}
