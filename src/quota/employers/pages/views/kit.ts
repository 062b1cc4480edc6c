import { regionCode } from '../../../../kernel/region-code.js';
import { say } from '../../../../kernel/texts.js';
import type { RegionRegister } from '../../../../policy/index.js';
import { titleOf, type PageContext } from '../../../../ui/index.js';
import type { EmployerFile } from '../../app/read-employer-file.query.js';
import { employerFileTexts, type FileText } from '../file-texts.js';
import { employerPageTexts, type EmployerText } from '../texts.js';

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  t(key: EmployerText, params?: Readonly<Record<string, string>>): string;
  /** Words of the pages about files, lists and duplicates. */
  f(key: FileText, params?: Readonly<Record<string, string | number>>): string;
  /** The region's full name, or the code where it has none. */
  place(region: string): string;
};

/** Of a page about a part of a file: two tabs of two employers are told apart. */
export const fileTitle = ({ context, t, f }: Kit, { name }: EmployerFile, part: FileText): string => titleOf(context, `${f(part)} – ${name}`, `${f(part)} – ${t('oneTitle')}`);

export const kitOf = (context: PageContext, regions: RegionRegister): Kit => ({
  context,
  t: (key, params = {}) => say(employerPageTexts, context.variant, key, params),
  f: (key, params = {}) => say(employerFileTexts, context.variant, key, params),
  place: (region) => regions.fullName(regionCode(region)),
});
