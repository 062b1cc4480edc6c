import type { ComponentChildren, VNode } from 'preact';
import { regionCode } from '../../../kernel/region-code.js';
import { say } from '../../../kernel/texts.js';
import type { RoleName } from '../../../platform/access/index.js';
import type { RegionRegister } from '../../../policy/index.js';
import { ErrorSummary, Mixed, type PageContext } from '../../../ui/index.js';
import { memberPageTexts, roleTexts, type MemberText } from '../texts.js';

export type Fault = { readonly field: string; readonly text: string };

/** What the pages of this room share. */
export type Kit = {
  readonly context: PageContext;
  readonly regions: RegionRegister;
  t(key: MemberText, params?: Readonly<Record<string, string>>): string;
  role(role: RoleName): string;
  /** The region's full name, or the code where it has none. */
  place(region: string): string;
};

export const kitOf = (context: PageContext, regions: RegionRegister): Kit => ({
  context, regions,
  t: (key, params = {}) => say(memberPageTexts, context.variant, key, params),
  role: (role) => say(roleTexts, context.variant, role),
  place: (region) => regions.fullName(regionCode(region)),
});

export function Faulty({ kit, title, faults }: { readonly kit: Kit; /** Of an act that has no fields; else the words for answers that need a change. */ readonly title?: string; readonly faults: readonly Fault[] }): VNode | null {
  if (faults.length === 0) return null;
  return <ErrorSummary title={title ?? kit.t('faults')} errorList={faults.map(({ field, text }) => ({ content: <Mixed context={kit.context}>{text}</Mixed>, href: `#${field}` }))} />;
}

export const faultAt = (faults: readonly Fault[], field: string): { readonly errorMessage?: string } => {
  const found = faults.find((fault) => fault.field === field);
  return found ? { errorMessage: found.text } : {};
};

export function Form(props: { readonly context: PageContext; readonly action: string; readonly children: ComponentChildren }): VNode {
  return (
    <form method="post" action={props.context.href(props.action)} novalidate>
      <input type="hidden" name="_csrf" value={props.context.csrfToken()} />
      {props.children}
    </form>
  );
}

/** 张店区残联，山东省 淄博市 张店区 */
export function Place({ kit, organisation, region }: { readonly kit: Kit; readonly organisation: string | null; readonly region: string }): VNode {
  return <Mixed context={kit.context}>{organisation === null ? kit.place(region) : `${organisation} · ${kit.place(region)}`}</Mixed>;
}
