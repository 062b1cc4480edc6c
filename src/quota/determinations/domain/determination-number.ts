import type { RegionCode } from '../../../kernel/region-code.js';

/** 残审认〔2026〕370303-00001号: of one region and year of issue, in the order of issue. */
export const determinationNumber = (region: RegionCode, issueYear: number, serial: number): string => `残审认〔${issueYear}〕${region}-${String(serial).padStart(5, '0')}号`;
