import type { VNode } from 'preact';
import { PollStatus, type PageContext, type PageView } from '../../../../ui/index.js';
import type { RosterPhase } from '../../app/read-roster.js';
import { rosterPath, type RosterPart } from '../paths.js';
import type { ResultText } from '../texts/result-texts.js';
import { counted, tOf } from './frame.js';

/** How far a roster is. */
export type Progress =
  /** `ahead`: files that are taken first. */
  | { readonly state: 'waiting'; readonly ahead: number }
  | { readonly state: 'reading'; readonly phase: RosterPhase; readonly rows: number }
  | { readonly state: 'ready' }
  | { readonly state: 'refused' };

type Props = { readonly context: PageContext; readonly id: string; readonly progress: Progress; readonly minutes: number };

/** Looked at again by the script, or by the link; nothing moves by itself (WCAG 2.2.1, 3.2.5). */
export function statusPage({ context, id, progress, minutes }: Props): PageView {
  const t = tOf(context);
  return {
    title: t('status_title'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('status_title')}</h1>
        <PollStatus context={context} src={rosterPath('progress', id)}>
          <StatusFragment context={context} id={id} progress={progress} />
        </PollStatus>
        <p class="govuk-body">{t('status_note', { minutes })}</p>
        <p class="govuk-body zj-quiet">{t('status_keep')}</p>
      </>
    ),
  };
}

/** The part that changes. `data-final` ends the asking; leading on is left to the reader. */
export function StatusFragment({ context, id, progress }: Omit<Props, 'minutes'>): VNode {
  const t = tOf(context);
  const final = progress.state === 'ready' || progress.state === 'refused';
  const [words, part] = LINKS[progress.state];
  return (
    <div class="zj-live" {...(final ? { 'data-final': true } : {})}>
      <p class="govuk-body-l" data-announce>{wordsOf(progress, t)}</p>
      <p class="govuk-body"><a class={final ? 'govuk-button' : 'govuk-link zj-alone'} id="status-link" href={context.href(rosterPath(part, id))}>{t(words)}</a></p>
    </div>
  );
}

const LINKS: Readonly<Record<Progress['state'], readonly [ResultText, RosterPart]>> = {
  waiting: ['refresh', 'status'], reading: ['refresh', 'status'], ready: ['see_result', 'result'], refused: ['see_reason', 'refused'],
};

function wordsOf(progress: Progress, t: ReturnType<typeof tOf>): string {
  switch (progress.state) {
    case 'waiting': return progress.ahead === 0 ? t('waiting_next') : t('waiting', { ahead: progress.ahead });
    case 'reading': return progress.phase === 'opening' ? t('opening') : t(progress.phase, { rows: counted(progress.rows) });
    case 'ready': return t('ready');
    case 'refused': return t('not_taken');
  }
}
