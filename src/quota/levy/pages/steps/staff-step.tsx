import type { VNode } from 'preact';
import { Fieldset, Input, Radios } from '../../../../ui/index.js';
import type { LevyDraft, RawCase } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import type { Place } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { plainNumber, wholeNumber } from '../forms/typed-number.js';
import { textOf, type Typed } from '../forms/typed.js';
import { faultOf, headingLegend, questionPage, saysOf, valueOf, type FormView } from '../views/question-frame.js';
import { choose, needed, savedUnless, yearOfDraft, type Step, type StepAnswer } from './step.js';

const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);
const monthPlace = (month: number): Place => ({ field: `m${month}`, pointer: `/headcount/monthly/${month - 1}`, label: 'staffMonth', labelParams: { month } });
const SAME: Place = { field: 'same', pointer: '/headcount/monthly', label: 'staffSame' };
const AVERAGE: Place = { field: 'average', pointer: '/headcount/average', label: 'staffAverage' };

export const staffStep: Step = {
  key: 'staff',
  typedFrom({ headcount }) {
    if (headcount === undefined) return {};
    if ('average' in headcount) return { how: 'average', average: headcount.average };
    const [first] = headcount.monthly;
    const boxes = Object.fromEntries(headcount.monthly.map((count, index) => [`m${index + 1}`, String(count)]));
    return headcount.monthly.every((count) => count === first) ? { how: 'same', same: String(first), ...boxes } : { how: 'monthly', ...boxes };
  },

  show(view, draft, law) {
    const t = saysOf(view.context);
    const title = t('staff.title', { year: yearOfDraft(draft, law) });
    const box = (name: string, label: string, hint?: string): VNode => (
      <Input name={name} label={label} {...(hint === undefined ? {} : { hint })} value={valueOf(view, name)} suffix={t('people')} inputmode="decimal" class="govuk-input--width-10" {...faultOf(view, name)} />
    );
    return questionPage({
      view, path: stepPath('staff'), title, back: pathBefore('staff'), caption: 'caption.staff',
      children: (
        <Radios
          name="how"
          fieldset={{ legend: headingLegend(title) }}
          hint={t('staff.hint')}
          value={valueOf(view, 'how')}
          {...faultOf(view, 'how')}
          items={[
            { value: 'same', content: t('staff.same'), conditional: box('same', t('staff.sameLabel')) },
            { value: 'monthly', content: t('staff.monthly'), conditional: <MonthBoxes view={view} /> },
            { value: 'average', content: t('staff.average'), conditional: box('average', t('staff.averageLabel'), t('staff.averageHint')) },
          ]}
        />
      ),
    });
  },

  read(typed, draft, { simulator }) {
    switch (textOf(typed, 'how')) {
      case 'same': {
        const count = wholeNumber(textOf(typed, 'same'));
        const headcount = { monthly: MONTHS.map(() => count) };
        return readStaff(typed, draft, { headcount }, [SAME], simulator);
      }
      case 'monthly': {
        const headcount = { monthly: MONTHS.map((month) => wholeNumber(textOf(typed, `m${month}`))) };
        return readStaff(typed, draft, { headcount }, MONTHS.map(monthPlace), simulator);
      }
      case 'average': {
        const headcount = { average: plainNumber(textOf(typed, 'average')) };
        return readStaff(typed, draft, { headcount }, [AVERAGE], simulator);
      }
      default: return choose('how', 'how');
    }
  },
};

function readStaff(typed: Typed, draft: LevyDraft, answer: RawCase, places: readonly Place[], simulator: Parameters<typeof judge>[0]): StepAnswer {
  const empty = places.flatMap((place) => needed(typed, place));
  const known = new Set(empty.map(({ field }) => field));
  const judged = judge(simulator, draft, answer, places).filter(({ field }) => !known.has(field));
  const order = new Map(places.map(({ field }, index) => [field, index]));
  const faults = [...empty, ...judged].sort((a, b) => (order.get(a.field) ?? 0) - (order.get(b.field) ?? 0));
  return savedUnless(faults, () => ({ ...draft, headcount: answer['headcount'] as NonNullable<LevyDraft['headcount']> }));
}

function MonthBoxes({ view }: { readonly view: FormView }): VNode {
  const t = saysOf(view.context);
  return (
    <Fieldset legend={t('staff.monthlyLegend')} describedBy="monthly-hint">
      <p class="govuk-hint" id="monthly-hint">{t('staff.monthlyHint')}</p>
      <div class="zj-months">
        {MONTHS.map((month) => (
          <Input name={`m${month}`} label={t('month', { month })} value={valueOf(view, `m${month}`)} inputmode="numeric" {...faultOf(view, `m${month}`)} />
        ))}
      </div>
    </Fieldset>
  );
}
