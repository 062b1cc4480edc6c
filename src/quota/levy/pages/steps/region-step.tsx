import type { TextParams } from '../../../../kernel/domain-error.js';
import { parseRegionCode } from '../../../../kernel/region-code.js';
import type { Region, RegionRegister } from '../../../../policy/index.js';
import { Button, chinese, CodeLookup, Input, Mixed, Radios, type PageView } from '../../../../ui/index.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import { faultAt } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { textOf } from '../forms/typed.js';
import { Faults, faultOf, headingLabel, headingLegend, HiddenFields, questionPage, saysOf, valueOf, type FormView } from '../views/question-frame.js';
import { savedUnless, type Step, type StepAnswer } from './step.js';

/** Places shown of one search; whoever needs more writes more of the name. */
export const MOST_MATCHES = 20;

/** Type, find, choose: works without script; with it the box suggests while one types. */
export const regionStep: Step = {
  key: 'region',
  typedFrom: ({ region }) => ({ region }),

  show(view, draft, { regions }) {
    const query = valueOf(view, 'q');
    const found = query === '' ? [] : regions.search(query, MOST_MATCHES + 1);
    return found.length === 0 ? searchPage(view, regions, draft.region) : matchesPage(view, regions, query, found);
  },

  read(typed, draft, law) {
    const region = textOf(typed, 'region');
    const query = textOf(typed, 'q');
    if (region === '') return withoutChoice(query, textOf(typed, 'choosing') !== '', law.regions);
    const field = query !== '' && law.regions.search(query, 1).length > 0 ? 'region' : 'q';
    const faults = judge(law.simulator, draft, { region }, [{ field, pointer: '/region', label: 'region' }]);
    return savedUnless(faults, () => ({ ...draft, region }));
  },
};

/** Words alone lead to a page of matches; on that page a choice is asked. */
function withoutChoice(query: string, choosing: boolean, regions: RegionRegister): StepAnswer {
  const fault = (field: string, code: string, params?: TextParams): StepAnswer => ({ kind: 'faults', faults: [faultAt({ field, label: 'region' }, code, params)] });
  if (query === '') return fault('q', 'levy.page.region_empty');
  if (regions.search(query, 1).length === 0) return fault('q', 'levy.page.region_not_found', { query });
  return choosing ? fault('region', 'levy.page.choose') : { kind: 'elsewhere', goTo: `${stepPath('region')}?q=${encodeURIComponent(query)}` };
}

function searchPage(view: FormView, regions: RegionRegister, chosen: string | undefined): PageView {
  const { context, faults, toCheck } = view;
  const t = saysOf(context);
  return {
    title: t('region.title'),
    hasErrors: faults.length > 0,
    noIndex: true,
    back: { href: context.href(toCheck ? '/levy/check' : pathBefore('region')), ...(toCheck ? { text: t('backToCheck') } : {}) },
    content: (
      <>
        <Faults context={context} faults={faults} />
        <p class="govuk-caption-l">{t('caption.unit')}</p>
        <form method="post" action={context.href(stepPath('region'))} novalidate>
          <HiddenFields context={context} toCheck={toCheck} />
          <CodeLookup context={context} src="/levy/regions" name="region">
            <Input
              name="q" label={headingLabel(t('region.title'))} hint={{ content: <Mixed context={context}>{t('region.hint')}</Mixed> }} value={valueOf(view, 'q')} autocomplete="off"
              class="govuk-input--width-20" attributes={chinese(context)} {...faultOf(view, 'q')}
            />
          </CodeLookup>
          {chosen === undefined ? null : <p class="govuk-body"><Mixed context={context}>{t('region.current', { name: regionName(regions, chosen), code: chosen })}</Mixed></p>}
          <div class="zj-actions">
            <Button>{t('region.find')}</Button>
            <a class="govuk-link zj-alone" href={context.href('/levy#tasks')}>{t('backToTasks')}</a>
          </div>
        </form>
      </>
    ),
  };
}

function matchesPage(view: FormView, regions: RegionRegister, query: string, found: readonly Region[]): PageView {
  const { context } = view;
  const t = saysOf(context);
  const shown = found.slice(0, MOST_MATCHES);
  const only = shown.length === 1 ? shown[0]?.code : undefined;
  return questionPage({
    view, path: stepPath('region'), title: t('region.matchesTitle'), back: stepPath('region'), caption: 'caption.unit',
    children: (
      <>
        <input type="hidden" name="q" value={query} />
        <input type="hidden" name="choosing" value="yes" />
        <Radios
          name="region"
          fieldset={{ legend: headingLegend(t('region.matches', { count: shown.length })) }}
          value={valueOf(view, 'region') || only}
          {...faultOf(view, 'region')}
          items={shown.map(({ code }) => ({
            value: code,
            content: regions.fullName(code),
            label: { attributes: chinese(context) },
            hint: code,
          }))}
        />
        {found.length > MOST_MATCHES ? <p class="govuk-body">{t('region.more', { count: MOST_MATCHES })}</p> : null}
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(stepPath('region') + (view.toCheck ? '?to=check' : ''))}>{t('region.again')}</a></p>
      </>
    ),
  });
}

/** 山东省 淄博市 张店区; the code itself where the register does not know it. */
export function regionName(regions: RegionRegister, code: string): string {
  const parsed = parseRegionCode(code);
  return parsed.ok && regions.has(parsed.value) ? regions.fullName(parsed.value) : code;
}
