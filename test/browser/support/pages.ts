import type { PageEntry, PageState } from '../../../src/ui/page-registry.js';
import { policyPages } from '../../../src/policy/pages/registered.js';
import { deskPages } from '../../../src/members/pages/desk-registered.js';
import { memberPages } from '../../../src/members/pages/registered.js';
import { inboxPages } from '../../../src/messages/pages/registered.js';
import { factPages } from '../../../src/people/facts/pages/registered.js';
import { filePages } from '../../../src/people/files/pages/registered.js';
import { employerPages } from '../../../src/quota/employers/pages/registered.js';
import { comparisonPages } from '../../../src/quota/comparison/pages/registered.js';
import { collectionPages } from '../../../src/quota/collection/pages/registered.js';
import { determinationPages } from '../../../src/quota/determinations/pages/registered.js';
import { filingPages } from '../../../src/quota/filing/pages/registered.js';
import { inspectionPages } from '../../../src/oversight/inspection/pages/registered.js';
import { leadingPages } from '../../../src/oversight/leading/pages/registered.js';
import { reviewPages } from '../../../src/quota/review/pages/registered.js';
import { levyPages } from '../../../src/quota/levy/pages/registered.js';
import { rosterPages } from '../../../src/quota/roster/pages/registered.js';
import { rightsPages } from '../../../src/rights/pages/registered.js';
import { signInPages } from '../../../src/sign-in/pages/registered.js';
import { uiPages } from '../../../src/ui/pages/registered.js';

/** Every registered page of the service. */
export const allPages: readonly PageEntry[] = [
  ...uiPages, ...levyPages, ...rosterPages, ...policyPages, ...signInPages, ...memberPages, ...deskPages, ...inboxPages, ...employerPages, ...filingPages, ...comparisonPages, ...reviewPages, ...determinationPages, ...collectionPages, ...leadingPages,
  ...inspectionPages, ...factPages, ...filePages, ...rightsPages,
];

/** The pages of the browser rounds: every one, each with golden files that a person has read. */
export const roundPages: readonly PageEntry[] = allPages;

export type StateOfPage = { readonly page: PageEntry; readonly state: PageState; /** `levy.staff · error` */ readonly name: string };

export const statesOf = (pages: readonly PageEntry[]): readonly StateOfPage[] =>
  pages.flatMap((page) => page.states.map((state) => ({ page, state, name: `${page.id} · ${state.name}` })));

/** States that show a secret of their own in every run: no golden file can hold them. */
const WITHOUT_GOLDEN: readonly string[] = ['account.authenticator · codes', 'members.invite · invited', 'office-code · issued'];
export const hasGolden = ({ name }: StateOfPage): boolean => !WITHOUT_GOLDEN.includes(name);

/** A file name for the golden files of a state. */
export const fileOf = ({ page, state }: StateOfPage): string => `${page.id}.${state.name}`.replace(/[^\w.-]+/g, '-');
