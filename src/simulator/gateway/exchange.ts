import { asyncScheduler, ignoreElements, interval, NEVER, type Observable, share, Subject, tap } from 'rxjs';
import { type Frame, writeFrame } from '../../frame.ts';
import type { Transport } from '../../transport/transport.ts';
import { createCrowd } from '../market/crowd.ts';
import type { MarketEvent } from '../market/event.ts';
import type { Market } from '../market/market.ts';
import { createAgenda } from './agenda.ts';
import { endpointNotFound } from './context.ts';
import { createDirectory } from './directory.ts';
import { createFaults } from './faults.ts';
import { marketOf, withPublishing } from './marketOf.ts';
import { createMemoryTransport } from './memoryTransport.ts';
import type { ExchangeOptions } from './options.ts';
import { type Published, publishedFrom } from './published.ts';
import { notAuthorized } from './refusals.ts';
import { type Connected, createSession, type Peer, type Session } from './session.ts';
import { createSessionTokens } from './sessionTokens.ts';
import { demoUsers } from './users.ts';

/** A simulated exchange: a market behind a gateway that speaks the protocol, and verbs to make it misbehave. */
export interface Exchange {
  /**
   * Opens connections into this exchange, whatever the URL: give it to a client. Each subscription is one
   * connection with a login, streams and an event counter of its own.
   */
  readonly transport: Transport;
  /** The market underneath. What is done to it here is made known to the subscribers, like what clients do. */
  readonly market: Market;
  /** What clients have sent, oldest first: the last 10,000 frames that were understood as requests. */
  readonly received: readonly Frame[];
  /** Loses every connection that is open, without a word. */
  readonly drop: () => void;
  /** Sends a frame, or a text that need not be one, to every connection as it is. */
  readonly push: (message: Frame | string) => void;
  /** Refuses the next `count` attempts to connect; without a count, all of them until {@link Exchange.accept}. */
  readonly refuse: (count?: number) => void;
  /** Refuses no more. */
  readonly accept: () => void;
  /** Goes half-open: connections stay, nothing is sent, nothing is heard, and what is said meanwhile is lost. */
  readonly mute: () => void;
  /** Speaks and hears again. */
  readonly unmute: () => void;
  /** Keeps back the replies to one function, or to all, while events go on, until {@link Exchange.release}. */
  readonly withhold: (name?: string) => void;
  /** Sends the replies that were kept back, oldest first, and keeps back no more. */
  readonly release: () => void;
  /** Ends every login of a user, with a `LogoutEvent` to the connections it was on. */
  readonly logOut: (userId: number) => void;
  /** Asks whether one more connection is let in, for a server on top; counts as an attempt. */
  readonly admit: () => boolean;
  /** Opens a connection for a server on top, which says what it hears and is told what to send. */
  readonly connect: (peer: Peer) => Connected;
  /** Whether the exchange is mute, for a server on top. */
  readonly isMuted: boolean;
  /** Ends every connection and lets nobody in any more; no timer is left. */
  readonly close: () => void;
}

const maxReceived = 10_000;
const tickInterval = 1_000;
/** Rounds the crowd has behind it when the exchange is created, so that there is a book to begin with. */
const roundsBefore = 20;

/**
 * Creates a simulated exchange in memory. It holds a timer only while there are connections that need one.
 *
 * @example
 * const exchange = createExchange({ crowd: 250 });
 * const connection = exchange.transport('').subscribe((wire) => {
 *   wire.message$.subscribe((text) => console.log(text)); // {"m":1,"i":2,"n":"Ping","o":"{\"msg\":\"PONG\"}"}
 *   wire.send('{"m":0,"i":2,"n":"Ping","o":"{}"}');
 * });
 * connection.unsubscribe();
 */
export const createExchange = (options: ExchangeOptions = {}): Exchange => {
  const { seed = 1, users = demoUsers, crowd = 'off', latency = 0 } = options;
  const createdAt = asyncScheduler.now();
  const { startTime = createdAt } = options;
  const now = (): number => startTime + asyncScheduler.now() - createdAt;

  const agenda = createAgenda();
  const faults = createFaults();
  const directory = createDirectory(users, options.maxLoginAttempts ?? 5, createSessionTokens(seed));
  const market = marketOf(options, users, now);
  const event$ = new Subject<Published>();
  const broadcast = (events: readonly MarketEvent[]): void =>
    events.forEach((event) => event$.next(publishedFrom(event)));
  const every = (period: number, step: () => readonly MarketEvent[]): Observable<never> =>
    interval(period).pipe(
      tap(() => agenda.run(() => broadcast(step()))),
      ignoreElements(),
      share(),
    );
  const crowd$ = crowd === 'off' ? NEVER : every(crowd, startCrowd(market, seed, options.prices));

  const sessions = new Set<Session>();
  const received: Frame[] = [];
  const record = (frame: Frame): void => {
    received.push(frame);
    if (received.length > maxReceived) received.shift();
  };
  const sessionOptions = {
    shared: {
      market,
      directory,
      event$,
      tick$: every(tickInterval, market.tick),
      forbidden: options.unauthenticated === 'notAuthorized' ? notAuthorized : endpointNotFound,
    },
    agenda,
    faults,
    latency,
    events: options.events ?? 'countOn',
    eventBeforeReply: options.eventBeforeReply ?? false,
    strictKeys: options.strictKeys ?? false,
    record,
    broadcast,
  } as const;
  const connect = (peer: Peer): Connected => {
    const session = createSession(peer, sessionOptions);
    const crowding = crowd$.subscribe();
    sessions.add(session);
    return {
      receive: session.receive,
      end: () => {
        sessions.delete(session);
        crowding.unsubscribe();
        session.end();
      },
    };
  };
  const drop = (code: number): void => [...sessions].forEach(({ peer }) => peer.drop(code));

  return {
    transport: createMemoryTransport(connect, faults, latency),
    market: withPublishing(market, (events) => agenda.run(() => broadcast(events))),
    received,
    drop: () => drop(1006),
    push: (message) => {
      const text = typeof message === 'string' ? message : writeFrame(message);
      sessions.forEach((session) => session.push(text));
    },
    refuse: (count = Infinity) => faults.refuse(count),
    accept: () => faults.refuse(0),
    mute: () => faults.setMuted(true),
    unmute: () => faults.setMuted(false),
    withhold: faults.withhold,
    release: () => {
      faults.release();
      sessions.forEach((session) => session.release());
    },
    logOut: (userId) => {
      sessions.forEach((session) => session.logOut(userId));
      directory.closeAll(userId);
    },
    admit: faults.admit,
    connect,
    get isMuted() {
      return faults.isMuted();
    },
    close: () => {
      faults.close();
      drop(1001);
    },
  };
};

const startCrowd = (
  market: Market,
  seed: number,
  prices: ExchangeOptions['prices'],
): (() => readonly MarketEvent[]) => {
  const { step } = createCrowd({ market, seed, ...(prices === undefined ? {} : { prices }) });
  for (let round = 0; round < roundsBefore; round += 1) step();
  return step;
};
