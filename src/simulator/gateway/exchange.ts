import {
  asyncScheduler,
  NEVER,
  type Observable,
  repeat,
  share,
  Subject,
  Subscription,
  tap,
  timer,
} from 'rxjs';
import { monotonicNow, wallNow } from '../../clock.ts';
import { type Frame, writeFrame } from '../../frame.ts';
import type { Transport } from '../../transport/transport.ts';
import type { Disorder } from '../market/disorder.ts';
import type { MarketEvent } from '../market/event.ts';
import type { Market } from '../market/market.ts';
import { createAgenda } from './agenda.ts';
import { defaultBehaviour } from './behaviour.ts';
import { endpointNotFound } from './context.ts';
import { type Dialect, defaultDialect } from './dialect/dialect.ts';
import { createDirectory } from './directory.ts';
import { checkExchangeOptions } from './exchangeShapes.ts';
import { checkScript } from './faults/checkFaults.ts';
import { createDistortion } from './faults/distort.ts';
import { createFaults } from './faults/faults.ts';
import type { FaultScript } from './faults/faultScript.ts';
import { createPlayer } from './faults/player.ts';
import { createStage } from './faults/stage.ts';
import { createInspection, type Inspection } from './inspection.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { marketOf, withPublishing } from './marketOf.ts';
import { createMemoryTransport } from './memoryTransport.ts';
import type { ExchangeOptions } from './options.ts';
import type { Connected, Peer } from './peer.ts';
import { createPublishing, type Published, streamEventFrom } from './published.ts';
import { createReceived } from './received.ts';
import { createReportDesk } from './reports/reportDesk.ts';
import { notAuthorized } from './refusals.ts';
import { createSession, type Session, type SessionOptions } from './session.ts';
import { createSessionTokens } from './sessionTokens.ts';
import { settled } from './settled.ts';
import { startCrowd } from './startCrowd.ts';
import { createVerbs, type Verbs } from './verbs.ts';
import { demoUsers } from './users.ts';

/** A simulated exchange: a market behind a gateway that speaks the protocol, and methods that cause faults. */
export interface Exchange extends Verbs, Inspection {
  /**
   * Pass it to `createClient` as `transport`; the URL does not matter. Each subscription is one connection with its own
   * login, streams and event counter.
   */
  readonly transport: Transport;
  /** The market behind the gateway. Subscribers are notified of what you do to it here, as of what clients do. */
  readonly market: Market;
  /**
   * What clients have sent, oldest first: the last 10,000 valid requests, and fewer if their payloads exceed 64 million
   * characters.
   */
  readonly received: readonly Frame[];
  /** Sends a frame, or any text, to every connection unchanged. */
  readonly push: (message: Frame | string) => void;
  /** Ends every login of a user, with a `LogoutEvent` to its connections. */
  readonly logOut: (userId: number) => void;
  /**
   * Plays a script of faults from now on, in addition to faults that are already active. Unsubscribing ends the script
   * and all faults that it caused.
   *
   * @throws RangeError if the script cannot be meant: a fault that does not exist, or lacks something.
   */
  readonly play: (script: FaultScript) => Subscription;
  /**
   * Keeps the crowd trading even without connections, until it is unsubscribed or the exchange is closed. Used by
   * servers. If there is a crowd, it holds a timer.
   */
  readonly keepTrading: () => Subscription;
  /** Whether one more connection is accepted, for servers; counts as an attempt to connect. */
  readonly admit: () => boolean;
  /** Opens a connection, for servers: pass on what the peer sends, and send what the exchange passes to the peer. */
  readonly connect: (peer: Peer) => Connected;
  /** Whether the exchange is mute, for servers. */
  readonly isMuted: boolean;
  /** The limits per connection and in total, for servers. */
  readonly limits: Limits;
  /** Ends every connection and refuses new ones; no timer is left. */
  readonly close: () => void;
}

const tickInterval = 1_000;

/**
 * Creates a simulated exchange in memory. It holds timers only while there are connections that need them.
 *
 * @throws RangeError if an option does not exist, or is of another kind; it names the option and what can be meant.
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
  checkExchangeOptions(options);
  const { seed = 1, users = demoUsers, crowd = 'off', latency = 0 } = options;
  const createdAt = monotonicNow();
  const { startTime = wallNow() } = options;
  const now = (): number => Math.floor(startTime + monotonicNow() - createdAt);
  const dialect = settled(defaultDialect, options);
  const behaviour = settled(defaultBehaviour, options);
  const limits = settled(defaultLimits, options.limits ?? {});

  const agenda = createAgenda();
  const faults = createFaults();
  const directory = createDirectory(users, options.maxLoginAttempts ?? 5, createSessionTokens(seed));
  const disorder: Disorder = {
    areTicksSlow: () => faults.is('slowTicks'),
    areIdsReused: () => faults.is('idReuse'),
  };
  const market = marketOf(options, { users, now, behaviour, disorder, history: limits.history });
  const distort = createDistortion(faults);
  const work = new Subscription();
  const event$ = new Subject<Published>();
  const toPublished = createPublishing(dialect);
  const sessions = new Set<Session>();
  const broadcast = (events: readonly MarketEvent[]): void =>
    distort(events)
      .flatMap(toPublished)
      .forEach((published) => {
        event$.next(published);
        tellUnasked(sessions, published, dialect);
      });
  const every = (period: number, step: () => readonly MarketEvent[]): Observable<unknown> =>
    // Not `interval`: where one timer ends two others of the same moment, that is more than `TestScheduler` can take.
    timer(period).pipe(
      repeat(),
      tap(() => agenda.run(() => broadcast(step()))),
      share(),
    );
  const crowd$ = crowd === 'off' ? NEVER : every(crowd, startCrowd(market, seed, options));

  const toldMarket = withPublishing(market, (events) => agenda.run(() => broadcast(events)));
  const received = createReceived(2 * limits.history);
  const stage = createStage({ sessions, faults, users, directory, market: toldMarket });
  const player = createPlayer(stage);
  const sessionOptions: SessionOptions = {
    shared: {
      market,
      now,
      asOf: () => (faults.is('historyLag') ? now() - faults.lag() : undefined),
      reports: createReportDesk(),
      directory,
      event$,
      tick$: every(tickInterval, market.tick),
      forbidden: behaviour.unauthenticated === 'notAuthorized' ? notAuthorized : endpointNotFound,
      behaviour,
      dialect,
      limits,
    },
    agenda,
    faults,
    latency,
    events: options.events ?? 'countOn',
    heard: ({ frame, text }, when) => {
      if (when === 'heard') received.add(frame, text.length);
      player.heard(frame, when);
    },
    loggedIn: (userId, session) => {
      if (behaviour.earlierLogins === 'stay') return;
      sessions.forEach((other) => {
        if (other !== session) other.logOut(userId);
      });
    },
    later: (by, act) => {
      const timer = asyncScheduler.schedule(() => {
        work.remove(timer);
        agenda.run(act);
      }, by);
      work.add(timer);
    },
    broadcast,
  };
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
  const admit = (): boolean => sessions.size < limits.connections && faults.admit();
  const verbs = createVerbs(faults, stage, sessions);
  if (options.faults !== undefined) player.play(options.faults);

  return {
    ...verbs,
    ...createInspection(market),
    transport: createMemoryTransport({ admit, connect, isMuted: faults.isMuted, latency }),
    market: toldMarket,
    received: received.frames,
    push: (message) => {
      const text = typeof message === 'string' ? message : writeFrame(message);
      sessions.forEach((session) => session.push(text));
    },
    logOut: (userId) => {
      sessions.forEach((session) => session.logOut(userId));
      directory.closeAll(userId);
    },
    play: (script) => {
      checkScript(script);
      return player.play(script);
    },
    keepTrading: () => {
      const trading = crowd$.subscribe();
      work.add(trading);
      return trading;
    },
    admit,
    connect,
    get isMuted() {
      return faults.isMuted();
    },
    limits,
    close: () => {
      player.close();
      work.unsubscribe();
      faults.close();
      [...sessions].forEach(({ peer }) => peer.drop(1001));
    },
  };
};

/** Some events go to whom they concern without a subscription. */
const tellUnasked = (sessions: Iterable<Session>, published: Published, dialect: Dialect): void => {
  const { event } = published;
  if (event._tag !== 'VerificationLevel') return;
  for (const session of sessions) session.tell(event.AccountId, streamEventFrom(dialect, published));
};
