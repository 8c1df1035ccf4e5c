import { pipe } from 'fp-ts/lib/function.js';
import * as E from 'fp-ts/lib/Either.js';
import { filter, map, type Observable } from 'rxjs';
import type { MarketEvent } from '../market/event.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import type { Answer, Context } from './context.ts';
import { eventNames } from './published.ts';
import { alreadySubscribed } from './refusals.ts';
import type { Request } from './request.ts';
import type { StreamEvent } from './streams.ts';

/** What a subscribe comes down to, once its request has been read. */
export interface Opening<A> {
  /** What the connection can have only one of. */
  readonly key: string;
  /** The present state: the reply. */
  readonly snapshot: E.Either<StandardResponse, A>;
  readonly event$: Observable<StreamEvent>;
  /** An event that repeats some of the present state, for exchanges that are to send one before the reply. */
  readonly early: (snapshot: A) => StreamEvent | undefined;
}

/** Starts a stream and answers with the present state; what the connection has already is refused and goes on. */
export const openStream = <A>(request: Request, context: Context, opening: Opening<A>): Answer => {
  if (context.streams.has(opening.key)) return E.left(alreadySubscribed(request.text));
  return pipe(
    opening.snapshot,
    E.map((snapshot) => {
      const early = opening.early(snapshot);
      if (early !== undefined) context.offerEarly(early);
      context.streams.open(opening.key, request.frame.sequence, opening.event$);
      return snapshot;
    }),
  );
};

/** The events of the market that `isMeant` picks, ready to be sent. */
export const eventsWhere = (
  { event$ }: Context,
  isMeant: (event: MarketEvent) => boolean,
): Observable<StreamEvent> =>
  event$.pipe(
    filter(({ event }) => isMeant(event)),
    map(({ event, text }) => ({ name: eventNames[event._tag], text: text() })),
  );
