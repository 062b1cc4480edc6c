import { DateInput, Input, Radios } from '../../../../ui/index.js';
import { LIMITS } from '../../domain/case.js';
import { present, type RawCase } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import { faultAt, type FormFault } from '../forms/faults.js';
import { judge } from '../forms/judge.js';
import { boxesOf, DATE_PARTS, dateValues, typedDay } from '../forms/typed-day.js';
import { dateDigits, wholeNumber } from '../forms/typed-number.js';
import { textOf } from '../forms/typed.js';
import { faultOf, headingLegend, questionPage, saysOf, valueOf } from '../views/question-frame.js';
import { choose, savedUnless, type Step } from './step.js';

/** Years offered by name, the last one first; others are typed. */
const recentYears = (today: string): readonly number[] => [1, 2, 3].map((back) => Number(today.slice(0, 4)) - back);

export const yearStep: Step = {
  key: 'year',
  typedFrom: ({ baseYear, filingDate }) => ({ ...(baseYear === undefined ? {} : { year: String(baseYear), otherYear: String(baseYear) }), ...boxesOf('filing', filingDate) }),

  show(view, _draft, { simulator }) {
    const t = saysOf(view.context);
    const recent = recentYears(simulator.today);
    const typedYear = valueOf(view, 'year');
    const chosen = typedYear === '' || recent.includes(Number(typedYear)) ? typedYear : 'other';
    return questionPage({
      view, path: stepPath('year'), title: t('year.title'), back: pathBefore('year'), caption: 'caption.unit',
      children: (
        <>
          <Radios
            name="year"
            fieldset={{ legend: headingLegend(t('year.title')) }}
            hint={t('year.hint')}
            value={chosen}
            {...faultOf(view, 'year')}
            items={[
              ...recent.map((year) => ({ value: year, content: t('year.item', { year, filing: year + 1 }) })),
              {
                value: 'other',
                content: t('year.other'),
                conditional: (
                  <Input
                    name="otherYear" label={t('year.otherLabel')} hint={t('year.otherHint', { first: LIMITS.firstBaseYear })} class="govuk-input--width-4" inputmode="numeric"
                    value={chosen === 'other' ? valueOf(view, 'otherYear') : ''} {...faultOf(view, 'otherYear')}
                  />
                ),
              },
            ]}
          />
          <DateInput
            id="filing" namePrefix="filing" values={dateValues(view.typed, 'filing')}
            fieldset={{ legend: { content: t('year.filing'), class: 'govuk-fieldset__legend--m' } }} hint={t('year.filingHint')} {...faultOf(view, 'filing-year')}
            items={DATE_PARTS.map((name) => ({ name }))}
          />
        </>
      ),
    });
  },

  read(typed, draft, { simulator }) {
    const choice = textOf(typed, 'year');
    if (choice === '') return choose('year', 'baseYear');
    const other = choice === 'other';
    const text = textOf(typed, other ? 'otherYear' : 'year');
    const field = other ? 'otherYear' : 'year';
    if (text === '') return { kind: 'faults', faults: [faultAt({ field, label: 'baseYear' }, 'levy.case.required')] };
    const baseYear = wholeNumber(dateDigits(text));
    const filingDate = typedDay(typed, 'filing');
    const ask = (answers: RawCase): readonly FormFault[] => judge(simulator, { ...draft, filingDate: undefined }, { ...NO_PEOPLE, ...answers }, [
      { field, pointer: '/baseYear', label: 'baseYear' },
      { field, pointer: '/region', label: 'baseYear' },
      { field: 'filing-year', pointer: '/filingDate', label: 'filingDate' },
    ]);
    const yearFaults = ask({ baseYear });
    const dayFaults = filingDate === undefined ? [] : ask(yearFaults.length > 0 ? { filingDate } : { baseYear, filingDate });
    const faults = [...yearFaults, ...dayFaults.filter(({ field: at }) => at !== field)];
    return savedUnless(faults, () => present({ ...draft, baseYear: baseYear as number, filingDate }));
  },
};

/** People of a draft have months of its old year; here only the year is asked. */
const NO_PEOPLE = { arranged: [], arrangedCount: undefined, dispatch: undefined, registeredOn: undefined };
