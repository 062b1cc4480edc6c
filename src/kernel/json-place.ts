const STRING = '"(?:[^"\\\\]|\\\\.)*"';
const SCALAR = `(?:${STRING}|-?\\d[\\d.eE+-]*|true|false|null)`;
const BEGUN = new RegExp(`^\\s*(?:\\{\\s*(?:${STRING}\\s*:\\s*${SCALAR}\\s*,\\s*)*(?:${STRING}\\s*(?::\\s*(?:${SCALAR}\\s*)?)?)?\\}?\\s*)?`, 's');

/** From which character on, counted from 1, a line is no flat JSON object; V8 names that place for some faults only. */
export const placeOfBreak = (line: string): number => (BEGUN.exec(line)?.[0].length ?? 0) + 1;
