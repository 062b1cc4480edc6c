import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Language } from '../../../kernel/texts.js';
import type { Caller } from '../../../platform/access/index.js';
import { TaggedPdf, type Block, type DocumentText } from '../../../platform/documents/index.js';
import { PolicyBook } from '../../../policy/index.js';
import type { Determination } from '../infra/determination.repository.js';
import { certificateOf, type Certificate } from './certificate.js';
import { ReadDeterminations } from './read-determinations.query.js';

const LANGUAGE_TAGS = { zh: 'zh-CN', en: 'en' } as const;

/** The determination on paper. */
@Injectable()
export class PrintCertificate {
  private readonly writer = new TaggedPdf();

  constructor(
    private readonly determinations: ReadDeterminations,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  /** @throws DomainError determinations.determination.not_found; determinations.certificate.signs_missing where a name holds a sign that no font has */
  async pdf(caller: Caller, id: string, language: Language): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const determination = await this.determinations.find(caller, id);
    const { content } = determination.copy;
    const written = await this.writer.write(documentOf(certificateOf(content, language, this.policy.regions.fullName(content.regionCode)), determination, language));
    if (!written.ok) throw new DomainError('determinations.certificate.signs_missing', { signs: written.error.signs.join(' ') });
    return { name: `determination-${content.baseYear}-${content.code}.pdf`, bytes: written.value };
  }
}

function documentOf(certificate: Certificate, { issuedAt, issuer }: Determination, language: Language): DocumentText {
  const heading = (text: string): Block => ({ kind: 'heading', text });
  const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
  return {
    title: certificate.heading,
    author: issuer,
    language: LANGUAGE_TAGS[language],
    createdAt: issuedAt,
    footer: certificate.footer,
    blocks: [
      { kind: 'title', text: certificate.heading },
      ...(certificate.companion === null ? [] : [paragraph(certificate.companion)]),
      { kind: 'facts', rows: certificate.facts },
      heading(certificate.summaryTitle), ...certificate.summary.map(paragraph), paragraph(certificate.trial),
      heading(certificate.remediesTitle), paragraph(certificate.remediesLead), ...certificate.remedies.map(paragraph), ...certificate.remediesNotes.map(paragraph),
      heading(certificate.verifyTitle), paragraph(certificate.verifyText), { kind: 'facts', rows: certificate.verify },
      { kind: 'facts', rows: certificate.issued },
    ],
  };
}
