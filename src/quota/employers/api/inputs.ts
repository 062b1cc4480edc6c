import { localDate } from '../../../kernel/local-date.js';
import { regionCode } from '../../../kernel/region-code.js';
import type { Correction } from '../app/correct-employer.command.js';
import type { EmployerFactsDto } from './employer-file.dto.js';

const dayOrNull = (text: string | null) => (text === null ? null : localDate(text));

/** A checked body as the command takes it. */
export const correctionOf = ({ version, effectiveOn, registeredOn, taxRegionCode, ...facts }: EmployerFactsDto): Correction => ({
  version, effectiveOn: localDate(effectiveOn), facts: { ...facts, registeredOn: dayOrNull(registeredOn), taxRegionCode: taxRegionCode === null ? null : regionCode(taxRegionCode) },
});

/** The beginning of a day in China. */
export const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);
