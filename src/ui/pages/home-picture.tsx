import type { VNode } from 'preact';

/** Decoration, drawn for this service: people of all kinds at one table, under the leaves of the mark. Says nothing that the text does not. */
export function HomePicture(): VNode {
  return (
    <svg class="zj-hero__picture" viewBox="0 0 400 300" aria-hidden="true" focusable="false">
      <ellipse class="zj-pic__ground" cx="200" cy="262" rx="188" ry="26" />
      <path class="zj-pic__stem" d="M200 184V64" />
      <path class="zj-pic__leaf" d="M200 112C200 62 158 36 106 36 106 86 146 112 200 112Z" />
      <path class="zj-pic__leaf zj-pic__leaf--light" d="M200 84C200 42 236 14 284 14 284 58 248 84 200 84Z" />
      <g class="zj-pic__one">
        <circle cx="92" cy="150" r="24" />
        <path d="M54 250V216C54 190 70 178 92 178S130 190 130 216V250Z" />
      </g>
      <g class="zj-pic__two">
        <circle cx="302" cy="150" r="24" />
        <path d="M268 232V214C268 190 282 178 302 178S338 190 338 214V232Z" />
        <path class="zj-pic__line" d="M344 196H360M344 196V234H300" />
        <circle class="zj-pic__line" cx="318" cy="244" r="28" />
        <circle class="zj-pic__line" cx="318" cy="244" r="5" />
      </g>
      <path class="zj-pic__table" d="M128 214H272V228H128Z" />
      <path class="zj-pic__table" d="M148 228H160V262H148ZM240 228H252V262H240Z" />
      <path class="zj-pic__two" d="M182 182H218L213 214H187Z" />
      <path class="zj-pic__sheet" d="M140 206H174V214H140ZM228 206H262V214H228Z" />
    </svg>
  );
}
