import type { Exchange } from '../simulator/index.ts';

/** The same exchange, which tells of every connection that begins and ends, in a line each. */
export const withConnectionLog = (exchange: Exchange, log: (line: string) => void): Exchange => {
  let count = 0;
  const connect: Exchange['connect'] = (peer) => {
    const connected = exchange.connect(peer);
    const number = (count += 1);
    let isOpen = true;
    log(`connection ${number} opened`);
    return {
      ...connected,
      end: () => {
        connected.end();
        if (isOpen) log(`connection ${number} closed`);
        isOpen = false;
      },
    };
  };
  // What is not changed, getters among it, stays the exchange's own.
  return Object.create(exchange, { connect: { value: connect } }) as Exchange;
};
