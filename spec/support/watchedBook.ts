import type { Connection } from '../../src/connection/connection.ts';
import type { Level2Row } from '../../src/codec/records/Level2Row.ts';
import { type Frame, MessageType } from '../../src/frame.ts';
import { orderBook$, type OrderBookView } from '../../src/market/book/orderBook.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { bookRow } from './books.ts';
import { connect } from './connect.ts';

export const bid = (price: number, quantity = 1, action = 0): Level2Row =>
  bookRow(0, price, quantity, action);
export const ask = (price: number, quantity = 1, action = 0): Level2Row =>
  bookRow(1, price, quantity, action);

/** Bid 99, ask 101. */
export const calm: readonly Level2Row[] = [bid(99), ask(101)];
/** Bid 102, ask 101. */
export const wild: readonly Level2Row[] = [bid(102), ask(101)];

/** An exchange with one book, told by its script alone: what a subscribe gives, and what `GetL2Snapshot` says. */
export const bookExchange = (snapshot: readonly Level2Row[] = calm) => {
  const book = { snapshot, answer: snapshot as readonly Level2Row[] | undefined };
  const answer = ({ name }: Frame): unknown => {
    if (name === 'SubscribeLevel2') return book.snapshot;
    if (name === 'GetL2Snapshot') return book.answer;
    if (name === 'GetInstruments') return [{ InstrumentId: 1, Symbol: 'BTCUSDT', SessionStatus: 'Running' }];
    return { result: true, errormsg: null, errorcode: 0, detail: null };
  };
  const exchange = scriptedExchange({ answer });
  return {
    ...exchange,
    /** What is answered from now on. */
    tell: (change: Partial<typeof book>): void => void Object.assign(book, change),
    frame: (...rows: readonly Level2Row[]) =>
      exchange.push({ type: MessageType.Event, name: 'Level2UpdateEvent', payload: rows }),
    client: (options: Parameters<typeof connect>[1] = {}) => connect(exchange, options),
  };
};

/** Of each view its status and its best prices, as a line. */
export const lineOf = ({ status, epoch, best }: Pick<OrderBookView, 'status' | 'epoch' | 'best'>): string =>
  `${status} ${epoch}: ${best.bid?.price ?? '-'} ${best.ask?.price ?? '-'}`;

/** Follows the book of instrument 1, and keeps what is told. */
export const watch = (
  client: Connection,
  params: Partial<Parameters<typeof orderBook$>[1]> = {},
  options?: Parameters<typeof orderBook$>[2],
) => {
  const views: OrderBookView[] = [];
  const ends: string[] = [];
  const subscription = orderBook$(client, { InstrumentId: 1, ...params } as never, options).subscribe({
    next: (view) => views.push(view),
    complete: () => ends.push('complete'),
  });
  return { views, ends, lines: () => views.map(lineOf), unsubscribe: () => subscription.unsubscribe() };
};
