import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import { layoutTexts } from '../texts/layout-texts.js';
import type { PageContext } from './page-context.js';

type Key = keyof typeof layoutTexts.zh;

const LINKS: readonly (readonly [Key, string])[] = [
  ['accessibility', '/accessibility'],
  ['complaints', '/accessibility#complaints'],
  ['print', '/help#paper'],
  ['siteMap', '/help#site-map'],
  ['api', '/api'],
];

/** Ours from the first line: no crown, no licence line of others. Records appear only where the deploying body has them. */
export function Footer({ context }: { readonly context: PageContext }): VNode {
  const t = (key: Key, params = {}) => say(layoutTexts, context.variant, key, params);
  const { site } = context;
  return (
    <footer class="zj-footer" aria-label={t('footer')}>
      <div class="govuk-width-container">
        <ul>
          {LINKS.map(([key, path]) => <li><a class="govuk-link" href={context.href(path)}>{t(key)}</a></li>)}
          {site.errorReportUrl && <li><a class="govuk-link" href={site.errorReportUrl}>{t('errorReport')}</a></li>}
        </ul>
        <p>{t('organiser', { name: site.organiser ?? t('notDeclared') })}</p>
        {site.siteCode && <p>{t('siteCode', { code: site.siteCode })}</p>}
        {site.icp && <p lang="zh-CN">{site.icp}</p>}
        {site.policeRecord && <p>{t('policeRecord', { code: site.policeRecord })}</p>}
        <p>{t('trial')}</p>
      </div>
    </footer>
  );
}
