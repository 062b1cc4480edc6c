import { Input, Radios } from '../../../../ui/index.js';
import { present } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import type { Place } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { plainNumber } from '../forms/typed-number.js';
import { textOf } from '../forms/typed.js';
import { faultOf, headingLegend, questionPage, saysOf, valueOf } from '../views/question-frame.js';
import { choose, needed, saved, yearOfDraft, type Step } from './step.js';

const COUNT: Place = { field: 'arrangedCount', pointer: '/arrangedCount', label: 'arrangedCount' };

export const disabledStep: Step = {
  key: 'disabled',
  typedFrom: ({ disabled, arrangedCount }) => ({ disabled, arrangedCount }),

  show(view, draft, law) {
    const t = saysOf(view.context);
    const title = t('disabled.title', { year: yearOfDraft(draft, law) });
    return questionPage({
      view, path: stepPath('disabled'), title, back: pathBefore('disabled'), caption: 'caption.disabled',
      children: (
        <Radios
          name="disabled"
          fieldset={{ legend: headingLegend(title) }}
          value={valueOf(view, 'disabled')}
          {...faultOf(view, 'disabled')}
          items={[
            { value: 'nobody', content: t('disabled.nobody') },
            { value: 'people', content: t('disabled.people'), hint: t('disabled.peopleHint') },
            { value: 'roster', content: t('disabled.roster'), hint: t('disabled.rosterHint') },
            {
              value: 'number',
              content: t('disabled.number'),
              conditional: (
                <Input
                  name="arrangedCount" label={t('disabled.numberLabel')} hint={t('disabled.numberHint')} value={valueOf(view, 'arrangedCount')} suffix={t('people')}
                  inputmode="decimal" class="govuk-input--width-10" {...faultOf(view, 'arrangedCount')}
                />
              ),
            },
          ]}
        />
      ),
    });
  },

  read(typed, draft, { simulator }) {
    switch (textOf(typed, 'disabled')) {
      case 'nobody': return saved({ ...draft, disabled: 'nobody' });
      case 'people': return saved({ ...draft, disabled: 'people' }, (draft.people?.length ?? 0) > 0 ? '/levy/people' : '/levy/people/new');
      case 'roster': return saved({ ...draft, disabled: 'roster' }, '/levy/roster');
      case 'number': {
        const arrangedCount = plainNumber(textOf(typed, 'arrangedCount'));
        const empty = needed(typed, COUNT);
        const faults = empty.length > 0 ? empty : judge(simulator, draft, { arrangedCount, arranged: undefined, dispatch: undefined }, [COUNT]);
        return faults.length > 0 ? { kind: 'faults', faults } : saved(present({ ...draft, disabled: 'number', arrangedCount }));
      }
      default: return choose('disabled', 'disabled');
    }
  },
};
