import { say, type Language } from '../../kernel/texts.js';
import { COUNTRY, type RegionCode } from '../../kernel/region-code.js';
import type { LocalDate } from '../../kernel/local-date.js';
import type { FileValue } from '../domain/parameter-file.js';
import type { DatedValue, ParameterKey, ParameterValues } from '../parameters.js';
import type { PolicyBook } from '../policy-book.js';
import { csv } from '../../kernel/csv.js';
import { parameterTitles, SUBJECTS } from './parameter-texts.js';
import { policyPageTexts } from './texts.js';
import { unknownRows } from '../app/report-unknowns.query.js';
import { valueWords } from './value-words.js';

type Row = readonly (string | null)[];

/** Tables of the policy reader for a spreadsheet. Days are ISO here, values are in words beside their JSON. */
export class PolicyCsv {
  constructor(private readonly book: PolicyBook, private readonly language: Language) {}

  history(parameter: ParameterKey): string {
    const rows = this.book.regionsOf(parameter).flatMap((region) => this.book.history(parameter, region).map((value) => this.valueRow(parameter, region, value as FileValue)));
    return csv([this.valueHead(), ...rows]);
  }

  values(region: RegionCode, date: LocalDate): string {
    const written = new Set<ParameterKey>(this.book.parameters());
    const rows = SUBJECTS.flatMap(({ parameters }) => parameters.filter((parameter) => written.has(parameter))).map((parameter: ParameterKey): Row => {
      const found = this.book.find(parameter, region, date);
      return found === null ? [parameter, say(parameterTitles, this.language, parameter), region, this.place(region), '', '', this.t('not_recorded')] : this.valueRow(parameter, found.region, found as FileValue);
    });
    return csv([this.valueHead(), ...rows]);
  }

  unknown(today: LocalDate): string {
    const head = [this.t('parameter_code'), this.t('column_parameter'), this.t('code'), this.t('column_place'), this.t('column_from'), this.t('column_until'), this.t('column_why')];
    const rows = unknownRows(this.book, today).map((gap): Row =>
      [gap.parameter, say(parameterTitles, this.language, gap.parameter), gap.region, this.place(gap.region), gap.from, gap.until, gap.reason ?? this.t('nothing_recorded')]);
    return csv([head, ...rows]);
  }

  private valueHead(): Row {
    return [
      this.t('parameter_code'), this.t('column_parameter'), this.t('code'), this.t('column_place'), this.t('column_from'), this.t('column_until'), this.t('column_value'), this.t('column_json'),
      this.t('field_document'), this.t('field_article'), this.t('field_link'), this.t('column_mark'), this.t('column_note'),
    ];
  }

  private valueRow(parameter: ParameterKey, region: RegionCode, found: DatedValue<ParameterValues[ParameterKey]>): Row {
    const { reference, value } = found;
    return [
      parameter, say(parameterTitles, this.language, parameter), region, this.place(region), found.from, found.until,
      valueWords(parameter, value as never, this.language).join(this.language === 'zh' ? '；' : '; '), value === null ? null : JSON.stringify(value),
      reference.title, reference.article, reference.href, value === null ? null : this.t(found.confirmed ? 'confirmed' : 'unconfirmed'), found.note,
    ];
  }

  private place(region: RegionCode): string {
    return region === COUNTRY ? this.t('whole_country') : this.book.regions.fullName(region);
  }

  private t(key: keyof typeof policyPageTexts.zh): string {
    return say(policyPageTexts, this.language, key);
  }
}
