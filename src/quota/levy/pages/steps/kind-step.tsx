import { Radios } from '../../../../ui/index.js';
import { EMPLOYER_KINDS, NOT_LIABLE_KINDS, type EmployerKind } from '../../domain/case.js';
import { present } from '../draft/draft.js';
import { pathBefore, stepPath } from '../draft/tasks.js';
import { textOf } from '../forms/typed.js';
import { faultOf, headingLegend, questionPage, saysOf, valueOf } from '../views/question-frame.js';
import { choose, isOneOf, saved, type Step } from './step.js';

export const kindStep: Step = {
  key: 'kind',
  typedFrom: ({ employerKind }) => present({ kind: employerKind }),

  show(view) {
    const t = saysOf(view.context);
    return questionPage({
      view, path: stepPath('kind'), title: t('kind.title'), back: pathBefore('kind'), caption: 'caption.unit',
      children: (
        <Radios
          name="kind"
          fieldset={{ legend: headingLegend(t('kind.title')) }}
          value={valueOf(view, 'kind')}
          {...faultOf(view, 'kind')}
          items={[
            ...KINDS_BY_FREQUENCY.map((kind) => ({ value: kind, content: t(`kind.${kind}`), ...(kind === 'enterprise' ? { hint: t('kind.enterpriseHint') } : {}) })),
            { divider: t('kind.divider') },
            ...NOT_LIABLE_KINDS.map((kind) => ({ value: kind, content: t(`kind.${kind}`) })),
          ]}
        />
      ),
    });
  },

  read(typed, draft) {
    const kind = textOf(typed, 'kind');
    if (isOneOf(NOT_LIABLE_KINDS, kind)) return { kind: 'elsewhere', goTo: `/levy/not-liable?kind=${kind}` };
    if (!isOneOf(EMPLOYER_KINDS, kind)) return choose('kind', 'employerKind');
    return saved({ ...draft, employerKind: kind });
  },
};

const KINDS_BY_FREQUENCY: readonly EmployerKind[] = ['enterprise', 'institution', 'organ', 'social_organization', 'private_non_enterprise'];
