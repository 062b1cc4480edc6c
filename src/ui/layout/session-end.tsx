import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import { Button } from '../components/button.js';
import { layoutTexts } from '../texts/layout-texts.js';
import type { PageContext } from './page-context.js';

const SessionEndElement = 'session-end' as 'div';
const MINUTE = 60;

/**
 * The warning before a session ends (WCAG 2.2.1), shown by the script some minutes ahead. Without script nothing is lost
 * either: a form that comes after the end is asked to sign in again and kept.
 */
export function SessionEnd({ context }: { readonly context: PageContext }): VNode | null {
  const { session } = context;
  if (session === null) return null;
  const t = (key: keyof typeof layoutTexts.zh, params = {}) => say(layoutTexts, context.variant, key, params);
  return (
    <SessionEndElement
      data-left={session.secondsLeft}
      data-warn={session.warnSeconds}
      data-src="/api/v1/session/extend"
      data-token={context.csrfToken()}
      data-words={t('sessionEndsText', { minutes: Math.floor(session.warnSeconds / MINUTE) })}
      data-over={t('sessionOver')}
      data-extended={t('extended')}
    >
      <div class="govuk-width-container">
        <div role="alert" data-session-words></div>
        <section aria-label={t('sessionEnds')} data-session-act hidden><Button type="button">{t('extend')}</Button></section>
      </div>
    </SessionEndElement>
  );
}
