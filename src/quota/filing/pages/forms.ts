import { IsArray, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { Transform } from 'class-transformer';
import { PageQueryDto } from '../../../platform/http/index.js';

const LONGEST = 1_000;

/** A page of faults; `taken`: the file was taken over a moment ago. */
export class ImportQuery extends PageQueryDto {
  @IsOptional() @IsIn(['yes'])
  taken?: string;
}

/** A page of doubts, right after a prefill with what it did. */
export class DoubtsQuery extends PageQueryDto {
  @IsOptional() @IsString() @Matches(/^\d{1,6}$/)
  taken?: string;

  @IsOptional() @IsString() @Matches(/^\d{1,6}$/)
  left?: string;

  @IsOptional() @IsIn(['yes'])
  staff?: string;
}

/** Right after a file of the platform was read. */
export class PlatformQuery {
  @IsOptional() @IsIn(['yes'])
  read?: string;
}

/** A form that only says which version of the filing was seen. */
export class SeenForm {
  @IsOptional() @IsString() @MaxLength(20)
  version?: string;
}

export class OpenForm {
  @IsOptional() @IsString() @MaxLength(20)
  baseYear?: string;
}

/** Months and groups come under numbered names; what else stands there is refused by the field that it fills. */
export class FactsForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(LONGEST) same?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m1?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m2?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m3?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m4?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m5?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m6?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m7?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m8?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m9?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m10?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m11?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) m12?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) seasonalCount?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) seasonalMonths?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) dispatchedStaff?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) totalWages?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) alreadyPaid?: string;
}

export type MonthField = 'm1' | 'm2' | 'm3' | 'm4' | 'm5' | 'm6' | 'm7' | 'm8' | 'm9' | 'm10' | 'm11' | 'm12';
export const monthFields = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const satisfies readonly MonthField[];

export class LineForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(LONGEST) name?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) citizenId?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) certificateKind?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) certificateNumber?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) grade?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) post?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) postCategory?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) contractKind?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) contractStart?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) contractEnd?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) wage?: string;
  @IsOptional() @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value)) @IsArray() @IsString({ each: true })
  insuredMonths?: string[];
  @IsOptional() @IsString() @MaxLength(LONGEST) dispatch?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) otherUscc?: string;
  @IsOptional() @IsString() @MaxLength(LONGEST) pensionDrawnFrom?: string;
}

export class CommitForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(20)
  agreed?: string;
}

export class LateForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(2_000)
  lateReason?: string;
}

export class WordsForm extends SeenForm {
  @IsOptional() @IsString() @MaxLength(2_000)
  words?: string;
}
