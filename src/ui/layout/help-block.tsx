import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import { layoutTexts } from '../texts/layout-texts.js';
import type { PageContext } from './page-context.js';

type Key = keyof typeof layoutTexts.zh;

/** The same ways to reach a person, in the same place on every page (WCAG 3.2.6). What nobody has declared is said to be missing. */
export function HelpBlock({ context }: { readonly context: PageContext }): VNode {
  const t = (key: Key) => say(layoutTexts, context.variant, key);
  const { site } = context;
  const ways: readonly (readonly [Key, VNode | string | null])[] = [
    ['helpWritten', site.email && <a class="govuk-link" href={`mailto:${site.email}`}>{site.email}</a>],
    ['helpPhone', site.phone && <a class="govuk-link" href={`tel:${site.phone.replace(/[^\d+]/g, '')}`}>{site.phone}</a>],
    ['helpSms', site.sms && <a class="govuk-link" href={`sms:${site.sms.replace(/[^\d+]/g, '')}`}>{site.sms}</a>],
    ['helpOffice', site.office],
  ];
  return (
    <section class="zj-help" aria-labelledby="zj-help-title">
      <div class="govuk-width-container">
        <h2 class="govuk-heading-m" id="zj-help-title">{t('helpTitle')}</h2>
        <dl class="zj-help__list">
          {ways.map(([key, value]) => (
            <div>
              <dt>{t(key)}</dt>
              <dd>{value ?? <span class="zj-quiet">{t('notDeclared')}</span>}</dd>
            </div>
          ))}
        </dl>
        <p class="govuk-body"><a class="govuk-link" href={context.href('/help')}>{t('helpMore')}</a></p>
      </div>
    </section>
  );
}
