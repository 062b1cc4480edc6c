import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { say, type TextVariant } from '../../kernel/texts.js';
import { assetUrl } from '../assets.js';
import { BackLink, Breadcrumbs, SkipLink, type LinkItem } from '../components/navigation.js';
import { WordsContext } from '../components/words.js';
import { kitWords } from '../texts/kit-words.js';
import { layoutTexts } from '../texts/layout-texts.js';
import { displayClasses } from './display-settings.js';
import { Footer } from './footer.js';
import { Header, htmlLang } from './header.js';
import { HelpBlock } from './help-block.js';
import { SessionEnd } from './session-end.js';
import { localPath, type PageContext } from './page-context.js';
import type { Site } from './site.js';

/** One page without its frame. */
export type PageView = {
  /** Unique in the service; the name of the service and, on a page with faults, 错误： are added. */
  readonly title: string;
  /** The page reports faults of what was sent: answer it with 422. */
  readonly hasErrors?: boolean;
  readonly back?: { readonly href: string; readonly text?: string };
  readonly breadcrumbs?: readonly LinkItem[];
  /** Full-width part between the header and main's column, as on the home page. Holds the h1 then. */
  readonly lead?: VNode;
  readonly content: ComponentChildren;
  /** Answers a search engine must not keep: results, faults. */
  readonly noIndex?: boolean;
  /** HTTP status where it is neither 200 nor, with faults, 422. */
  readonly status?: number;
};

/** The whole document, beginning with its doctype. Holds no inline script and no inline style. */
export function renderPage(context: PageContext, page: PageView): string {
  const html = render(<Document context={context} page={page} />);
  return `<!DOCTYPE html>\n${html.slice(0, -END.length)}${frameEnd(context)}${END}`;
}

const END = '</body></html>';

const frameEnds = new WeakMap<Site, Map<TextVariant, string>>();

/** Help and footer, the larger part of many a page, say the same on all pages of one language: they are rendered once. */
function frameEnd(context: PageContext): string {
  let kept = frameEnds.get(context.site);
  if (kept === undefined) frameEnds.set(context.site, (kept = new Map()));
  let made = kept.get(context.variant);
  if (made === undefined) kept.set(context.variant, (made = render(<><HelpBlock context={context} /><Footer context={context} /></>)));
  return made;
}

/** A part of a page for a script that replaces it: same words, no frame. */
export function renderFragment(context: PageContext, content: VNode): string {
  return render(<WordsContext.Provider value={kitWords[context.language]}>{content}</WordsContext.Provider>);
}

function Document({ context, page }: { readonly context: PageContext; readonly page: PageView }): VNode {
  const t = (key: keyof typeof layoutTexts.zh) => say(layoutTexts, context.variant, key);
  return (
    <WordsContext.Provider value={kitWords[context.language]}>
      <html lang={htmlLang(context.language)} class={`govuk-template ${displayClasses(context.display)}`.trim()}>
        <head>
          <meta charset="utf-8" />
          <title>{`${page.hasErrors ? t('errorTitle') : ''}${page.title} – ${t('titleSuffix')}`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#f6f0e4" />
          <meta name="format-detection" content="telephone=no" />
          {page.noIndex || page.hasErrors ? <meta name="robots" content="noindex" /> : null}
          <link rel="stylesheet" href={assetUrl('app.css')} />
          <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
          {(['zh', 'en'] as const).map((language) => <link rel="alternate" hreflang={htmlLang(language)} href={localPath(language, context.path)} />)}
          <script type="module" src={assetUrl('app.js')} />
        </head>
        <body class="govuk-template__body">
          <SkipLink href="#main-content">{t('skip')}</SkipLink>
          <Header context={context} />
          <SessionEnd context={context} />
          {page.lead ? (
            <main id="main-content">
              {page.lead}
              <div class="govuk-width-container"><div class="govuk-main-wrapper">{page.content}</div></div>
            </main>
          ) : (
            <div class="govuk-width-container">
              {page.breadcrumbs && <Breadcrumbs items={page.breadcrumbs} />}
              {page.back && <nav aria-label={kitWords[context.language].back}><BackLink href={page.back.href}>{page.back.text}</BackLink></nav>}
              <main class="govuk-main-wrapper" id="main-content">{page.content}</main>
            </div>
          )}
        </body>
      </html>
    </WordsContext.Provider>
  );
}
