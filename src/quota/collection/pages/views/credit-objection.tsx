import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Button, formFaultAt, langOfTyped, PostForm, Radios, Textarea } from '../../../../ui/index.js';
import { creditObjectionOutcomes } from '../../domain/credit-states.js';
import type { CreditObjection } from '../../infra/credit-objection.repository.js';
import type { CollectionForm } from '../forms.js';
import { creditOutcomeTexts } from '../texts.js';
import { day, type FormState, type Kit } from './kit.js';
import { Facts } from './parts.js';

type ObjectionProps = FormState<CollectionForm> & { readonly kit: Kit; readonly path: string; readonly version: VNode; readonly objection: CreditObjection | null; readonly mayObject: boolean; readonly mayAnswer: boolean };

/** What the employer says against the notice, and what it is answered: for both sides in the same words. */
export function ObjectionSection({ kit, path, version, objection, mayObject, mayAnswer, typed, faults }: ObjectionProps): VNode | null {
  const { context, t } = kit;
  if (objection === null && !mayObject) return null;
  const box = (name: 'words' | 'answer', label: string, hint: string): VNode => <Textarea name={name} label={label} hint={hint} rows={5} value={typed[name] ?? ''} {...formFaultAt(faults, name)} {...langOfTyped(context, typed[name] ?? '')} />;
  return (
    <section aria-labelledby="objection">
      <h2 class="govuk-heading-m" id="objection">{t(objection === null ? 'objectTitle' : 'objectionTitle')}</h2>
      {objection === null ? (
        <PostForm context={context} action={`${path}/objection`}>
          {version}
          {box('words', t('objectWords'), t('objectWordsHint'))}
          <Button name="act" preventDoubleClick>{t('objectSend')}</Button>
        </PostForm>
      ) : (
        <Facts kit={kit} rows={[
          [t('objectedOn'), day(objection.madeAt)], [t('objectWords'), objection.words], [t('outcome'), objection.outcome === null ? t('objectionWaits') : say(creditOutcomeTexts, context.variant, objection.outcome)],
          [t('answerWords'), objection.answer], [t('answeredOn'), objection.answeredAt === null ? null : day(objection.answeredAt)],
        ]} />
      )}
      {mayAnswer && (
        <PostForm context={context} action={`${path}/answer`}>
          {version}
          <Radios name="outcome" fieldset={{ legend: t('answerTitle') }} hint={t('answerHint')} value={typed.outcome ?? ''} items={creditObjectionOutcomes.map((outcome) => ({ value: outcome, content: say(creditOutcomeTexts, context.variant, outcome) }))} {...formFaultAt(faults, 'outcome')} />
          {box('answer', t('answerWords'), t('answerWordsHint'))}
          <Button name="decide" preventDoubleClick>{t('answerSend')}</Button>
        </PostForm>
      )}
    </section>
  );
}
