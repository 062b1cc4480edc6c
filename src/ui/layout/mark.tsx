import type { VNode } from 'preact';

/** The service's own mark: a sprout above a cupped hand. The favicon is src/ui/images/mark.svg. */
export function Mark(): VNode {
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <path class="zj-mark__leaf" d="M24 22C24 13 17 7.5 8 7.5 8 16.500 14.500 22 24 22Z" />
      <path class="zj-mark__leaf" d="M24 18C24 10.500 30 5 39 5 39 13 33 18 24 18Z" />
      <path class="zj-mark__stem" d="M24 15V33" stroke-width="3" stroke-linecap="round" />
      <path class="zj-mark__hand" d="M6 29C8.500 38 15.500 43 24 43S39.500 38 42 29" stroke-width="4.500" stroke-linecap="round" />
      <path class="zj-mark__hand" d="M14.500 32C17 35.500 20.300 37 24 37" stroke-width="3" stroke-linecap="round" />
    </svg>
  );
}
