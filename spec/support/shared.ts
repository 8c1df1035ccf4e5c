import { inner } from '../../src/connection/inner.ts';
import type { Frame } from '../../src/frame.ts';
import type { Shared } from '../../src/streams/begin.ts';
import { createHistories } from '../../src/streams/histories.ts';
import { createLine, type AnyStream, type Line } from '../../src/streams/line.ts';
import { createTurns } from '../../src/streams/turns.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from './connect.ts';
import { type QuoteParams, SubscribeQuotes, willing } from './quotes.ts';
import { settled } from './streams.ts';

/** What the streams of an open connection share, and the exchange that it is open to. */
export const openShared = (answer: (request: Frame) => unknown = willing) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange);
  client.state$.subscribe();
  const shared: Shared = { inner: client[inner], turns: createTurns(10), histories: createHistories() };
  const socket = shared.inner.currentSocket();
  if (socket === undefined) throw new Error('it opens at once');
  return {
    exchange,
    client,
    shared,
    socket,
    told: (Id: number, Price: unknown) => exchange.push({ name: 'QuoteEvent', payload: { Id, Price } }),
  };
};

/** The line of a quote, on no socket. */
export const lineOf = (params: QuoteParams): Line =>
  createLine(settled(SubscribeQuotes, params) as AnyStream);
