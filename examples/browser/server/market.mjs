import { createExchange, demoUsers } from 'notbank-rx/simulator';
import { serve } from 'notbank-rx/simulator/node';
import { timer } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { createFaults } from './faults.mjs';

/** Milliseconds between two rounds of the crowd. */
const crowd = 500;

/**
 * An exchange with a past, so that there are candles to look at from the start: its first minutes pass in virtual time,
 * a few seconds for half an hour, and end now.
 */
const exchangeWithPast = (minutes) => {
  const past = minutes * 60_000;
  const scheduler = new TestScheduler(() => undefined);
  // The exchange counts elapsed time: virtual time ends where that of this process is now.
  scheduler.frame = performance.now() - past;
  return scheduler.run(() => {
    const exchange = createExchange({ crowd, startTime: Date.now() - past });
    const trading = exchange.keepTrading();
    timer(past).subscribe(() => trading.unsubscribe());
    return exchange;
  });
};

const openSimulated = async (minutes) => {
  const exchange = exchangeWithPast(minutes);
  const { url, close } = await serve({ exchange });
  const faults = createFaults(exchange);
  return {
    gateway: url,
    faults: faults.list,
    begin: faults.begin,
    close: () => {
      faults.end();
      return close();
    },
  };
};

const isLocal = (gateway) => ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(gateway).hostname);

const [{ apiKey, secret, userId }] = demoUsers;
const demoLogin = { apiKey, secret, userId };

/**
 * Where the page connects to: the gateway it is given, or a simulated exchange, whose link can be broken. The demo user
 * is logged in on this machine alone; elsewhere the page shows public data.
 */
export const openMarket = async ({ gateway, minutes }) => {
  if (gateway === undefined) return { ...(await openSimulated(minutes)), login: demoLogin };
  const login = isLocal(gateway) ? { login: demoLogin } : {};
  return { gateway, ...login, faults: [], begin: () => false, close: async () => undefined };
};
