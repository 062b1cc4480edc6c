import { chinaDay } from '../../../../kernel/clock.js';
import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FilterForm, formFaultAt, FormFaultSummary, InsetText, Mixed, NotificationBanner, PostForm, Radios, Select, SummaryList, Table, TableRegion, type FormFault, type PageView } from '../../../../ui/index.js';
import type { EmployerFile } from '../../app/read-employer-file.query.js';
import { duplicateStates, type Duplicate, type DuplicateState } from '../../infra/duplicates.repository.js';
import { duplicateReasonTexts, duplicateStateTexts } from '../file-texts.js';
import { employerKindTexts } from '../texts.js';
import { factRows } from './file-sections.js';
import type { Kit } from './kit.js';

/** 可能重复的单位 */
export function duplicatesPage({ context, f }: Kit, page: ListPage<Duplicate>, state: DuplicateState, settled: boolean): PageView {
  const next = page.next === null ? null : `/employer-duplicates?${new URLSearchParams({ state, after: page.next }).toString()}`;
  const link = f(state === 'proposed' ? 'settle' : 'seePair');
  const mixed = (text: string) => <Mixed context={context}>{text}</Mixed>;
  return {
    title: f('duplicatesTitle'),
    noIndex: true,
    back: { href: context.href('/employers') },
    content: (
      <>
        {settled && <NotificationBanner type="success" text={f('settled')} />}
        <h1 class="govuk-heading-l">{f('duplicatesTitle')}</h1>
        <p class="govuk-body">{f('duplicatesLead')}</p>
        <FilterForm action={context.href('/employer-duplicates')} show={f('show')}>
          <Select name="state" label={f('stateLabel')} value={state} items={duplicateStates.map((one) => ({ value: one, text: say(duplicateStateTexts, context.variant, one) }))} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{f('duplicatesNone')}</p> : (
          <TableRegion label={f('duplicatesTitle')}>
            <Table caption={f('duplicatesTitle')} captionClass="govuk-visually-hidden" head={[f('pair'), f('reason'), f('foundAt'), link]} firstCellIsHeader
              rows={page.items.map(({ id, one, other, reason, foundAt }) => [
                mixed(`${one.name}（${one.uscc}）${f('and')}${other.name}（${other.uscc}）`), say(duplicateReasonTexts, context.variant, reason), chinaDay(foundAt),
                <a class="govuk-link zj-alone" href={context.href(`/employer-duplicates/${id}`)}>{link}<span class="govuk-visually-hidden">{' '}{mixed(one.name)}</span></a>,
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{f('morePairs')}</a></p>}
      </>
    ),
  };
}

export type PairState = { readonly pair: Duplicate; readonly files: readonly [EmployerFile, EmployerFile]; readonly decision: string; readonly faults: readonly FormFault[] };

/** Both files beside one another, and the word of a person. */
export function pairPage(kit: Kit, { pair, files, decision, faults }: PairState): PageView {
  const { context, f } = kit;
  return {
    title: f('pairTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/employer-duplicates'), text: f('duplicatesTitle') },
    content: (
      <>
        <FormFaultSummary context={context} title={f('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{f('pairTitle')}</h1>
        <p class="govuk-body">{f('because', { reason: say(duplicateReasonTexts, context.variant, pair.reason) })}</p>
        <div class="zj-pair">{files.map((file, at) => <Side kit={kit} file={file} title={f(at === 0 ? 'one' : 'other')} />)}</div>
        {pair.state === 'proposed' ? (
          <PostForm context={context} action={`/employer-duplicates/${pair.id}`}>
            <Radios name="decision" fieldset={{ legend: f('decision') }} hint={f('decisionHint')} value={decision} {...formFaultAt(faults, 'decision')}
              items={[...files.map(({ id, name, uscc }) => ({ value: id, content: <Mixed context={context}>{f('keep', { name, uscc })}</Mixed> })), { value: 'different', content: f('different') }]} />
            <Button>{f('settleYes')}</Button>
          </PostForm>
        ) : (
          <InsetText>
            <p class="govuk-body"><strong>{say(duplicateStateTexts, context.variant, pair.state)}</strong></p>
            <p class="govuk-body">{f(pair.state === 'merged' ? 'afterMerged' : 'afterDifferent')}</p>
          </InsetText>
        )}
      </>
    ),
  };
}

function Side({ kit, file, title }: { readonly kit: Kit; readonly file: EmployerFile; readonly title: string }) {
  const { context, f, place } = kit;
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/employers/${file.id}`)}><Mixed context={context}>{file.name}</Mixed></a></p>
      <SummaryList rows={[row(f('uscc'), file.uscc), row(f('kind'), say(employerKindTexts, context.variant, file.kind)), row(f('region'), place(file.regionCode)), ...factRows(kit, file), file.mergedInto !== null && row(f('state'), f('mergedInto'))]} />
    </section>
  );
}
