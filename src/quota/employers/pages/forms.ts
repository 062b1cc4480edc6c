import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../../platform/http/index.js';
import { DuplicatesQueryDto } from '../api/employer-file.dto.js';

const LONGEST = 1_000;

/** Bodies of the forms: texts as typed. What they must be is told at their fields. */
export class RegistrationForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  uscc?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  name?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  kind?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  regionCode?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  clerkName?: string;
}

export const decisions = ['verify', 'refuse'] as const;
export type Decision = (typeof decisions)[number];

export class VerificationDecisionDto {
  @IsIn(decisions)
  decision: Decision;
}

export class DecisionForm {
  @IsOptional() @IsString() @MaxLength(LONGEST)
  decision?: string;

  @IsOptional() @IsString() @MaxLength(20)
  version?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  reason?: string;

  @IsOptional() @IsString() @MaxLength(LONGEST)
  note?: string;
}

const Typed = (): PropertyDecorator => (target, key) => {
  for (const rule of [IsOptional(), IsString(), MaxLength(LONGEST)]) rule(target, key);
};

/** 更正档案; days in three boxes. */
export class FactsForm {
  @Typed() version?: string;
  @Typed() name?: string;
  @Typed() kind?: string;
  @Typed() 'registeredOn-year'?: string;
  @Typed() 'registeredOn-month'?: string;
  @Typed() 'registeredOn-day'?: string;
  @Typed() taxRegionCode?: string;
  @Typed() industry?: string;
  @Typed() stateOwned?: string;
  @Typed() establishmentSize?: string;
  @Typed() establishmentLevel?: string;
  @Typed() isSchool?: string;
  @Typed() 'effectiveOn-year'?: string;
  @Typed() 'effectiveOn-month'?: string;
  @Typed() 'effectiveOn-day'?: string;
}

export class ContactForm {
  @Typed() role?: string;
  @Typed() name?: string;
  @Typed() phone?: string;
}

export class BranchForm {
  @Typed() name?: string;
  @Typed() uscc?: string;
  @Typed() regionCode?: string;
  @Typed() 'openedOn-year'?: string;
  @Typed() 'openedOn-month'?: string;
  @Typed() 'openedOn-day'?: string;
}

export class ClosingForm {
  @Typed() 'closedOn-year'?: string;
  @Typed() 'closedOn-month'?: string;
  @Typed() 'closedOn-day'?: string;
}

export const staffFields = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

export class HeadcountsForm {
  @Typed() declare?: string;
  @Typed() year?: string;
  @Typed() m1?: string;
  @Typed() m2?: string;
  @Typed() m3?: string;
  @Typed() m4?: string;
  @Typed() m5?: string;
  @Typed() m6?: string;
  @Typed() m7?: string;
  @Typed() m8?: string;
  @Typed() m9?: string;
  @Typed() m10?: string;
  @Typed() m11?: string;
  @Typed() m12?: string;
}

export class OtherForm {
  @Typed() uscc?: string;
}

export class SettlingForm {
  @Typed() decision?: string;
}

/** The boxes of the form that sends a list; they come with the file. */
export type ImportForm = Readonly<Record<string, string | undefined>>;

export class ImportsQuery extends PageQueryDto {
  @Typed() waiting?: string;
  @Typed() repeated?: string;
}

export class DuplicatesQuery extends DuplicatesQueryDto {
  @Typed() settled?: string;
}

export class HeadcountsQuery {
  @Typed() year?: string;
  @Typed() saved?: string;
}

export class SavedQuery {
  @Typed() saved?: string;
}
