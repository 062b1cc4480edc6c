import type { VNode } from 'preact';
import type { PageContext } from '../layout/page-context.js';
import { Mixed } from './mixed.js';

/** What a link in a list of several years says: who it is, and for those who hear the links alone, of which year. The year stands beside it in the list. */
export const NameOfYear = ({ context, name, year }: { readonly context: PageContext; readonly name: string; readonly year: number }): VNode =>
  <><Mixed context={context}>{name}</Mixed><span class="govuk-visually-hidden">{context.language === 'zh' ? `，${year} 年` : `, ${year}`}</span></>;
