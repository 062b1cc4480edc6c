import { Button } from 'govuk-frontend/dist/govuk/components/button/button.mjs';
import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs';
import { Checkboxes } from 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs';
import { ErrorSummary } from 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs';
import { FileUpload } from 'govuk-frontend/dist/govuk/components/file-upload/file-upload.mjs';
import { NotificationBanner } from 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs';
import { PasswordInput } from 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs';
import { Radios as GovukRadios } from 'govuk-frontend/dist/govuk/components/radios/radios.mjs';
import { SkipLink } from 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs';
import { Tabs } from 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs';

/** ARIA gives a radio button no `aria-expanded`; `aria-controls` stays, and what is revealed comes next in reading order. */
class Radios extends GovukRadios {
  override syncConditionalRevealWithInputState(input: HTMLInputElement): void {
    super.syncConditionalRevealWithInputState(input);
    input.removeAttribute('aria-expanded');
  }
}

const COMPONENTS = [Button, CharacterCount, Checkboxes, ErrorSummary, FileUpload, NotificationBanner, PasswordInput, Radios, SkipLink, Tabs];

/**
 * Starts govuk-frontend's behaviour inside `scope`. The classes that its styles wait for are set here and
 * not by an inline script, which the content security policy forbids.
 */
export function startGovuk(scope: ParentNode): void {
  document.body.classList.add('js-enabled', 'govuk-frontend-supported');
  for (const Component of COMPONENTS) {
    for (const element of scope.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
      if (!element.hasAttribute(`data-${Component.moduleName}-init`)) new Component(element);
    }
  }
}
