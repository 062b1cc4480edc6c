import type { VNode } from 'preact';
import { Button, SummaryList, type PageView } from '../../../../ui/index.js';
import type { DraftPerson, LevyDraft } from '../draft/draft.js';
import { kept } from '../draft/tasks.js';
import { yearOfDraft, type Law } from '../steps/step.js';
import { Faults, HiddenFields, saysOf, type FormView, type Says } from './question-frame.js';

/** 8 月到 12 月. */
export const monthsText = ({ from, to }: Pick<DraftPerson, 'from' | 'to'>, t: Says): string => (from === to ? t('people.oneMonth', { from }) : t('people.range', { from, to }));

export const certificateText = ({ certificate, grade }: Pick<DraftPerson, 'certificate' | 'grade'>, t: Says): string =>
  t('people.certificateGrade', { certificate: t(`certificate.${certificate}`), grade });

/** Everyone entered so far; add, change and remove each. */
export function peoplePage(view: FormView, draft: LevyDraft, law: Law): PageView {
  const { context, faults, toCheck } = view;
  const t = saysOf(context);
  const people = draft.people ?? [];
  const title = t('people.title', { year: yearOfDraft(draft, law) });
  return {
    title,
    hasErrors: faults.length > 0,
    noIndex: true,
    back: { href: context.href(toCheck ? '/levy/check' : '/levy/disabled'), ...(toCheck ? { text: t('backToCheck') } : {}) },
    content: (
      <>
        <Faults context={context} faults={faults} />
        <p class="govuk-caption-l">{t('caption.disabled')}</p>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{people.length === 0 ? t('people.none') : t('people.count', { count: people.length })}</p>
        {people.map((person, index) => <PersonCard view={view} person={person} number={index + 1} />)}
        <div class="zj-actions">
          {people.length === 0 ? null : (
            <form method="post" action={context.href('/levy/people')} novalidate>
              <HiddenFields context={context} toCheck={toCheck} />
              <Button name="done" value="yes">{t('people.done')}</Button>
            </form>
          )}
          <Button id="add" href={context.href(kept('/levy/people/new', toCheck))} class={people.length === 0 ? '' : 'govuk-button--secondary'}>{t(people.length === 0 ? 'people.addFirst' : 'people.add')}</Button>
        </div>
        <p class="govuk-body">{t('people.full')} <a class="govuk-link" href={context.href('/levy/roster')}>{t('people.toRoster')}</a></p>
      </>
    ),
  };
}

function PersonCard({ view, person, number }: { readonly view: FormView; readonly person: DraftPerson; readonly number: number }): VNode {
  const { context } = view;
  const t = saysOf(context);
  const name = t('people.person', { number });
  return (
    <div class="zj-person">
      <SummaryList
        card={{ title: name, actions: { items: [{ href: context.href(kept(`/levy/people/${number}`, view.toCheck)), content: t('change') }] } }}
        rows={[
          { key: t('people.certificate'), value: certificateText(person, t) },
          { key: t('people.months'), value: monthsText(person, t) },
          ...(person.dispatch === null ? [] : [{ key: t('people.dispatch'), value: t(`dispatched.${person.dispatch}`) }]),
        ]}
      />
      <form method="post" action={context.href(`/levy/people/${number}/remove`)}>
        <HiddenFields context={context} toCheck={view.toCheck} />
        <Button class="govuk-button--secondary">{t('remove')}<span class="govuk-visually-hidden">{` ${name}`}</span></Button>
      </form>
    </div>
  );
}
