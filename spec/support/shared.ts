import { inner } from '../../src/connection/inner.ts';
import type { Frame } from '../../src/frame.ts';
import { groupOf } from '../../src/streams/groups.ts';
import { type AnyStream, type Line, lineIn } from '../../src/streams/line.ts';
import { takeCare } from '../../src/streams/takeCare.ts';
import { createShared, type Shared } from '../../src/streams/shared.ts';
import { scriptedExchange } from '../../src/testing/scriptedExchange.ts';
import { connect } from './connect.ts';
import { type QuoteParams, SubscribeQuotes, willing } from './quotes.ts';
import { settled } from './streams.ts';

/** What the streams of an open connection share, and the exchange that it is open to. */
export const openShared = (answer: (request: Frame) => unknown = willing) => {
  const exchange = scriptedExchange({ answer });
  const client = connect(exchange);
  client.state$.subscribe();
  let ended = 0;
  const shared = createShared(client[inner], takeCare, () => (ended += 1));
  const socket = shared.inner.currentSocket();
  if (socket === undefined) throw new Error('it opens at once');
  return {
    exchange,
    client,
    shared,
    socket,
    /** How many groups have ended. */
    ended: () => ended,
    told: (Id: number, Price: unknown) => exchange.push({ name: 'QuoteEvent', payload: { Id, Price } }),
  };
};

/** The line of a quote, on no socket, in one group with all others. */
export const lineOf = (shared: Pick<Shared, 'groups'>, params: QuoteParams): Line =>
  lineIn(groupOf(shared, 'quotes'), settled(SubscribeQuotes, params) as AnyStream);
