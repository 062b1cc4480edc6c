import type { VNode } from 'preact';
import { Input, Radios } from '../../../../ui/index.js';
import { present } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import type { Place } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { plainNumber } from '../forms/typed-number.js';
import { textOf } from '../forms/typed.js';
import { faultOf, headingLegend, questionPage, saysOf, valueOf } from '../views/question-frame.js';
import { choose, needed, savedUnless, yearOfDraft, type Step } from './step.js';

const TOTAL: Place = { field: 'totalWages', pointer: '/totalWages', label: 'totalWages' };
const AVERAGE_WAGE: Place = { field: 'averageWage', pointer: '/averageWage', label: 'averageWage' };

export const wagesStep: Step = {
  key: 'wages',
  typedFrom: ({ totalWages, averageWage }) => present({ how: totalWages !== undefined ? 'total' : averageWage !== undefined ? 'average' : undefined, totalWages, averageWage }),

  show(view, draft, law) {
    const t = saysOf(view.context);
    const title = t('wages.title', { year: yearOfDraft(draft, law) });
    const box = (name: string, label: string, hint: string): VNode =>
      <Input name={name} label={label} hint={hint} value={valueOf(view, name)} suffix={t('yuan')} inputmode="decimal" class="govuk-input--width-20" {...faultOf(view, name)} />;
    return questionPage({
      view, path: stepPath('wages'), title, back: pathBefore('wages'), caption: 'caption.wages',
      children: (
        <Radios
          name="how"
          fieldset={{ legend: headingLegend(title) }}
          value={valueOf(view, 'how')}
          {...faultOf(view, 'how')}
          items={[
            { value: 'total', content: t('wages.total'), conditional: box('totalWages', t('wages.totalLabel'), t('wages.totalHint')) },
            { value: 'average', content: t('wages.average'), conditional: box('averageWage', t('wages.averageLabel'), t('wages.averageHint')) },
          ]}
        />
      ),
    });
  },

  read(typed, draft, { simulator }) {
    const how = textOf(typed, 'how');
    if (how !== 'total' && how !== 'average') return choose('how', 'how');
    const place = how === 'total' ? TOTAL : AVERAGE_WAGE;
    const empty = needed(typed, place);
    const wages = { totalWages: undefined, averageWage: undefined, [place.field]: plainNumber(textOf(typed, place.field)) };
    const faults = empty.length > 0 ? empty : judge(simulator, draft, wages, [place]);
    return savedUnless(faults, () => present({ ...draft, ...wages }));
  },
};
