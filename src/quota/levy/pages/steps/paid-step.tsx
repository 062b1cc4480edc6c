import { Details, Input, Radios } from '../../../../ui/index.js';
import type { LevyOverrides } from '../../domain/case.js';
import { pass, present } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import type { Place } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { plainNumber, plainShare } from '../forms/typed-number.js';
import { textOf } from '../forms/typed.js';
import { faultOf, questionPage, saysOf, valueOf } from '../views/question-frame.js';
import { choose, orNothing, savedUnless, type Step } from './step.js';

const PAID_PLACES: readonly Place[] = [
  { field: 'alreadyPaid', pointer: '/alreadyPaid', label: 'alreadyPaid' },
  { field: 'ratio', pointer: '/overrides/ratio', label: 'ratio' },
  { field: 'socialAverageWage', pointer: '/overrides/socialAverageWage', label: 'socialAverageWage' },
  { field: 'scale', pointer: '/overrides/scales', label: 'scale' },
];

const SCALES: Readonly<Record<string, number | null | undefined>> = { rule: undefined, exact: null, '0': 0, '2': 2 };

/** What is already paid, and for experts the values that take the place of those on file. */
export const paidStep: Step = {
  key: 'paid',
  typedFrom({ alreadyPaid, overrides }) {
    const scale = overrides?.scales?.staff;
    return present({
      alreadyPaid, ratio: overrides?.ratio, socialAverageWage: overrides?.socialAverageWage,
      scale: scale === null ? 'exact' : scale === undefined ? 'rule' : String(scale),
    });
  },

  show(view) {
    const t = saysOf(view.context);
    const own = ['ratio', 'socialAverageWage'].some((name) => valueOf(view, name) !== '') || !['', 'rule'].includes(valueOf(view, 'scale'));
    const asked = valueOf(view, 'own') !== '';
    return questionPage({
      view, path: stepPath('paid'), title: t('paid.title'), back: pathBefore('paid'), caption: 'caption.check',
      children: (
        <>
          <h1 class="govuk-heading-l">{t('paid.title')}</h1>
          <Input name="alreadyPaid" label={t('paid.label')} hint={t('paid.hint')} value={valueOf(view, 'alreadyPaid')} suffix={t('yuan')} inputmode="decimal" class="govuk-input--width-20" {...faultOf(view, 'alreadyPaid')} />
          <Details summary={t('paid.own')} open={own || asked || view.faults.some(({ field }) => field !== 'alreadyPaid')}>
            <p class="govuk-body">{t('paid.ownHint')}</p>
            <Input name="ratio" label={t('paid.ratio')} hint={t('paid.ratioHint')} value={valueOf(view, 'ratio')} inputmode="text" class="govuk-input--width-5" {...faultOf(view, 'ratio')} />
            <Input name="socialAverageWage" label={t('paid.social')} hint={t('paid.socialHint')} value={valueOf(view, 'socialAverageWage')} suffix={t('yuan')} inputmode="decimal" class="govuk-input--width-10" {...faultOf(view, 'socialAverageWage')} />
            <Radios
              name="scale" fieldset={{ legend: t('paid.scale') }} value={valueOf(view, 'scale') || 'rule'} {...faultOf(view, 'scale')}
              items={[
                { value: 'rule', content: t('paid.scaleRule') }, { value: 'exact', content: t('paid.scaleExact') },
                { value: '0', content: t('paid.scaleWhole') }, { value: '2', content: t('paid.scaleTwo') },
              ]}
            />
          </Details>
        </>
      ),
    });
  },

  read(typed, draft, { simulator }) {
    const alreadyPaid = orNothing(plainNumber(textOf(typed, 'alreadyPaid')));
    const scale = textOf(typed, 'scale') || 'rule';
    if (!Object.hasOwn(SCALES, scale)) return choose('scale', 'scale');
    const staff = SCALES[scale];
    const own = present({
      ratio: orNothing(plainShare(textOf(typed, 'ratio'))),
      socialAverageWage: orNothing(plainNumber(textOf(typed, 'socialAverageWage'))),
      scales: staff === undefined ? undefined : { staff },
    });
    const overrides: LevyOverrides | undefined = Object.keys(own).length === 0 ? undefined : own;
    // Apart, so that a malformed sum does not hide what the law says of a ratio.
    const faults = [...judge(simulator, draft, { alreadyPaid }, PAID_PLACES), ...judge(simulator, { ...draft, alreadyPaid: undefined }, { overrides }, PAID_PLACES)];
    return savedUnless(faults, () => pass(present({ ...draft, alreadyPaid, overrides }), 'paid'));
  },
};
