import type { VNode } from 'preact';
import { say } from '../../kernel/texts.js';
import type { Content } from '../components/slots.js';
import { enhancedTexts } from '../texts/enhanced-texts.js';
import type { PageContext } from './page-context.js';

type Key = keyof typeof enhancedTexts.zh;
type Props = { readonly context: PageContext; readonly children: Content };

// Custom elements are plain containers until the script arrives; nothing inside them needs it.
const LiveLevyElement = 'live-levy' as 'div';
const UploadElement = 'upload-progress' as 'div';
const LookupElement = 'code-lookup' as 'div';
const PollElement = 'poll-status' as 'div';

/** Around a form: `src` takes the form's values and answers with a fragment whose `data-announce` part is said. */
export function LiveLevy({ context, src, result, children }: Props & { readonly src: string; readonly result?: Content }): VNode {
  return (
    <LiveLevyElement data-src={context.href(src)}>
      {children}
      <div data-live-result>{result}</div>
      <div role="status" class="govuk-visually-hidden" data-live-status></div>
    </LiveLevyElement>
  );
}

/** Around a multipart form with one file. */
export function UploadProgress({ context, children }: Props): VNode {
  const t = (key: Key) => say(enhancedTexts, context.variant, key);
  return (
    <UploadElement data-uploading={t('uploading')} data-percent={t('percent')} data-failed={t('failed')}>
      {children}
      <p class="govuk-body" role="status" data-upload-status></p>
    </UploadElement>
  );
}

/** Around a text field and its 查找 button; the value chosen is sent as `name`. `src?q=` answers `{items: [{value, text}]}`. */
export function CodeLookup({ context, src, name, value, children }: Props & { readonly src: string; readonly name: string; readonly value?: string }): VNode {
  const t = (key: Key) => say(enhancedTexts, context.variant, key);
  return (
    <LookupElement data-src={context.href(src)} data-name={name} data-found={t('found')} data-none={t('none')}>
      {children}
      {value === undefined ? null : <input type="hidden" name={name} value={value} />}
      <div role="status" class="govuk-visually-hidden" data-lookup-status></div>
    </LookupElement>
  );
}

/** Around the state of a job. `src` answers with the same content as a fragment; `data-final` in it ends the asking. */
export function PollStatus({ context, src, children }: Props & { readonly src: string }): VNode {
  return (
    <PollElement data-src={context.href(src)} data-seconds="2">
      <div data-poll-result>{children}</div>
      <div role="status" class="govuk-visually-hidden" data-poll-status></div>
    </PollElement>
  );
}
