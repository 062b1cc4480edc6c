import type { TextParams } from '../../../kernel/domain-error.js';
import type { CitizenIdFault } from '../../../kernel/ids/citizen-id.js';
import type { DisabilityCertificateFault } from '../../../kernel/ids/disability-certificate.js';
import type { ServiceCertificateFault } from '../../../kernel/ids/service-certificate.js';
import type { UsccFault } from '../../../kernel/ids/uscc.js';
import type { DayFault } from '../../../kernel/sheet/read-day.js';
import type { WageFault } from '../../../kernel/sheet/read-cells.js';

/** What is wrong with one cell, or with one row as a whole. */
export type RowFault =
  | 'required'
  | CitizenIdFault
  | DisabilityCertificateFault
  | ServiceCertificateFault
  | DayFault
  | WageFault
  | 'number_precision_lost'
  | 'cell_error'
  | 'formula_without_value'
  | 'certificate_kind_unknown'
  | 'certificate_kind_required'
  | 'certificate_of_someone_else'
  | 'grade_required'
  | 'grade_malformed'
  | 'grade_contradicts_number'
  | 'contract_end_before_start'
  | 'insurance_end_before_start'
  | 'month_mark_unknown'
  | 'dispatch_unknown'
  | UsccFault
  | 'other_unit_own'
  | 'other_employer'
  | 'same_person_same_month';

export type RowErrorCode = `roster.row.${RowFault}`;

/** One fault of one row. `column` is the user's own title of the column; `params.cell` its place, such as `C8`. */
export type RowError = { readonly row: number; readonly column: string; readonly code: RowErrorCode; readonly params: TextParams };

/** Worth a word, yet the row stands. Told once per column with the number of rows and the first of them. */
export type RowRemark =
  | 'formula_values'
  | 'post_category_unknown'
  | 'contract_kind_unknown'
  | 'fixed_term_without_end'
  | 'months_all_blank'
  | 'months_of_insurance_unknown'
  | 'no_month_of_base_year'
  | 'name_missing'
  | 'other_unit_missing'
  | 'other_unit_without_dispatch';

export type SheetRemark =
  | 'hidden_sheet'
  | 'hidden_rows'
  | 'merged_data_cells'
  | 'unknown_columns'
  | 'doubled_columns'
  | 'footer_rows'
  | 'certificate_dates_declared';

export type RosterWarning = { readonly code: `roster.warning.${RowRemark | SheetRemark}`; readonly params: TextParams };

/** Why a whole roster is refused, beside what its file as such is refused for (`sheets.file.*`). */
export type FileFault =
  | 'no_data_rows'
  | 'header_not_found'
  | 'header_in_hidden_sheet'
  | 'columns_missing'
  | 'several_sheets'
  | 'month_columns_incomplete'
  | 'month_columns_other_year'
  | 'other_year'
  | 'too_complex';

export type FileErrorCode = `roster.file.${FileFault}` | 'roster.too_many_rows';
