import { startGovuk } from './govuk.js';

/** Shows the page that a script's request came back with, as the browser would: its title, its main part, its focus. */
export function adoptPage(html: string): boolean {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const main = page.querySelector('main');
  const present = document.querySelector('main');
  if (!main || !present) return false;
  document.title = page.title;
  const adopted = document.importNode(main, true);
  present.replaceWith(adopted);
  startGovuk(adopted);
  if (!adopted.contains(document.activeElement)) {
    adopted.tabIndex = -1;
    adopted.focus();
  }
  return true;
}
