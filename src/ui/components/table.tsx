import { createContext, isValidElement, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { join, slot, type Attributes, type Content, type Slot } from './slots.js';

type CellOptions = { readonly format?: string; readonly colspan?: number; readonly rowspan?: number };
export type Cell = Slot<CellOptions>;

export type TableProps = {
  readonly caption?: string;
  readonly captionClass?: string;
  readonly head?: readonly Cell[];
  readonly rows: readonly (readonly Cell[] | null | undefined | false)[];
  readonly firstCellIsHeader?: boolean;
  /** Which cell names the row where it is not the first, counted from 0. */
  readonly headerCell?: number;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function Table(props: TableProps): VNode {
  const headerCell = props.headerCell ?? (props.firstCellIsHeader === true ? 0 : null);
  return (
    <table class={join('govuk-table', props.class)} {...props.attributes}>
      {props.caption ? <caption class={join('govuk-table__caption', props.captionClass)}>{props.caption}</caption> : null}
      {props.head ? (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{props.head.map((cell) => <HeadCell cell={cell} />)}</tr>
        </thead>
      ) : null}
      <tbody class="govuk-table__body">
        {props.rows.map((row) => row && (
          <tr class="govuk-table__row">{row.map((cell, index) => <BodyCell cell={cell} isHeader={index === headerCell} />)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell(props: { readonly cell: Cell }): VNode {
  const cell = slot<CellOptions>(props.cell);
  return (
    <th scope="col" class={join('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.class)} colspan={cell.colspan} rowspan={cell.rowspan} {...cell.attributes}>
      {cell.content}
    </th>
  );
}

/** Whether the table scrolls in a region: then its cells need no room that the window has not. */
const InRegion = createContext(false);

/** Numbers, days, times and codes: they are read in one piece and never broken. */
const ONE_PIECE = /^[\dA-Z—][\dA-Z.,:%*–— -]*( ?[元人月行年])?$/;

function isOnePiece(content: Content): boolean {
  const words: unknown = isValidElement(content) ? content.props.children : content;
  return typeof words === 'string' && ONE_PIECE.test(words);
}

function BodyCell(props: { readonly cell: Cell; readonly isHeader: boolean }): VNode {
  const cell = slot<CellOptions>(props.cell);
  const piece = useContext(InRegion) && isOnePiece(cell.content) && 'zj-piece';
  const common = { colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes };
  if (props.isHeader) return <th scope="row" class={join('govuk-table__header', piece, cell.class)} {...common}>{cell.content}</th>;
  return <td class={join('govuk-table__cell', piece, cell.format && `govuk-table__cell--${cell.format}`, cell.class)} {...common}>{cell.content}</td>;
}

/**
 * A wide table in its own scrolling region, so that the page itself never scrolls sideways at 320 px.
 * The region takes the focus, so that arrow keys scroll it; its name is the table's caption or the given one.
 */
export function TableRegion(props: { readonly label: string; readonly children: Content }): VNode {
  return <div class="zj-table-region" role="region" aria-label={props.label} tabIndex={0}><InRegion.Provider value>{props.children}</InRegion.Provider></div>;
}
