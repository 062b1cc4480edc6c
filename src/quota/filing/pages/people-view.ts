import type { Caller } from '../../../platform/access/index.js';
import type { Settings } from '../../../platform/config/index.js';
import type { PageQueryDto } from '../../../platform/http/index.js';
import type { PageContext, PageView } from '../../../ui/index.js';
import type { FilingReading } from '../app/filing-reading.js';
import type { ShowFiling } from '../app/show-filing.query.js';
import { isOpenForEmployer } from '../domain/declaration-states.js';
import { kitOf } from './views/kit.js';
import { peoplePage } from './views/people-page.js';
import type { UploadLimits } from './views/upload-section.js';

const BYTES_OF_MEGABYTE = 1_048_576;

type Asked = { readonly context: PageContext; readonly caller: Caller; readonly id: string; readonly query: PageQueryDto; readonly refusal: string | null };

export const uploadLimits = ({ roster }: Settings): UploadLimits => ({ rows: roster.maxRows, megabytes: Math.floor(roster.maxUploadBytes / BYTES_OF_MEGABYTE) });

/** The list as it stands; also what a file that was not taken is answered with. */
export async function peopleView(showing: ShowFiling, reading: FilingReading, settings: Settings, { context, caller, id, query, refusal }: Asked): Promise<PageView> {
  const filing = await showing.one(caller, id);
  const page = await reading.lines.page(caller, id, null, query);
  const imports = await reading.imports.list(caller, id);
  return peoplePage(kitOf(context), {
    filing, page, imports, scope: caller.scope, refusal, mayWrite: caller.permissions.has('filings.write') && isOpenForEmployer(filing.head.state),
    limits: uploadLimits(settings),
  });
}
