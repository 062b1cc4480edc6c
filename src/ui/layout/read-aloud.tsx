import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import type { Content } from '../components/slots.js';
import { readAloudTexts } from '../texts/read-aloud-texts.js';
import { htmlLang } from './header.js';
import type { PageContext } from './page-context.js';

/**
 * Text that can be read aloud by the voice of the device, for those who asked for it in the display settings.
 * The button comes from the script; without script, or without voice, the text stands as it is.
 */
export function ReadAloud({ context, children }: { readonly context: PageContext; readonly children: Content }): VNode {
  if (!context.display.readAloud) return <>{children}</>;
  const t = (key: keyof typeof readAloudTexts.zh) => say(readAloudTexts, context.variant, key);
  const Element = 'read-aloud' as 'div';
  return <Element lang={htmlLang(context.language)} data-start={t('start')} data-stop={t('stop')}>{children}</Element>;
}
