import type { VNode } from 'preact';
import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import { maskDisabilityCertificate } from '../../../../kernel/ids/disability-certificate.js';
import { monthsOfYear } from '../../../../kernel/year-month.js';
import { Button, Checkboxes, FormFaultSummary, mixedFaultAt, Input, Mixed, PostForm, Select, type FormFault, type PageView } from '../../../../ui/index.js';
import { sayFinding } from '../../../counting/index.js';
import type { JudgedLine } from '../../app/judge-lines.js';
import type { DeclarationHead } from '../../infra/declaration.repository.js';
import type { LineForm } from '../forms.js';
import type { Kit } from './kit.js';

export type LinePageState = {
  readonly head: DeclarationHead;
  /** Null for a new one. */
  readonly judged: JudgedLine | null;
  readonly typed: LineForm;
  readonly faults: readonly FormFault[];
  /** Another clerk has changed the filing since the form was opened. */
  readonly stale: boolean;
};

type TextField = Exclude<keyof LineForm, 'insuredMonths'>;

/** One person by hand. */
export function linePage(kit: Kit, { head, judged, typed, faults, stale }: LinePageState): PageView {
  const { context, t, at } = kit;
  const title = t(judged === null ? 'lineAddTitle' : 'lineChangeTitle');
  const field = (name: TextField) => ({ name, value: typed[name] ?? '', ...mixedFaultAt(context, faults, name) });
  const choices = (...items: readonly (readonly [value: string, text: string])[]) => [{ value: '', text: t('notSaid') }, ...items.map(([value, text]) => ({ value, text }))];
  return {
    title,
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: at(head.id, 'people'), text: t('peopleTitle') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        {stale && <p class="govuk-body">{t('staleAgain')}</p>}
        {judged !== null && <Verdicts kit={kit} judged={judged} baseYear={head.baseYear} />}
        <PostForm context={context} action={judged === null ? `/filings/${head.id}/add-person` : `/filings/${head.id}/people/${judged.line.id}`}>
          <input type="hidden" name="version" value={typed.version ?? String(head.version)} />
          <Input {...field('name')} label={t('lineName')} autocomplete="off" class="govuk-input--width-20" />
          <Input {...field('citizenId')} label={t('lineCitizenId')} hint={judged === null ? t('lineCitizenIdHint') : t('lineKeep', { masked: maskCitizenId(judged.citizenId) })} autocomplete="off" spellcheck={false} class="govuk-input--width-20" />
          <Select {...field('certificateKind')} label={t('kind')} items={choices(['disability', t('kindDisability')], ['military', t('kindMilitary')], ['police', t('kindPolice')])} />
          <Input {...field('certificateNumber')} label={t('certificateNumber')} hint={judged === null ? t('certificateHint') : t('lineKeep', { masked: maskDisabilityCertificate(judged.line.certificate) })} autocomplete="off" spellcheck={false} class="govuk-input--width-30" />
          <Input {...field('grade')} label={t('grade')} hint={t('gradeHint')} inputmode="numeric" autocomplete="off" class="govuk-input--width-3" />
          <Input {...field('post')} label={t('post')} autocomplete="off" class="govuk-input--width-20" />
          <Select {...field('postCategory')} label={t('postCategory')} items={choices(['management', t('management')], ['worker', t('worker')])} />
          <Select {...field('contractKind')} label={t('contractKind')} items={choices(['contract', t('contractContract')], ['establishment', t('contractEstablishment')])} />
          <Input {...field('contractStart')} label={t('contractStart')} hint={t('contractStartHint')} autocomplete="off" class="govuk-input--width-10" />
          <Input {...field('contractEnd')} label={t('contractEnd')} hint={t('contractEndHint')} autocomplete="off" class="govuk-input--width-10" />
          <Input {...field('wage')} label={t('wage')} inputmode="decimal" autocomplete="off" class="govuk-input--width-10" />
          <Checkboxes
            name="insuredMonths"
            fieldset={{ legend: { content: t('insured'), class: 'govuk-fieldset__legend--m' } }}
            hint={t('insuredHint')}
            class="govuk-checkboxes--small zj-ticks"
            values={typed.insuredMonths ?? []}
            items={Array.from({ length: 12 }, (_, month) => ({ value: String(month + 1), content: t('month', { month: month + 1 }) }))}
            {...mixedFaultAt(context, faults, 'insuredMonths')}
          />
          <Select {...field('dispatch')} label={t('dispatch')} items={[{ value: 'none', text: t('dispatchNone') }, { value: 'in', text: t('dispatchIn') }, { value: 'out', text: t('dispatchOut') }]} />
          <Input {...field('otherUscc')} label={t('otherUscc')} hint={t('otherUsccHint')} autocomplete="off" spellcheck={false} class="govuk-input--width-20" />
          <Input {...field('pensionDrawnFrom')} label={t('pensionDrawn')} hint={t('contractStartHint')} autocomplete="off" class="govuk-input--width-10" />
          <Button preventDoubleClick>{t('lineSave')}</Button>
        </PostForm>
        {judged !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={at(head.id, `people/${judged.line.id}/remove`)}>{t('remove')}</a></p>}
      </>
    ),
  };
}

/** What each month is worth as it stands, and why. */
function Verdicts({ kit: { context, t }, judged: { groups }, baseYear }: { readonly kit: Kit; readonly judged: JudgedLine; readonly baseYear: number }): VNode {
  const names = monthsOfYear(baseYear);
  // Months that differ in nothing that is said are said once.
  const said = new Map<string, { readonly key: 'verdictRefused' | 'verdictProvisional' | 'verdictCounted'; readonly words: string; readonly mask: number }>();
  for (const group of groups) {
    const key = !group.counted ? 'verdictRefused' : group.provisional ? 'verdictProvisional' : 'verdictCounted';
    const words = group.findings.map((finding) => sayFinding(context.variant, finding)).join(context.language === 'zh' ? '；' : '; ');
    const place = `${key} ${words}`;
    said.set(place, { key, words, mask: (said.get(place)?.mask ?? 0) | group.months });
  }
  return (
    <section class="zj-paper" aria-labelledby="verdict">
      <h2 class="govuk-heading-m" id="verdict">{t('verdictTitle')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {[...said.values()].map(({ key, words, mask }) => {
          const months = monthRange(names.filter((_, bit) => mask & (1 << bit)));
          return <li><Mixed context={context}>{[t(key, { months }), words].filter((part) => part !== '').join(context.language === 'zh' ? '，' : ': ')}</Mixed></li>;
        })}
      </ul>
    </section>
  );
}

/** `2025-01 – 2025-06、2025-09` */
function monthRange(months: readonly string[]): string {
  const runs: string[][] = [];
  for (const month of months) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && Number(month.slice(5)) === Number(before.slice(5)) + 1) last.push(month);
    else runs.push([month]);
  }
  return runs.map((run) => (run.length === 1 ? run[0] : `${run[0]} – ${run.at(-1)}`)).join('、');
}

/** Asked before somebody is taken off the list. */
export function removePage({ context, t, at }: Kit, head: DeclarationHead, { line, citizenId }: JudgedLine): PageView {
  return {
    title: t('removeTitle'),
    noIndex: true,
    back: { href: at(head.id, `people/${line.id}`), text: t('lineChangeTitle') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('removeTitle')}</h1>
        <p class="govuk-body"><Mixed context={context}>{t('removeText', { name: line.name, citizenId: maskCitizenId(citizenId) })}</Mixed></p>
        <PostForm context={context} action={`/filings/${head.id}/people/${line.id}/remove`}>
          <input type="hidden" name="version" value={String(head.version)} />
          <Button class="govuk-button--warning" preventDoubleClick>{t('removeButton')}</Button>
        </PostForm>
      </>
    ),
  };
}
