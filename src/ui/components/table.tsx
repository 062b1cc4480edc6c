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
  /** Where there is no room each cell stands on a line of its own under the words of its column: nothing is scrolled away sideways. */
  readonly stacked?: boolean;
  readonly class?: string;
  readonly attributes?: Attributes;
};

export function Table(props: TableProps): VNode {
  const headerCell = props.headerCell ?? (props.firstCellIsHeader === true ? 0 : null);
  const isStacked = props.stacked === true;
  // Some browsers drop the roles of a table together with its layout.
  const role = (name: string): Attributes => (isStacked ? { role: name } : {});
  const labels = isStacked ? props.head?.map((cell) => slot<CellOptions>(cell).content) : undefined;
  return (
    <table class={join('govuk-table', isStacked && 'zj-stacked', props.class)} {...role('table')} {...props.attributes}>
      {props.caption ? <caption class={join('govuk-table__caption', props.captionClass)}>{props.caption}</caption> : null}
      {props.head ? (
        <thead class="govuk-table__head" {...role('rowgroup')}>
          <tr class="govuk-table__row" {...role('row')}>{props.head.map((cell) => <HeadCell cell={cell} attributes={role('columnheader')} />)}</tr>
        </thead>
      ) : null}
      <tbody class="govuk-table__body" {...role('rowgroup')}>
        {props.rows.map((row) => row && (
          <tr class="govuk-table__row" {...role('row')}>{row.map((cell, index) => <BodyCell cell={cell} isHeader={index === headerCell} label={index === headerCell ? undefined : labels?.[index]} attributes={role(index === headerCell ? 'rowheader' : 'cell')} />)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function HeadCell(props: { readonly cell: Cell; readonly attributes: Attributes }): VNode {
  const cell = slot<CellOptions>(props.cell);
  return (
    <th scope="col" class={join('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.class)} colspan={cell.colspan} rowspan={cell.rowspan} {...props.attributes} {...cell.attributes}>
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

function BodyCell(props: { readonly cell: Cell; readonly isHeader: boolean; /** Of its column, where the row may be stacked. */ readonly label: Content | undefined; readonly attributes: Attributes }): VNode {
  const cell = slot<CellOptions>(props.cell);
  const piece = useContext(InRegion) && isOnePiece(cell.content) && 'zj-piece';
  const common = { colspan: cell.colspan, rowspan: cell.rowspan, ...props.attributes, ...cell.attributes };
  if (props.isHeader) return <th scope="row" class={join('govuk-table__header', piece, cell.class)} {...common}>{cell.content}</th>;
  return <td class={join('govuk-table__cell', props.label !== undefined && 'zj-stacked__line', piece, cell.format && `govuk-table__cell--${cell.format}`, cell.class)} {...common} {...(typeof props.label === 'string' ? { 'data-label': props.label } : {})}>{cell.content}</td>;
}

/**
 * A wide table in its own scrolling region, so that the page itself never scrolls sideways at 320 px.
 * The region takes the focus, so that arrow keys scroll it; its name is the table's caption or the given one.
 */
export function TableRegion(props: { readonly label: string; readonly children: Content }): VNode {
  return <div class="zj-table-region" role="region" aria-label={props.label} tabIndex={0}><InRegion.Provider value>{props.children}</InRegion.Provider></div>;
}
