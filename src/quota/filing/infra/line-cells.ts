import { Injectable } from '@nestjs/common';
import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import type { CertificateKind } from '../../../kernel/ids/service-certificate.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import { fen } from '../../../kernel/money.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { BlindIndexes } from '../../../platform/keys/index.js';
import type { VerdictSums } from '../../counting/index.js';
import { canonicalLine, type LineContent, type LineSide, type LineSource } from '../domain/roster-line.js';

/** A line ready to be written. */
export type NewLine = {
  readonly registryPersonId: string;
  readonly citizenId: CitizenIdText;
  readonly source: LineSource;
  readonly sourceRow: number | null;
  readonly content: LineContent;
  readonly sums: VerdictSums;
};

export type LineRow = {
  id: string; registry_person_id: string; source: LineSource; source_row: number | null; name: string; certificate: string; certificate_kind: CertificateKind; certificate_grade: number;
  certificate_from: LocalDate | null; certificate_until: LocalDate | null; certificate_from_declared: boolean; certificate_until_declared: boolean; post: string | null;
  post_category: LineContent['postCategory']; contract_kind: LineContent['contractKind']; contract_start: LocalDate; contract_end: LocalDate | null; wage: string | null;
  pension_known: number; pension_yes: number; medical_known: number; medical_yes: number; pension_drawn_from: LocalDate | null; residence: LineContent['residence'];
  months: number; counts: LineSide; other_uscc: string | null; counted_months: number; weighted_months: number; certain_months: number; certain_weighted: number; fingerprint: string;
};

/** Columns in the order of {@link LineCells.cells}, behind the id and the owner of the row. */
export const LINE_COLUMNS = [
  'registry_person_id', 'source', 'source_row', 'name', 'certificate', 'certificate_kind', 'certificate_grade', 'certificate_from', 'certificate_until', 'certificate_from_declared',
  'certificate_until_declared', 'post', 'post_category', 'contract_kind', 'contract_start', 'contract_end', 'wage', 'pension_known', 'pension_yes', 'medical_known', 'medical_yes',
  'pension_drawn_from', 'residence', 'months', 'counts', 'other_uscc', 'counted_months', 'weighted_months', 'certain_months', 'certain_weighted', 'fingerprint',
] as const;

export const SEALED_COLUMNS = ['name', 'certificate', 'post'] as const;

export type Cell = string | number | boolean | null;

const TABLE = 'roster_line';
const placeOf = (column: (typeof SEALED_COLUMNS)[number], rowId: string) => ({ table: TABLE, column, rowId });
const dayOf = (day: LocalDate | 'declared' | null): LocalDate | null => (day === 'declared' ? null : day);
const dayFrom = (day: LocalDate | null, declared: boolean): LocalDate | 'declared' | null => (declared ? 'declared' : day);

/**
 * How a line stands in its row: names, numbers and free words sealed. A staged line is sealed for the place that it is going to
 * have, so that taking a checked file over moves rows and opens nothing.
 */
@Injectable()
export class LineCells {
  constructor(
    private readonly cipher: FieldCipher,
    private readonly indexes: BlindIndexes,
  ) {}

  /** @param id of the row, which the seal binds */
  cells(id: string, { registryPersonId, citizenId, source, sourceRow, content, sums }: NewLine): Cell[] {
    const { certificateFrom: from, certificateUntil: until, post, pension, medical } = content;
    return [
      registryPersonId, source, sourceRow, this.cipher.seal(content.name, placeOf('name', id)), this.cipher.seal(content.certificate, placeOf('certificate', id)), content.certificateKind,
      content.certificateGrade, dayOf(from), dayOf(until), from === 'declared', until === 'declared', post === null ? null : this.cipher.seal(post, placeOf('post', id)), content.postCategory,
      content.contractKind, content.contractStart, content.contractEnd, content.wage?.toString() ?? null, pension.known, pension.yes, medical.known, medical.yes, content.pensionDrawnFrom,
      content.residence, content.months, content.counts, content.otherUscc, sums.counted, sums.weighted, sums.certain, sums.certainWeighted, this.fingerprint(citizenId, content),
    ];
  }

  /** Equal for lines that say the same; keyed, since what it digests could be guessed. */
  fingerprint(citizenId: CitizenIdText, content: LineContent): string {
    return this.indexes.of('certificate').indexOf(`${citizenId} ${canonicalLine(content)}`);
  }

  open(row: LineRow): LineContent {
    return {
      name: this.cipher.open(row.name, placeOf('name', row.id)),
      certificate: this.cipher.open(row.certificate, placeOf('certificate', row.id)),
      certificateKind: row.certificate_kind, certificateGrade: row.certificate_grade,
      certificateFrom: dayFrom(row.certificate_from, row.certificate_from_declared), certificateUntil: dayFrom(row.certificate_until, row.certificate_until_declared),
      post: row.post === null ? null : this.cipher.open(row.post, placeOf('post', row.id)), postCategory: row.post_category, contractKind: row.contract_kind,
      contractStart: row.contract_start, contractEnd: row.contract_end, wage: row.wage === null ? null : fen(BigInt(row.wage)),
      pension: { known: row.pension_known, yes: row.pension_yes }, medical: { known: row.medical_known, yes: row.medical_yes },
      pensionDrawnFrom: row.pension_drawn_from, residence: row.residence, months: row.months, counts: row.counts, otherUscc: row.other_uscc,
    };
  }

  /** The sealed cells of a row for another id: each is bound to its own. */
  moved(row: LineRow, id: string): Pick<LineRow, (typeof SEALED_COLUMNS)[number]> {
    const again = (column: (typeof SEALED_COLUMNS)[number], sealed: string): string => this.cipher.seal(this.cipher.open(sealed, placeOf(column, row.id)), placeOf(column, id));
    return { name: again('name', row.name), certificate: again('certificate', row.certificate), post: row.post === null ? null : again('post', row.post) };
  }
}
