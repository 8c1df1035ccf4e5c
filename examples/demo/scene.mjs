import { TradeColumn } from 'notbank-rx';

const keptTrades = 12;
const keptNotes = 40;

/** All that there is to see at one moment; `last` is what happened last. */
export const firstScene = {
  last: undefined,
  title: '',
  state: undefined,
  instruments: [],
  instrument: undefined,
  book: undefined,
  bookBefore: undefined,
  trades: [],
  newTrades: [],
  order: undefined,
  before: [],
  after: [],
  notes: [],
};

/** A snapshot after a reconnect overlaps with what is known: trades are told apart by their ids. */
const newerThan = (known, { payload }) => {
  const latest = known.at(-1)?.[TradeColumn.TradeId] ?? -1;
  return payload.filter((row) => row[TradeColumn.TradeId] > latest);
};

const changes = {
  Title: (_, { text }) => ({ title: text }),
  Note: ({ notes }, { text, tone }) => ({ notes: [...notes, { text, tone }].slice(-keptNotes) }),
  State: (_, { state }) => ({ state }),
  Instruments: (_, { instruments, instrument }) => ({ instruments, instrument }),
  Book: ({ book: bookBefore }, { book }) => ({ book, bookBefore }),
  Trades: ({ trades }, { message }) => {
    const newTrades = newerThan(trades, message);
    return { newTrades, trades: [...trades, ...newTrades].slice(-keptTrades) };
  },
  Order: (_, { life, order }) => ({ order: { life, order } }),
  Balances: (_, { when, positions }) => ({ [when]: positions }),
  Tick: () => ({}),
};

/** The scene after one more thing has happened. */
export const nextScene = (scene, happening) => ({
  ...scene,
  ...changes[happening._tag](scene, happening),
  last: happening,
});
