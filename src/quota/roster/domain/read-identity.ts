import { parseCitizenId, type CitizenId } from '../../../kernel/ids/citizen-id.js';
import { parseDisabilityCertificate } from '../../../kernel/ids/disability-certificate.js';
import { parseServiceCertificate, type CertificateKind } from '../../../kernel/ids/service-certificate.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { lostDigits, unquoted } from '../../../kernel/sheet/read-cells.js';
import { kindOfNumber } from './read-values.js';
import type { ReadCell, RowCells } from './row-cells.js';

export type CertificateRead = { readonly kind: CertificateKind; readonly grade: number; /** Normalised. */ readonly number: string };

/** Reads the citizen id; null after a fault was reported. Its value never appears in a fault. */
export function readCitizenId(cells: RowCells): CitizenId | null {
  const cell = cells.required('citizenId');
  if (cell === null) return null;
  if (lostDigits(cell.text, cell.kind)) return faulty(cells, cell, 'number_precision_lost');
  const parsed = parseCitizenId(unquoted(cell.text));
  if (parsed.ok) return parsed.value;
  // Excel keeps 15 digits and writes zeros behind them.
  if (parsed.error === 'citizen_id.check_digit' && /^\d{15}000$/.test(unquoted(cell.text))) return faulty(cells, cell, 'number_precision_lost');
  return faulty(cells, cell, parsed.error);
}

/** Reads certificate kind, number and grade; null after a fault was reported. @param holder null where the id was faulty */
export function readCertificate(cells: RowCells, holder: CitizenId | null): CertificateRead | null {
  const cell = cells.required('certificateNumber');
  const kindCell = cells.get('certificateKind');
  if (cell === null) return null;
  if (lostDigits(cell.text, cell.kind)) return faulty(cells, cell, 'number_precision_lost');
  const number = unquoted(cell.text);
  const said = kindCell === null ? null : cells.values.certificateKind(kindCell.text, 0);
  // 居民身份证 beside the citizen id is a kind of identity paper, not of certificate: the number's shape decides.
  if (kindCell !== null && said === null && !/身份证/.test(kindCell.text)) {
    cells.faultWithValue(kindCell, 'certificate_kind_unknown');
    return null;
  }
  const kind = said ?? kindOfNumber(number);
  if (kind === null) {
    cells.faultIn('certificateKind', 'certificate_kind_required', {});
    return null;
  }
  return kind === 'disability' ? readDisability(cells, cell, number, holder) : readService(cells, cell, kind, number);
}

/** 残疾人证: citizen id, category and grade in one number, so all three must agree with the other columns. */
function readDisability(cells: RowCells, cell: ReadCell, number: string, holder: CitizenId | null): CertificateRead | null {
  const parsed = parseDisabilityCertificate(number);
  if (!parsed.ok) return faulty(cells, cell, parsed.error);
  if (holder !== null && parsed.value.holder.text !== holder.text) return faulty(cells, cell, 'certificate_of_someone_else');
  const gradeCell = cells.get('grade');
  if (gradeCell !== null) {
    const grade = cells.values.grade(gradeCell.text, 0);
    if (grade === null) {
      cells.faultWithValue(gradeCell, 'grade_malformed');
      return null;
    }
    if (grade !== parsed.value.grade) return faulty(cells, gradeCell, 'grade_contradicts_number');
  }
  return { kind: 'disability', grade: parsed.value.grade, number: parsed.value.text };
}

/** 残疾军人证 and 伤残人民警察证: the number holds no grade, so the column must. */
function readService(cells: RowCells, cell: ReadCell, kind: 'military' | 'police', number: string): CertificateRead | null {
  const gradeCell = cells.get('grade');
  if (gradeCell === null) {
    cells.faultIn('grade', 'grade_required', {});
    return null;
  }
  const grade = cells.values.grade(gradeCell.text, 0);
  if (grade === null) {
    cells.faultWithValue(gradeCell, 'grade_malformed');
    return null;
  }
  const parsed = parseServiceCertificate(kind, number, grade);
  if (parsed.ok) return { kind, grade: parsed.value.grade, number: normaliseCode(number) };
  if (parsed.error === 'service_certificate.grade') cells.faultWithValue(gradeCell, parsed.error);
  else cells.fault(cell, parsed.error);
  return null;
}

function faulty(cells: RowCells, cell: ReadCell, fault: Parameters<RowCells['fault']>[1]): null {
  cells.fault(cell, fault);
  return null;
}
