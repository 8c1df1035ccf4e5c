import { TradeColumn } from 'notbank-rx';
import { amount, bookState, clock, orderLine, stateLine, writerOf } from './format.mjs';

// A line is a list of pieces, each a text and how it is painted, so that it can be cut to the width of the terminal.
const blank = [];
const heading = (text) => [[text, 'bold']];

const tones = { good: 'green', bad: 'red', plain: undefined };

const connectionLine = ({ state }) => {
  if (state === undefined) return blank;
  const colour = state._tag === 'Open' ? 'green' : state._tag === 'Waiting' ? 'red' : 'yellow';
  return [[`● ${stateLine(state)}`, colour]];
};

const instrumentsLine = ({ instruments, instrument }) => [
  ['Instruments ', 'dim'],
  ...instruments.flatMap(({ Symbol, SessionStatus }) => [
    [` ${Symbol}`, Symbol === instrument?.Symbol ? 'bold' : SessionStatus === 'Running' ? undefined : 'dim'],
  ]),
];

/** Only a live book is to be traded on. */
const bookColours = { live: 'green', restoring: 'yellow' };

const bookLines = ({ book, instrument }, depth) => {
  const write = writerOf(instrument);
  const { bids, asks } = book?.top(depth) ?? { bids: [], asks: [] };
  const level = (at, colour) => {
    const text =
      at === undefined
        ? ''
        : `${write.quantity(at.quantity).padStart(10)} ${write.price(at.price).padStart(12)}`;
    return [text.padEnd(25), colour];
  };
  return [
    [
      [instrument.Symbol, 'bold'],
      ...(book === undefined
        ? []
        : [
            [`  ${bookState(book)}`, bookColours[book.status] ?? 'red'],
            [`  snapshot ${book.epoch}`, 'dim'],
          ]),
    ],
    [
      ['  quantity          bid  ', 'dim'],
      ['  quantity          ask', 'dim'],
    ],
    ...Array.from({ length: depth }, (_, index) => [level(bids[index], 'green'), level(asks[index], 'red')]),
  ];
};

const tradeLines = ({ trades, instrument }, count) => {
  const write = writerOf(instrument);
  const { Quantity, Price, TradeTime, TakerSide } = TradeColumn;
  const line = (row) => {
    const [side, colour] = row[TakerSide] === 0 ? ['bought', 'green'] : ['sold  ', 'red'];
    return [
      [`${clock(row[TradeTime])} `, 'dim'],
      [side, colour],
      [` ${write.quantity(row[Quantity])} at ${write.price(row[Price])}`],
    ];
  };
  return [heading('Trades'), ...trades.slice(-count).reverse().map(line)];
};

const orderLines = ({ order, instrument }) => {
  if (order === undefined) return [];
  const colour = order.life.isFinal ? 'green' : 'yellow';
  return [blank, [[orderLine(order, instrument.Symbol).replace(/^o/, 'O'), colour]]];
};

const balanceLines = ({ before, after }) => {
  if (before.length === 0) return [];
  const afterOf = ({ ProductId }) => after.find((position) => position.ProductId === ProductId);
  const line = (position) => {
    const later = afterOf(position);
    const change = later === undefined ? '' : amount(later.Amount);
    return [
      [`  ${position.ProductSymbol.padEnd(6)}${amount(position.Amount).padStart(18)}`],
      [change.padStart(20), 'cyan'],
    ];
  };
  return [
    blank,
    [
      ['Balances', 'bold'],
      ['          before               after'.slice(0, after.length ? 36 : 16), 'dim'],
    ],
    ...before.map(line),
  ];
};

const noteLines = ({ notes }, count) =>
  notes.slice(-count).map(({ text, tone }) => [[`  ${text}`, tones[tone]]]);

/** The rows of a picture with six of everything that is a list. */
const tall = 32;

/** The scene as lines, no more than there is room for; on a low terminal each list is shorter. */
export const pictureOf = (scene, rows) => {
  const top = [heading(scene.title), connectionLine(scene)];
  const count = rows < tall ? 3 : 6;
  if (scene.instrument === undefined) return [...top, blank, ...noteLines(scene, count)].slice(0, rows);
  const lines = [
    ...top,
    instrumentsLine(scene),
    blank,
    ...bookLines(scene, count),
    ...tradeLines(scene, count),
    ...orderLines(scene),
    ...balanceLines(scene),
    blank,
    ...noteLines(scene, count),
  ];
  return lines.slice(0, rows);
};
