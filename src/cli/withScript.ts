import type { Exchange, FaultScript } from '../simulator/index.ts';

/** The same exchange, which plays a script once, from the moment its first connection opens. */
export const withScript = (
  exchange: Exchange,
  script: FaultScript,
  log: (line: string) => void,
): Exchange => {
  let hasBegun = false;
  const connect: Exchange['connect'] = (peer) => {
    const connected = exchange.connect(peer);
    if (!hasBegun) {
      hasBegun = true;
      log(`the script of faults begins, for ${script.lasts} ms`);
      exchange.play(script).add(() => log('the script of faults is over'));
    }
    return connected;
  };
  // What is not changed, getters among it, stays the exchange's own.
  return Object.create(exchange, { connect: { value: connect } }) as Exchange;
};
