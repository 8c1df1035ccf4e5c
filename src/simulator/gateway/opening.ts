import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { filter, map, type Observable } from 'rxjs';
import type { MarketEvent } from '../market/event.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import type { StreamKind } from './behaviour.ts';
import type { Answer, Context } from './context.ts';
import { framePayload } from './dialect/frameText.ts';
import { renderEvent } from './dialect/render.ts';
import { eventName, streamEventFrom } from './published.ts';
import { alreadySubscribed, tooManyStreams } from './refusals.ts';
import type { Request } from './request.ts';
import type { StreamEvent } from './streams.ts';

/** What a subscribe comes down to, once its request has been read. */
export interface Opening<A> {
  readonly kind: StreamKind;
  /** What the connection can have only one of. */
  readonly key: string;
  /** What tells it from others of the same key, where there are any. */
  readonly variant?: number;
  /** The present state: the reply. */
  readonly snapshot: E.Either<StandardResponse, A>;
  readonly event$: Observable<StreamEvent>;
  /** An event that repeats some of the present state, for exchanges that are to send one before the reply. */
  readonly early: (snapshot: A) => MarketEvent | undefined;
}

type Wanted = Pick<Opening<unknown>, 'kind' | 'key' | 'variant'>;

const isSecond = (
  { streams, behaviour: { resubscribable, otherDepth } }: Context,
  { kind, key, variant }: Wanted,
): boolean => {
  if (!streams.has(key) || resubscribable.includes(kind)) return false;
  return otherDepth === 'second' || streams.variant(key) === variant;
};

/** An event as the streams send it. */
export const toStreamEvent = ({ dialect }: Context, event: MarketEvent): StreamEvent => ({
  name: eventName(dialect, event),
  payload: framePayload(dialect, renderEvent(dialect, event)),
  source: event,
});

/**
 * Starts a stream and answers with the present state; what the connection has already is refused and goes on, and
 * what is one too many is refused as well.
 */
export const openStream = <A>(request: Request, context: Context, opening: Opening<A>): Answer => {
  const { streams, limits } = context;
  const { key, variant, event$ } = opening;
  if (isSecond(context, opening)) return E.left(alreadySubscribed(request.text));
  if (!streams.has(key) && streams.count() >= limits.streams) return E.left(tooManyStreams);
  return pipe(
    opening.snapshot,
    E.map((snapshot) => {
      const early = opening.early(snapshot);
      if (early !== undefined) context.offerEarly({ ...toStreamEvent(context, early), source: undefined });
      streams.open(key, request.frame.sequence, event$, variant);
      return snapshot;
    }),
  );
};

/** The events of the market that `isMeant` picks, ready to be sent. */
export const eventsWhere = (
  { event$, dialect }: Context,
  isMeant: (event: MarketEvent) => boolean,
): Observable<StreamEvent> =>
  event$.pipe(
    filter(({ event }) => isMeant(event)),
    map((published) => streamEventFrom(dialect, published)),
  );
