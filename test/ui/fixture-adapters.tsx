import type { FunctionComponent, VNode } from 'preact';
import * as ui from '../../src/ui/index.js';
import { content, props, type Options } from './fixture-props.js';

/**
 * From the options of a macro to the props of our component: names only. What a component of ours
 * takes as JSX children is the macro's `text` or `html`.
 */
type Adapter = (options: Options) => VNode;

const element = (component: unknown, given: unknown): VNode => {
  const Component = component as FunctionComponent<Options>;
  const { content: children, ...rest } = given as Options;
  return <Component {...rest}>{children as string}</Component>;
};

const plain = (component: unknown, more: (options: Options) => Options = () => ({})): Adapter => (options) =>
  element(component, { ...(props(options) as Options), ...more(options) });

/** A given error message with other words before it. */
const withPrefix = (options: Options): Options => {
  const error = options.errorMessage as Options | undefined;
  if (!error) return { errorMessage: undefined };
  return { errorMessage: errorProps(error) };
};

const errorProps = (error: Options): Options => ({
  ...(props(error) as Options),
  ...(error.visuallyHiddenText === undefined ? {} : { prefix: error.visuallyHiddenText ? `${String(error.visuallyHiddenText)}:` : '' }),
});

const label = (options: Options): Options => ({ label: props(options.label) ?? '' });

/** `beforeInput: {text|html}` and its like are content in our form group. */
const formGroup = (options: Options): Options => {
  const group = options.formGroup as Options | undefined;
  if (!group) return {};
  const slots = ['beforeInput', 'afterInput', 'beforeInputs', 'afterInputs'];
  return {
    formGroup: {
      ...(props(group) as Options),
      ...Object.fromEntries(slots.filter((name) => group[name]).map((name) => [name, content((group[name] as Options).text, (group[name] as Options).html)])),
    },
  };
};

const field = (options: Options): Options => ({ ...withPrefix(options), ...label(options), ...formGroup(options) });

const choiceItems = (options: Options): Options => ({
  items: ((options.items as (Options | null)[] | undefined) ?? []).map((item) => item && {
    ...(props(item) as Options),
    content: content(item.text, item.html),
    conditional: item.conditional ? content(undefined, (item.conditional as Options).html) : undefined,
  }),
  ...withPrefix(options),
  ...formGroup(options),
});

/** Cells, rows and links whose text may be absent. */
const filled = (item: unknown): unknown => ({ content: undefined, ...(props(item) as Options) });

const links = (items: unknown): unknown => (items as unknown[] | undefined)?.map((item) => item && filled(item));

const i18n = (options: Options, names: readonly string[]): Options =>
  Object.fromEntries(names.filter((name) => options[`${name}Text`] !== undefined).map((name) => [kebab(name), options[`${name}Text`]]));

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const actions = (given: unknown): unknown => given && { ...(props(given) as Options), items: links((given as Options).items) };

export const adapters: Readonly<Record<string, Adapter>> = {
  'back-link': plain(ui.BackLink),
  breadcrumbs: plain(ui.Breadcrumbs, (o) => ({ label: o.labelText, items: links(o.items) })),
  button: plain(ui.Button, (o) => ({ isStart: o.isStartButton })),
  'character-count': plain(ui.CharacterCount, (o) => ({
    ...field(o),
    limitText: o.textareaDescriptionText,
    countMessageClass: (o.countMessage as Options | undefined)?.classes,
    countScript: i18n(o, ['charactersUnderLimit', 'charactersAtLimit', 'charactersOverLimit', 'wordsUnderLimit', 'wordsAtLimit', 'wordsOverLimit']),
  })),
  checkboxes: plain(ui.Checkboxes, choiceItems),
  'date-input': plain(ui.DateInput, (o) => ({ ...withPrefix(o), ...formGroup(o), items: dateItems(o) })),
  details: plain(ui.Details, (o) => ({ summary: content(o.summaryText, o.summaryHtml) })),
  'error-message': (o) => element(ui.ErrorMessage, errorProps(o)),
  'error-summary': plain(ui.ErrorSummary, (o) => ({
    title: content(o.titleText, o.titleHtml),
    description: content(o.descriptionText, o.descriptionHtml),
    errorList: links(o.errorList),
  })),
  fieldset: plain(ui.Fieldset),
  'file-upload': plain(ui.FileUpload, (o) => ({
    ...field(o),
    dropZone: o.javascript
      ? {
          class: o.wrapperClasses,
          attributes: o.wrapperAttributes,
          script: i18n(o, ['chooseFilesButton', 'noFileChosen', 'multipleFilesChosen', 'dropInstruction', 'enteredDropZone', 'leftDropZone']),
        }
      : undefined,
  })),
  'generic-header': plain(ui.GenericHeader, (o) => ({ href: o.url, logo: content(o.logoText, o.logoHtml), containerClass: o.containerClasses })),
  hint: plain(ui.Hint),
  input: plain(ui.Input, field),
  'inset-text': plain(ui.InsetText),
  label: plain(ui.Label),
  'language-navigation': plain(ui.LanguageNavigation, (o) => ({
    label: o.ariaLabel,
    items: ((o.items as Options[] | undefined) ?? []).map((item) => ({ ...(filled(item) as Options), description: item.languageDescriptionText })),
  })),
  'notification-banner': plain(ui.NotificationBanner, (o) => ({
    title: content(o.titleText, o.titleHtml),
    text: o.text,
    content: content(undefined, o.html),
  })),
  pagination: plain(ui.Pagination, (o) => ({ items: (o.items as Options[] | undefined)?.map((item) => item && Object.keys(item).length > 0 && { ...item, attributes: (props(item) as Options).attributes, label: item.visuallyHiddenText }) })),
  panel: plain(ui.Panel, (o) => ({ title: content(o.titleText, o.titleHtml) })),
  'password-input': plain(ui.PasswordInput, (o) => ({
    ...field(o),
    buttonClass: (o.button as Options | undefined)?.classes,
    showText: o.showPasswordText,
    showLabel: o.showPasswordAriaLabelText,
    script: i18n(o, ['showPassword', 'hidePassword', 'showPasswordAriaLabel', 'hidePasswordAriaLabel', 'passwordShownAnnouncement', 'passwordHiddenAnnouncement']),
  })),
  'phase-banner': plain(ui.PhaseBanner, (o) => ({ tag: filled(o.tag ?? {}) })),
  radios: plain(ui.Radios, choiceItems),
  select: plain(ui.Select, (o) => ({ ...field(o), items: (o.items as Options[] | undefined)?.map((item) => item && { ...item, value: item.value === undefined ? undefined : String(item.value), attributes: (props(item) as Options).attributes }) ?? [] })),
  'service-navigation': plain(ui.ServiceNavigation, (o) => ({
    navigation: links(o.navigation),
    label: o.ariaLabel,
    navigationClass: o.navigationClasses,
    collapseOnMobile: o.collapseNavigationOnMobile,
    slots: serviceSlots(o),
  })),
  'skip-link': plain(ui.SkipLink),
  'summary-list': plain(ui.SummaryList, (o) => ({
    rows: ((o.rows as (Options | null)[] | undefined) ?? []).map((row) => row && { ...(props(row) as Options), key: filled(row.key), value: filled(row.value), actions: actions(row.actions) }),
    card: o.card && { ...(props(o.card) as Options), actions: actions((o.card as Options).actions) },
  })),
  table: plain(ui.Table, (o) => ({
    captionClass: o.captionClasses,
    head: links(o.head),
    rows: ((o.rows as (unknown[] | null)[] | undefined) ?? []).map((row) => row && links(row)),
  })),
  tabs: plain(ui.Tabs, (o) => ({
    items: ((o.items as (Options | null)[] | undefined) ?? []).map((item) => item && { ...(props(item) as Options), panel: tabPanel(item.panel as Options) }),
  })),
  tag: plain(ui.Tag),
  'task-list': plain(ui.TaskList, (o) => ({
    items: ((o.items as (Options | null)[] | undefined) ?? []).map((item) => item && {
      ...(props(item) as Options),
      hint: item.hint ? content((item.hint as Options).text, (item.hint as Options).html) : undefined,
    }),
  })),
  textarea: plain(ui.Textarea, field),
  'warning-text': plain(ui.WarningText, (o) => ({ iconFallback: o.iconFallbackText || undefined })),
};

function tabPanel(panel: Options): Options {
  return { ...(props(panel) as Options), text: panel.text, content: content(undefined, panel.html) };
}

/** The macro makes a label of the name; ours wants one for every box that is not year, month or day. */
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

function dateItems(options: Options): unknown {
  const given = (name: string): Options => (options[name] ? (props(options[name]) as Options) : {});
  if (Array.isArray(options.items) && options.items.length > 0) {
    return (options.items as (Options | null)[]).map((item) => item && { label: capitalised(String(item.name)), value: given(String(item.name)).value, ...(props(item) as Options) });
  }
  if (['day', 'month', 'year'].every((name) => options[name] === undefined)) return undefined;
  return ['day', 'month', 'year'].map((name) => options[name] !== false && { name, part: name, ...given(name) });
}

function serviceSlots(options: Options): unknown {
  const slots = options.slots as Options | undefined;
  if (!slots) return undefined;
  const end = slots.end as string | Options | undefined;
  return {
    start: content(undefined, slots.start),
    end: content(undefined, typeof end === 'string' ? end : end?.html),
    endInline: typeof end === 'object' && end.align === 'inline',
    navigationStart: content(undefined, slots.navigationStart),
    navigationEnd: content(undefined, slots.navigationEnd),
  };
}

/** Components of govuk-frontend that this service has no use for. */
export const notPorted: Readonly<Record<string, string>> = {
  accordion: 'hides content; headings and links do the same job',
  'cookie-banner': 'the service sets only cookies that it cannot work without',
  'exit-this-page': 'made for victims of violence who must leave at once; no such page here',
  feedback: 'our help block and the complaint entry do its job',
  footer: 'carries the crown; our own footer is in src/ui/layout',
  header: 'the GOV.UK header must not be used elsewhere',
};

const noInterruption = 'the interruption variant of the panel is not ported: no page of the service needs it';

/** Fixtures that our components do not equal, each with its reason. */
export const exceptions: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'interruption',
    'interruption with custom classes',
    'interruption, button link',
    'interruption, no actions',
    'interruption, no actions items',
    'interruption, submit action',
    'interruption, with actions classes and attributes',
    'interruption-with-content-with-long-line-length',
    'interruption-with-headings-content-and-lists',
  ].map((name) => [`panel: ${name}`, noInterruption]),
);
