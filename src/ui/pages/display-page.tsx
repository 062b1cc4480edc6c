import { say } from '../../kernel/texts.js';
import { Button } from '../components/button.js';
import { Checkboxes, Radios } from '../components/choices.js';
import { NotificationBanner } from '../components/messages.js';
import type { PageContext } from '../layout/page-context.js';
import type { PageView } from '../layout/render-page.js';
import { displayTexts } from '../texts/display-texts.js';

export type DisplayPageState = {
  /** Where the reader came from, already found to be a page of ours; null when not known. */
  readonly from: string | null;
  readonly saved: boolean;
};

/** 显示设置, also called 长辈版 and 无障碍: an ordinary form, so that it works in every browser. */
export function displayPage(context: PageContext, state: DisplayPageState): PageView {
  const t = (key: keyof typeof displayTexts.zh) => say(displayTexts, context.variant, key);
  const { display } = context;
  const legend = (key: Parameters<typeof t>[0]) => ({ content: t(key), class: 'govuk-fieldset__legend--m' });
  return {
    title: t('title'),
    content: (
      <>
        {state.saved && (
          <NotificationBanner type="success" title={t('saved')}>
            <p class="govuk-body">{t('savedText')}</p>
            {state.from !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(state.from)}>{t('goBack')}</a></p>}
          </NotificationBanner>
        )}
        <h1 class="govuk-heading-l">{t('title')}</h1>
        <p class="govuk-body">{t('alias')}</p>
        <p class="govuk-body">{t('lead')}</p>
        <form method="post" action={context.href('/display')} novalidate>
          <input type="hidden" name="_csrf" value={context.csrfToken()} />
          {state.from !== null && <input type="hidden" name="from" value={state.from} />}
          <Radios
            name="text"
            fieldset={{ legend: legend('text') }}
            hint={t('textHint')}
            value={display.text}
            items={(['standard', 'large', 'xlarge'] as const).map((value) => ({ value, content: t(value) }))}
          />
          <Radios
            name="contrast"
            fieldset={{ legend: legend('contrast') }}
            value={display.contrast}
            items={[
              { value: 'standard', content: t('contrastStandard') },
              { value: 'light', content: t('contrastLight') },
              { value: 'dark', content: t('contrastDark') },
            ]}
          />
          <Checkboxes
            name="options"
            fieldset={{ legend: legend('options') }}
            items={[
              { value: 'wide', content: t('wide'), checked: display.wideSpacing },
              { value: 'easy', content: t('easy'), hint: t('easyHint'), checked: display.easyRead },
              { value: 'read', content: t('read'), hint: t('readHint'), checked: display.readAloud },
              { value: 'still', content: t('still'), hint: t('stillHint'), checked: display.reduceMotion },
            ]}
          />
          <div class="zj-actions">
            <Button>{t('save')}</Button>
            <Button class="govuk-button--secondary" name="reset" value="yes">{t('reset')}</Button>
          </div>
        </form>
      </>
    ),
  };
}
