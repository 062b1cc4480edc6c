import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** A pattern with `%{count}`, by plural category, as the browser scripts of govuk-frontend read it. */
export type PluralPatterns = Readonly<Record<string, string>>;

/**
 * The words that the components bring along. The layout provides those of the page's language;
 * without a layout they are govuk-frontend's own, so that the components can be held to its fixtures.
 */
export type KitWords = {
  readonly errorPrefix: string;
  /** Where nothing is chosen yet. */
  readonly choose: string;
  readonly warning: string;
  readonly success: string;
  readonly important: string;
  readonly contents: string;
  readonly back: string;
  readonly breadcrumb: string;
  readonly pagination: string;
  readonly previousPage: readonly [visible: string, hidden: string];
  readonly nextPage: readonly [visible: string, hidden: string];
  readonly page: (number: string) => string;
  readonly menu: string;
  readonly serviceInformation: string;
  readonly language: string;
  /** Reading order of the three boxes of a date. */
  readonly dateOrder: readonly DatePart[];
  readonly dateParts: Readonly<Record<DatePart, string>>;
  readonly characterLimit: (limit: number, unit: 'characters' | 'words') => string;
  readonly showPassword: string;
  readonly showPasswordLabel: string;
  /** Words for the browser scripts; absent means the scripts' own English. */
  readonly passwordScript?: Readonly<Record<string, string>>;
  readonly fileScript?: Readonly<Record<string, string | PluralPatterns>>;
  readonly countScript?: Readonly<Record<string, string | PluralPatterns>>;
};

export type DatePart = 'year' | 'month' | 'day';

const govukWords: KitWords = {
  errorPrefix: 'Error:',
  choose: 'Choose',
  warning: 'Warning',
  success: 'Success',
  important: 'Important',
  contents: 'Contents',
  back: 'Back',
  breadcrumb: 'Breadcrumb',
  pagination: 'Pagination',
  previousPage: ['Previous', ' page'],
  nextPage: ['Next', ' page'],
  page: (number) => `Page ${number}`,
  menu: 'Menu',
  serviceInformation: 'Service information',
  language: 'Language',
  dateOrder: ['day', 'month', 'year'],
  dateParts: { day: 'Day', month: 'Month', year: 'Year' },
  characterLimit: (limit, unit) => `You can enter up to ${limit} ${unit}`,
  showPassword: 'Show',
  showPasswordLabel: 'Show password',
};

export const WordsContext = createContext<KitWords>(govukWords);

export function useWords(): KitWords {
  return useContext(WordsContext);
}

/** `data-i18n.key` and `data-i18n.key.plural` attributes for the browser scripts. */
export function scriptWords(words: Readonly<Record<string, string | PluralPatterns | undefined>> | undefined): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(words ?? {})) {
    if (typeof value === 'string') attributes[`data-i18n.${key}`] = value;
    else if (value) for (const [plural, text] of Object.entries(value)) attributes[`data-i18n.${key}.${plural}`] = text;
  }
  return attributes;
}
