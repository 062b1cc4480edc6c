import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import { ServiceNavigation } from '../components/service-navigation.js';
import { layoutTexts } from '../texts/layout-texts.js';
import { Mark } from './mark.js';
import { localPath, type PageContext } from './page-context.js';

export function Header({ context }: { readonly context: PageContext }): VNode {
  const t = (key: Parameters<typeof say<keyof typeof layoutTexts.zh>>[2]) => say(layoutTexts, context.variant, key);
  const other = context.language === 'zh' ? 'en' : 'zh';
  return (
    <header>
      <div class="zj-header">
        <div class="govuk-width-container zj-header__row">
          <a class="zj-brand" href={context.href('/')}>
            <Mark />
            <span class="zj-brand__name" lang={context.language === 'en' ? 'zh-CN' : undefined}>助就</span>
            <span class="zj-brand__latin" lang="zh-Latn">Zhujiu</span>
            <span class="govuk-visually-hidden">{t('home')}</span>
          </a>
          <nav aria-label={t('tools')}>
            <ul class="zj-tools">
              <li>
                {context.session === null
                  ? <a class="govuk-link" href={context.href('/sign-in')}>{t('signIn')}</a>
                  : <a class="govuk-link" href={context.href('/account')}>{t('account')}</a>}
              </li>
              <li>
                <a class="govuk-link" href={displayHref(context)}>
                  {t('display')}<span class="govuk-visually-hidden">{t('displayAlias')}</span>
                </a>
              </li>
              <li>
                <a class="govuk-link" href={localPath(other, context.path)} rel="alternate" hreflang={htmlLang(other)} lang={htmlLang(other)}>{t('otherLanguage')}</a>
              </li>
            </ul>
          </nav>
        </div>
      </div>
      <div class="zj-nav">
        <ServiceNavigation
          navigationLabel={t('nav')}
          // The menu stays open: it wraps on narrow screens, so that nothing jumps when the script arrives.
          collapseOnMobile={false}
          navigation={SECTIONS.map(({ path, key }) => {
            const here = section(context.path) === path;
            return { content: t(key), href: context.href(path), current: here && pathOnly(context.path) === path, active: here };
          })}
        />
      </div>
    </header>
  );
}

const SECTIONS = [
  { path: '/', key: 'navHome' },
  { path: '/levy', key: 'navLevy' },
  { path: '/policy', key: 'navPolicy' },
  { path: '/help', key: 'navHelp' },
] as const;

const pathOnly = (path: string): string => path.split('?')[0] ?? path;

/** The section that a page belongs to: `/levy/staff` → `/levy`. */
function section(path: string): string {
  return `/${pathOnly(path).split('/')[1] ?? ''}`;
}

/** Where to come back to after the settings are saved. */
function displayHref(context: PageContext): string {
  return context.href(pathOnly(context.path) === '/display' ? '/display' : `/display?from=${encodeURIComponent(context.path)}`);
}

export function htmlLang(language: 'zh' | 'en'): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}
