/**
 * Calls back once the person has stopped typing for `wait` milliseconds. With pinyin input every keystroke before the
 * candidate is chosen would count as typing; nothing happens until the composition has ended.
 */
export function afterTyping(scope: HTMLElement, wait: number, callback: () => void): void {
  let composing = false;
  let timer = 0;
  const start = (): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(callback, wait);
  };
  scope.addEventListener('compositionstart', () => {
    composing = true;
    window.clearTimeout(timer);
  });
  scope.addEventListener('compositionend', () => {
    composing = false;
    start();
  });
  scope.addEventListener('input', (event) => {
    if (!composing && !(event as InputEvent).isComposing) start();
  });
}
