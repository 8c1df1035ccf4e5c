import { timer } from 'rxjs';
import type { ConnectionOptions } from '../../../src/connection/connection.ts';
import type { Frame } from '../../../src/frame.ts';
import { type Script, scriptedExchange } from '../../../src/testing/scriptedExchange.ts';
import { connect } from '../../support/connect.ts';
import { order, trade } from './order.ts';

const lists: readonly string[] = [
  'GetOpenOrders',
  'GetAccountTrades',
  'GetAccountPositions',
  'GetTradesHistory',
  'GetOrdersHistory',
];

/** Answers what an account is begun and restored with: it is there, and there is nothing in it. */
export const willing = ({ name }: Frame): unknown => {
  if (name === 'SubscribeAccountEvents') return { Subscribed: true };
  return lists.includes(name) ? [] : undefined;
};

/** Answers some functions in another way than {@link willing} does. */
export const answering =
  (answers: Readonly<Record<string, (payload: Readonly<Record<string, unknown>>) => unknown>>) =>
  (frame: Frame): unknown => {
    const answer = answers[frame.name];
    return answer === undefined ? willing(frame) : answer(frame.payload as Readonly<Record<string, unknown>>);
  };

/** A refusal with a code. */
export const refusal = (errorcode: number, errormsg = 'no') => ({
  result: false,
  errormsg,
  errorcode,
  detail: null,
});

/** That a command was taken. */
export const taken = { result: true, errormsg: null, errorcode: 0, detail: null };

/** An order of account 7 at its simplest. */
export const bid = {
  AccountId: 7,
  InstrumentId: 1,
  Side: 'Buy',
  OrderType: 'Limit',
  TimeInForce: 'GTC',
  Quantity: '1',
  LimitPrice: '100',
} as const;

/** A client of an exchange that is scripted, closed after so many milliseconds: what an engine keeps ends with it. */
export const session = (
  answer: NonNullable<Script['answer']> = willing,
  closesAt = 45_000,
  options: Partial<ConnectionOptions> = {},
) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange, options);
  timer(closesAt).subscribe(() => client.close());
  return {
    exchange,
    client,
    pushOrder: (given: Parameters<typeof order>[0] = {}): void =>
      exchange.push({ name: 'OrderStateEvent', payload: order(given) }),
    pushFill: (given: Parameters<typeof trade>[0] = {}): void =>
      exchange.push({ name: 'OrderTradeEvent', payload: trade({ TradeTime: 7, ...given }) }),
    /** How often a function was called. */
    count: (name: string): number => exchange.names().filter((one) => one === name).length,
  };
};
