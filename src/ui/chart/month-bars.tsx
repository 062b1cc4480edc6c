import type { VNode } from 'preact';
import { Table, TableRegion, type Cell } from '../components/table.js';

export type MonthValue = {
  /** Decimal string, for the length of the bar only. */
  readonly value: string;
  /** As people read it: `41,850.00 元`. */
  readonly text: string;
};

export type MonthBarsProps = {
  /** Unique on the page. */
  readonly id: string;
  /** What the numbers say, in one sentence. */
  readonly finding: string;
  readonly caption: string;
  readonly monthHead: string;
  /** One or two rows of numbers, each with its name. */
  readonly series: readonly [string] | readonly [string, string];
  /** In order; each with one value for every series. */
  readonly months: readonly { readonly label: string; readonly short: string; readonly values: readonly MonthValue[] }[];
};

const WIDTH = 720;
const HEIGHT = 240;
const TOP = 44;
const BOTTOM = 32;

/**
 * Bars by month: the table is where the numbers live, the picture shows the same rows a second time. No colour carries
 * meaning alone: the second series is hatched. Narrow screens show the table only.
 */
export function MonthBars(props: MonthBarsProps): VNode {
  const titleId = `${props.id}-title`;
  return (
    <figure class="zj-chart">
      <figcaption>{props.finding}</figcaption>
      <TableRegion label={props.caption}>
        <Table
          caption={props.caption}
          firstCellIsHeader
          head={[props.monthHead, ...props.series.map((name): Cell => ({ content: name, format: 'numeric' }))]}
          rows={props.months.map(({ label, values }) => [label, ...values.map(({ text }): Cell => ({ content: text, format: 'numeric' }))])}
        />
      </TableRegion>
      <svg role="img" aria-labelledby={titleId} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
        <title id={titleId}>{props.finding}</title>
        <pattern id={`${props.id}-hatch`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="zj-chart__ground" width="8" height="8" />
          <path class="zj-chart__hatch" d="M0 0V8" stroke-width="6" />
        </pattern>
        {props.series.map((name, index) => <Key id={props.id} name={name} index={index} />)}
        <Bars {...props} />
        <path class="zj-chart__axis" d={`M0 ${HEIGHT - BOTTOM}H${WIDTH}`} />
      </svg>
    </figure>
  );
}

function Bars({ id, months, series }: MonthBarsProps): VNode {
  const highest = Math.max(0, ...months.flatMap(({ values }) => values.map(({ value }) => Number(value))));
  const slot = WIDTH / Math.max(1, months.length);
  const width = (slot * 0.7) / series.length;
  const room = HEIGHT - TOP - BOTTOM;
  return (
    <>
      {months.map((month, place) => (
        <g>
          {month.values.map(({ value }, index) => {
            const height = highest === 0 ? 0 : (Math.max(0, Number(value)) / highest) * room;
            return (
              <rect
                {...barLook(id, index)}
                x={round(place * slot + slot * 0.15 + index * width)}
                y={round(HEIGHT - BOTTOM - height)}
                width={round(width - 2)}
                height={round(height)}
              />
            );
          })}
          <text class="zj-chart__text" x={round(place * slot + slot / 2)} y={HEIGHT - 8} text-anchor="middle">{month.short}</text>
        </g>
      ))}
    </>
  );
}

function Key({ id, name, index }: { readonly id: string; readonly name: string; readonly index: number }): VNode {
  const x = index * (WIDTH / 2);
  return (
    <g>
      <rect {...barLook(id, index)} x={x + 1} y={7} width={22} height={22} />
      <text class="zj-chart__text" x={x + 34} y={25}>{name}</text>
    </g>
  );
}

const barLook = (id: string, index: number) => (index === 0 ? { class: 'zj-chart__bar' } : { class: 'zj-chart__bar zj-chart__bar--second', fill: `url(#${id}-hatch)` });

const round = (value: number): number => Math.round(value * 100) / 100;

/**
 * A bar in a table cell, beside the number that it repeats. `part` of `whole` as decimal strings; nothing is drawn where
 * there is nothing to compare with.
 */
export function BarCell({ part, whole }: { readonly part: string; readonly whole: string }): VNode | null {
  const ratio = Number(part) / Number(whole);
  if (!Number.isFinite(ratio)) return null;
  return (
    <svg class="zj-bar-cell" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="zj-chart__bar" width={round(Math.min(1, Math.max(0, ratio)) * 100)} height="10" />
    </svg>
  );
}
