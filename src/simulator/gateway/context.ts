import type * as E from 'fp-ts/lib/Either.js';
import type { Observable } from 'rxjs';
import type { MarketEvent } from '../market/event.ts';
import type { Market } from '../market/market.ts';
import type { StandardResponse } from '../market/standardResponse.ts';
import type { Behaviour } from './behaviour.ts';
import type { Dialect } from './dialect/dialect.ts';
import type { Directory } from './directory.ts';
import type { Limits } from './limits.ts';
import type { Login } from './login.ts';
import type { Published } from './published.ts';
import type { ReportDesk } from './reports/reportDesk.ts';
import type { Request } from './request.ts';
import type { StreamEvent, Streams } from './streams.ts';
import type { SimulatedUser } from './users.ts';

/** What stands bare in an error frame for a function that is not there, or that the caller may not see. */
export const endpointNotFound = 'Endpoint Not Found';

/** The general failure, sent as a reply; or the bare text, sent as an error. */
export type Refusal = StandardResponse | typeof endpointNotFound;

/** What a function answers: a payload in wire shape, or why not. */
export type Answer = E.Either<Refusal, unknown>;

/** All that a function may look at and act on, beside its request. */
export interface Context {
  readonly market: Market;
  /** The time it is at the exchange, in epoch milliseconds. */
  readonly now: () => number;
  /** The time that lists and histories of orders and executions are of; the present where there is none. */
  readonly asOf: () => number | undefined;
  readonly reports: ReportDesk;
  readonly directory: Directory;
  /** The login of the connection. */
  readonly login: Login;
  /** The streams of the connection. */
  readonly streams: Streams;
  /** Everything the market makes known. */
  readonly event$: Observable<Published>;
  /** Lets the time of the market pass while there is a subscriber; emits whenever it has. */
  readonly tick$: Observable<unknown>;
  /** The answer to what a login does not reach. */
  readonly forbidden: Refusal;
  /** Makes the events of an action known to all, once the reply to it is on its way. */
  readonly publish: (events: readonly MarketEvent[]) => void;
  /** Offers an event to be sent before the reply of the subscribe that is being answered, where that is wanted. */
  readonly offerEarly: (event: StreamEvent) => void;
  readonly behaviour: Behaviour;
  readonly dialect: Dialect;
  readonly limits: Limits;
  /** Ends the connection, once the reply is on its way. */
  readonly hangUp: () => void;
}

/** A function open to everybody. */
export type Handler = (request: Request, context: Context) => Answer;

/** A function for who is logged in. */
export type UserHandler = (request: Request, context: Context, user: SimulatedUser) => Answer;
