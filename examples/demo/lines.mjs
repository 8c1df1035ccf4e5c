import { TradeColumn } from 'notbank-rx';
import { topOf } from './book.mjs';
import { amount, clock, orderLine, stateLine, writerOf } from './format.mjs';

const levels = ({ bids, asks }, write) => {
  const side = (rows) =>
    rows.map(([price, quantity]) => `${write.quantity(quantity)} @ ${write.price(price)}`).join(', ') ||
    'none';
  return `bids ${side(bids)} | asks ${side(asks)}`;
};

const bookLine = ({ book, instrument }) =>
  `book ${instrument.Symbol}: ${levels(topOf(book, 3), writerOf(instrument))}`;

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
  Book: ({ book, instrument }, { message }) =>
    message._tag === 'Snapshot'
      ? [`book ${instrument.Symbol}: a fresh snapshot, ${book.bids.size} bids and ${book.asks.size} asks`]
      : [],
  Trades: ({ instrument, newTrades }) => newTrades.map((row) => tradeLine(row, instrument)),
  Order: ({ instrument }, { order }) => [orderLine(order, instrument.Symbol)],
  Balances: (_, { when, positions }) => positions.map((position) => positionLine(when, position)),
  Tick: (scene) => (scene.book.snapshots > 0 ? [bookLine(scene)] : []),
};

/** Tells what happens as plain lines, for a pipe or a file: no escape codes, nothing is ever redrawn. */
export const createLines = (output) => ({
  show: (scene) => {
    for (const line of tellers[scene.last._tag](scene, scene.last)) output.write(`${line}\n`);
  },
  end: () => undefined,
});
