// govuk-frontend ships no types for its modules; this is the part of their shape that we use.
type GovukComponent = { new (root: Element): unknown; readonly moduleName: string };

declare module 'govuk-frontend/dist/govuk/components/button/button.mjs' { export const Button: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs' { export const CharacterCount: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs' { export const Checkboxes: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs' { export const ErrorSummary: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/file-upload/file-upload.mjs' { export const FileUpload: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs' { export const NotificationBanner: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/password-input/password-input.mjs' { export const PasswordInput: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/radios/radios.mjs' {
  export class Radios {
    static readonly moduleName: string;
    constructor(root: Element);
    syncConditionalRevealWithInputState(input: HTMLInputElement): void;
  }
}
declare module 'govuk-frontend/dist/govuk/components/skip-link/skip-link.mjs' { export const SkipLink: GovukComponent; }
declare module 'govuk-frontend/dist/govuk/components/tabs/tabs.mjs' { export const Tabs: GovukComponent; }
