import type { VNode } from 'preact';
import { Button, Input, Radios } from '../../../../ui/index.js';
import type { LevyDraft } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import type { Place } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { wholeNumber } from '../forms/typed-number.js';
import { textOf } from '../forms/typed.js';
import { faultOf, HiddenFields, headingLegend, questionPage, saysOf, valueOf, type FormView } from '../views/question-frame.js';
import { choose, needed, saved, yearOfDraft, type Step } from './step.js';

export const seasonalStep: Step = {
  key: 'seasonal',
  typedFrom: ({ seasonal }) => (seasonal === undefined ? {} : { seasonal: seasonal.length === 0 ? 'no' : '' }),

  show(view, draft, law) {
    const t = saysOf(view.context);
    const given = draft.seasonal ?? [];
    const more = given.length > 0;
    const title = more ? t('seasonal.titleMore') : t('seasonal.title', { year: yearOfDraft(draft, law) });
    return questionPage({
      view, path: stepPath('seasonal'), title, back: pathBefore('seasonal'), caption: 'caption.staff',
      children: (
        <Radios
          name="seasonal"
          fieldset={{ legend: headingLegend(title) }}
          hint={t('seasonal.hint')}
          value={valueOf(view, 'seasonal')}
          {...faultOf(view, 'seasonal')}
          items={[
            { value: 'no', content: t(more ? 'seasonal.noMore' : 'seasonal.no') },
            {
              value: 'yes',
              content: t(more ? 'seasonal.yesMore' : 'seasonal.yes'),
              conditional: (
                <>
                  <Input name="count" label={t('seasonal.count')} value={valueOf(view, 'count')} suffix={t('people')} inputmode="numeric" class="govuk-input--width-5" {...faultOf(view, 'count')} />
                  <Input name="months" label={t('seasonal.months')} hint={t('seasonal.monthsHint')} value={valueOf(view, 'months')} inputmode="numeric" class="govuk-input--width-2" {...faultOf(view, 'months')} />
                </>
              ),
            },
          ]}
        />
      ),
      after: more ? <GivenSeasonal view={view} given={given} /> : null,
    });
  },

  read(typed, draft, { simulator }) {
    const given = draft.seasonal ?? [];
    switch (textOf(typed, 'seasonal')) {
      case 'no': return saved({ ...draft, seasonal: given });
      case 'yes': {
        const group = { count: wholeNumber(textOf(typed, 'count')), months: wholeNumber(textOf(typed, 'months')) };
        const places: readonly Place[] = [
          { field: 'count', pointer: '/seasonal/0/count', label: 'seasonalCount' },
          { field: 'months', pointer: '/seasonal/0/months', label: 'seasonalMonths' },
        ];
        const empty = places.flatMap((place) => needed(typed, place));
        const judged = judge(simulator, draft, { seasonal: [group] }, places).filter(({ field }) => !empty.some((one) => one.field === field));
        if (empty.length + judged.length > 0) return { kind: 'faults', faults: [...empty, ...judged] };
        return saved({ ...draft, seasonal: [...given, group as { count: number; months: number }] }, stepPath('seasonal'));
      }
      default: return choose('seasonal', 'seasonal');
    }
  },
};

function GivenSeasonal({ view, given }: { readonly view: FormView; readonly given: NonNullable<LevyDraft['seasonal']> }): VNode {
  const t = saysOf(view.context);
  return (
    <section class="zj-paper" aria-labelledby="given-seasonal">
      <h2 class="govuk-heading-m" id="given-seasonal">{t('seasonal.given')}</h2>
      {given.map(({ count, months }, index) => (
        <form class="zj-row" method="post" action={view.context.href('/levy/seasonal/remove')}>
          <HiddenFields context={view.context} toCheck={view.toCheck} />
          <input type="hidden" name="number" value={index + 1} />
          <p class="govuk-body">{t('seasonal.row', { count, months })}</p>
          <Button class="govuk-button--secondary">{t('remove')}<span class="govuk-visually-hidden">{` ${t('removeSeasonal', { number: index + 1, count, months })}`}</span></Button>
        </form>
      ))}
    </section>
  );
}
