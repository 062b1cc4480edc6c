/** Markup of a fragment that our own server sent, as nodes. Scripts in it never run. */
export function nodesOf(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return Array.from(parsed.body.childNodes).map((node) => document.importNode(node, true));
}

/** What a fragment wants said: the text of its part marked `data-announce`. */
export function announcementIn(scope: ParentNode): string {
  return scope.querySelector('[data-announce]')?.textContent?.trim() ?? '';
}

/** Writes into a status node that was in the page from the start; the same words are not said twice. */
export function announce(status: Element | null, words: string): void {
  if (status && words !== '' && status.textContent !== words) status.textContent = words;
}
