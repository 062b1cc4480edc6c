import { DateInput } from '../../../../ui/index.js';
import { pass, present } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import { judge } from '../forms/judge.js';
import { boxesOf, DATE_PARTS, dateValues, typedDay } from '../forms/typed-day.js';
import { faultOf, headingLegend, questionPage, saysOf } from '../views/question-frame.js';
import { savedUnless, type Step } from './step.js';

export const registeredStep: Step = {
  key: 'registered',
  typedFrom: ({ registeredOn }) => boxesOf('registered', registeredOn),

  show(view) {
    const t = saysOf(view.context);
    return questionPage({
      view, path: stepPath('registered'), title: t('registered.title'), back: pathBefore('registered'), caption: 'caption.unit',
      children: (
        <DateInput
          id="registered" namePrefix="registered" values={dateValues(view.typed, 'registered')}
          fieldset={{ legend: headingLegend(t('registered.title')) }} hint={t('registered.hint')} {...faultOf(view, 'registered-year')}
          items={DATE_PARTS.map((name) => ({ name }))}
        />
      ),
    });
  },

  read(typed, draft, { simulator }) {
    const registeredOn = typedDay(typed, 'registered');
    const faults = registeredOn === undefined
      ? []
      : judge(simulator, draft, { registeredOn }, [{ field: 'registered-year', pointer: '/registeredOn', label: 'registeredOn' }]);
    return savedUnless(faults, () => pass(present({ ...draft, registeredOn }), 'registered'));
  },
};
