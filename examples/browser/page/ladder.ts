import type { OrderBookView } from 'notbank-rx';
import { filter, fromEvent, map, type Observable } from 'rxjs';
import { element, write } from './element.ts';
import type { Formats } from './formats.ts';
import { type TotalledLevel, totalled } from './levels.ts';

/** How many levels a side are shown. */
const rowsPerSide = 16;

/** Prices at which orders of one's own rest. */
export type Prices = ReadonlySet<number>;

interface Row {
  readonly root: HTMLElement;
  readonly show: (level: TotalledLevel | undefined, deepest: number, own: Prices) => void;
}

const createRow = ({ price, quantity }: Formats): Row => {
  const cells = ['price', 'quantity', 'total'].map((className) => element('span', { className }));
  const root = element('div', { className: 'level' }, ...cells);
  return {
    root,
    show: (level, deepest, own) => {
      const texts = level && [price(level.price), quantity(level.quantity), quantity(level.total)];
      cells.forEach((cell, index) => write(cell, texts?.[index] ?? ''));
      root.dataset['own'] = String(level !== undefined && own.has(level.price));
      root.dataset['price'] = level === undefined ? '' : String(level.price);
      root.style.setProperty('--share', String(level === undefined ? 0 : level.total / deepest));
    },
  };
};

const createRows = (formats: Formats): readonly Row[] =>
  Array.from({ length: rowsPerSide }, () => createRow(formats));

/**
 * The ladder: the best levels of both sides, the asks above the bids, each with a bar as long as all that rests down to
 * it, and a mark where orders of one's own rest. The rows are made once; a book changes their texts.
 */
export const ladder = (root: HTMLElement, formats: Formats): ((book: OrderBookView, own: Prices) => void) => {
  const asks = createRows(formats);
  const bids = createRows(formats);
  const middle = element('div', { className: 'middle' });
  const side = (name: string, rows: readonly Row[]): HTMLElement =>
    element('div', { className: `side ${name}` }, ...rows.map((row) => row.root));
  root.replaceChildren(side('asks', asks), middle, side('bids', bids));
  return ({ top, spread, mid }, own) => {
    const levels = top(rowsPerSide);
    const shown = { asks: totalled(levels.asks), bids: totalled(levels.bids) };
    const deepest = Math.max(shown.asks.at(-1)?.total ?? 0, shown.bids.at(-1)?.total ?? 0);
    asks.forEach((row, index) => row.show(shown.asks[index], deepest, own));
    bids.forEach((row, index) => row.show(shown.bids[index], deepest, own));
    write(
      middle,
      mid === undefined ? 'no book' : `${formats.price(mid)}  spread ${formats.price(spread ?? 0)}`,
    );
  };
};

/** The prices of the levels that are clicked on. */
export const clickedPrice$ = (root: HTMLElement): Observable<string> =>
  fromEvent(root, 'click').pipe(
    map(({ target }) => (target instanceof Element ? target.closest<HTMLElement>('.level') : null)),
    map((row) => row?.dataset['price'] ?? ''),
    filter((price) => price !== ''),
  );
