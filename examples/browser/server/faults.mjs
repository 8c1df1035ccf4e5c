import { Subscription, timer } from 'rxjs';

/** What the page can have go wrong at the exchange, beside what it can do by itself. */
const kinds = [
  {
    name: 'cut',
    label: 'Cut the link',
    title: 'The exchange drops every connection, without a word',
    begin: (exchange) => exchange.drop(),
  },
  {
    name: 'away',
    label: 'Away for 6 s',
    title: 'The exchange drops every connection, and takes no new one for six seconds',
    lasts: 6_000,
    begin: (exchange) => {
      exchange.refuse();
      exchange.drop();
    },
    end: (exchange) => exchange.accept(),
  },
  {
    name: 'silence',
    label: 'Silence',
    title: 'Connections stay open, and nothing is sent or heard for ten seconds',
    lasts: 10_000,
    begin: (exchange) => exchange.mute(),
    end: (exchange) => exchange.unmute(),
  },
  {
    name: 'lie',
    label: 'Cross the book',
    title: 'The stream tells of a bid above the best ask that is not there',
    lasts: 4_000,
    begin: (exchange) => exchange.begin({ does: 'crossed' }),
    end: (_, begun) => begun.unsubscribe(),
  },
];

/** The faults of an exchange: `list` names them, `begin` starts one by name, `end` forgets those that still last. */
export const createFaults = (exchange) => {
  const lasting = new Subscription();
  return {
    list: kinds.map(({ name, label, title }) => ({ name, label, title })),
    begin: (name) => {
      const kind = kinds.find((one) => one.name === name);
      if (kind === undefined) return false;
      const { lasts, begin, end } = kind;
      const begun = begin(exchange);
      if (end !== undefined) lasting.add(timer(lasts).subscribe(() => end(exchange, begun)));
      return true;
    },
    end: () => lasting.unsubscribe(),
  };
};
