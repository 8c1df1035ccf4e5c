import * as t from 'io-ts';
import { endpoint } from '../../src/endpoint.ts';
import type { Frame } from '../../src/frame.ts';
import { topic } from '../../src/streams/topic.ts';
import { topicEvent } from '../../src/streams/topicEvent.ts';
import type { BasicTopicSpec } from '../../src/streams/topicSpec.ts';

/** Which quote, and how much of it. */
export interface QuoteParams {
  readonly Id: number;
  readonly Depth?: number;
}

const request = t.intersection([t.type({ Id: t.number }), t.partial({ Depth: t.number })]);
const QuoteCodec = t.type({ Id: t.number, Price: t.number });
/** A price by its id. */
export type Quote = t.TypeOf<typeof QuoteCodec>;

const idIn = (u: unknown): readonly string[] => {
  const id = (u as { readonly Id?: unknown } | null)?.Id;
  return typeof id === 'number' ? [String(id)] : [];
};

/** The event of a made-up venue that tells one price. */
export const quoteEvent = topicEvent<Quote>({
  name: 'QuoteEvent',
  codec: QuoteCodec,
  route: (quote, deliver) => deliver(String(quote.Id), quote),
  routesOfBroken: idIn,
});

/** A stream of prices by id, of a made-up venue: the state is the last price. */
export const quotes: BasicTopicSpec<QuoteParams, Quote, Quote, number> = {
  subscribe: endpoint({ name: 'SubscribeQuotes', request, reply: QuoteCodec }),
  unsubscribe: endpoint({ name: 'UnsubscribeQuotes', request, reply: t.unknown }),
  events: [quoteEvent],
  key: ({ Id }) => String(Id),
  amount: ({ Depth = 0 }) => Depth,
  fold: { begin: ({ Price }) => Price, apply: (_, { Price }) => Price },
};

/** The topic of {@link quotes}. */
export const SubscribeQuotes = topic(quotes);

/** The same for the stream of an account, which says only that it is on. */
export const ownQuotes: BasicTopicSpec<QuoteParams, unknown, Quote, number> = {
  subscribe: endpoint({ name: 'SubscribeOwnQuotes', request, reply: t.unknown }),
  unsubscribe: endpoint({ name: 'UnsubscribeOwnQuotes', request, reply: t.unknown }),
  events: [quoteEvent],
  key: quotes.key,
  fold: { begin: () => 0, apply: (_, { Price }) => Price },
  importance: 'account',
  hasSnapshot: false,
  whenUnreadable: 'skip',
};

/** The topic of {@link ownQuotes}. */
export const SubscribeOwnQuotes = topic(ownQuotes);

/** The id that a request is about. */
export const idOf = ({ payload }: Pick<Frame, 'payload'>): number => (payload as QuoteParams).Id;

/** Answers every subscribe with ten times its id as the price. */
export const willing = ({ name, payload }: Pick<Frame, 'name' | 'payload'>): unknown =>
  name === 'SubscribeQuotes' ? { Id: idOf({ payload }), Price: 10 * idOf({ payload }) } : { result: true };

/** A refusal, as the exchange writes it. */
export const refusal = (errorcode: number, errormsg = 'No.'): unknown => ({
  result: false,
  errormsg,
  errorcode,
  detail: null,
});
