import { TransportError } from '../../../src/errors.ts';
import {
  createExchange,
  demoUsers,
  type Exchange,
  type ExchangeOptions,
} from '../../../src/simulator/index.ts';
import { type Call, dialAs, limitOrder } from './dial.ts';

/** Level 2 rows. */
export type Rows = readonly (readonly number[])[];

/** Opens exchanges, at a time that is always the same; after each test they are closed. */
export const openings = () => {
  const exchanges: Exchange[] = [];
  const open = (options: ExchangeOptions = {}): Exchange => {
    const exchange = createExchange({ startTime: 1_700_000_000_000, ...options });
    exchanges.push(exchange);
    return exchange;
  };
  afterEach(() => exchanges.splice(0).forEach((exchange) => exchange.close()));
  return { open, callAt: (options: ExchangeOptions = {}): Call => dialAs(open(options), demoUsers[0]) };
};

/** Puts half a coin into the first book, for the partner. */
export const bid = ({ market }: Exchange, price: string): void => {
  market.sendOrder(limitOrder(0, price, '0.5', 8));
};

/** Has the trader buy a tenth of a coin from the partner. */
export const tradeAt = ({ market }: Exchange, price: string): void => {
  market.sendOrder(limitOrder(1, price, '0.1', 8));
  market.sendOrder(limitOrder(0, price, '0.1', 7));
};

/** Expects that a connection was dropped. */
export const isDropped = (call: Call, code: number): void =>
  expect(call.ends).toEqual(['silent', new TransportError('The exchange dropped the connection', { code })]);
