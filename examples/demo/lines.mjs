import { TradeColumn } from 'notbank-rx';
import { amount, bookState, clock, orderLine, stateLine, writerOf } from './format.mjs';

const levels = ({ bids, asks }, write) => {
  const side = (rows) =>
    rows.map(({ price, quantity }) => `${write.quantity(quantity)} @ ${write.price(price)}`).join(', ') ||
    'none';
  return `bids ${side(bids)} | asks ${side(asks)}`;
};

const bookLine = ({ book, instrument }) =>
  `book ${instrument.Symbol}: ${levels(book.top(3), writerOf(instrument))}`;

const freshLine = ({ book, instrument }) => {
  const { bids, asks } = book.top(Infinity);
  return `book ${instrument.Symbol}: a fresh snapshot, ${bids.length} bids and ${asks.length} asks`;
};

/** What is told of a view: that the book was begun afresh, and how it stands where that has changed. */
const bookNews = (scene) => {
  const { book, bookBefore, instrument } = scene;
  return [
    ...(book.epoch > (bookBefore?.epoch ?? 0) ? [freshLine(scene)] : []),
    ...(book.status === bookBefore?.status ? [] : [`book ${instrument.Symbol}: ${bookState(book)}`]),
  ];
};

const tradeLine = (row, { Symbol, ...instrument }) => {
  const write = writerOf(instrument);
  const side = row[TradeColumn.TakerSide] === 0 ? 'bought' : 'sold';
  const { Quantity, Price, TradeTime } = TradeColumn;
  return `trade ${Symbol} ${clock(row[TradeTime])}: ${side} ${write.quantity(row[Quantity])} at ${write.price(row[Price])}`;
};

const positionLine = (when, { ProductSymbol, Amount, Hold }) =>
  `balance ${when}: ${ProductSymbol} ${amount(Amount)}${Hold > 0 ? `, of which ${amount(Hold)} held` : ''}`;

const tellers = {
  Title: ({ title }) => [title],
  Note: (_, { text }) => [text],
  State: (_, { state }) => [`connection: ${stateLine(state)}`],
  Instruments: (_, { instruments }) =>
    instruments.map(
      ({ InstrumentId, Symbol, Product1Symbol, Product2Symbol, SessionStatus }) =>
        `instrument ${InstrumentId}: ${Symbol}, ${Product1Symbol} in ${Product2Symbol}, ${SessionStatus}`,
    ),
  Book: bookNews,
  Trades: ({ instrument, newTrades }) => newTrades.map((row) => tradeLine(row, instrument)),
  Order: ({ instrument, order }) => [orderLine(order, instrument.Symbol)],
  Balances: (_, { when, positions }) => positions.map((position) => positionLine(when, position)),
  Tick: (scene) => (scene.book?.status === 'live' ? [bookLine(scene)] : []),
};

/** Tells what happens as plain lines, for a pipe or a file: no escape codes, nothing is ever redrawn. */
export const createLines = (output) => ({
  show: (scene) => {
    for (const line of tellers[scene.last._tag](scene, scene.last)) output.write(`${line}\n`);
  },
  end: () => undefined,
});
