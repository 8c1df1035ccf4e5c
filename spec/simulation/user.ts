import { Subject, takeUntil, timer } from 'rxjs';
import { apiKeyLogin, type Client, createClient, error$ } from '../../src/index.ts';
import { demoUsers, type Exchange } from '../../src/simulator/index.ts';
import { createRandom } from '../../src/simulator/market/random.ts';
import { ask, type Asking, type Watched } from './asking.ts';
import type { Board } from './board.ts';
import { type Consumer, follow, type Following } from './following.ts';
import type { Askable, ClientSetup, Followable, Reaction, Step } from './scenario.ts';
import { differenceOf, isSameBook } from './truth.ts';
import { createWireTap, type WireTap } from './wireTap.ts';

/** One client and the program that uses it. */
export interface User {
  readonly name: string;
  readonly client: Client;
  readonly tap: WireTap;
  readonly isTrader: boolean;
  /** Whether its program has closed it. */
  readonly isClosed: () => boolean;
  /** Those who have not left. */
  readonly consumers: () => readonly Consumer[];
  /** Does one step of the program. */
  readonly take: (step: Step) => void;
  /** Sends an order, and returns its mark. */
  readonly probe: () => number;
  readonly leaveAll: () => void;
  readonly close: () => void;
  /** Says what is wrong once all is over. */
  readonly judge: () => void;
}

/** Where a user is. */
export interface Surroundings {
  readonly seed: number;
  readonly board: Board;
  readonly exchange: Exchange;
  readonly nextMark: () => number;
}

const clientOf = (setup: ClientSetup, tap: WireTap, { seed, board }: Surroundings, name: string): Client => {
  const user = setup.user === undefined ? undefined : demoUsers[setup.user];
  const random = createRandom(seed);
  let nonces = seed;
  const client = createClient({
    transport: tap.transport,
    ...(user !== undefined && {
      credentials: apiKeyLogin({
        ...{ apiKey: user.apiKey, secret: user.secret, userId: user.userId },
        nonce: () => String((nonces += 1)),
      }),
    }),
    backoff: (attempt) => Math.min(attempt * setup.backoff, 400) * (0.5 + random.next() / 2),
    keepAlive: setup.keepAlive,
    stableAfter: 100,
    requestTimeout: setup.requestTimeout,
    restore: { inFlight: setup.inFlight },
    subscribeWith: setup.subscribeWith,
  });
  error$(client).subscribe((error) => {
    board.log(`${name} error$ ${error._tag}`);
    const told = `${error.message} ${JSON.stringify(error)}`;
    if (user !== undefined && told.includes(user.secret)) board.breach('secrets', `${name}: ${error._tag}`);
  });
  return client;
};

/** Makes a user of the exchange, who does nothing yet. */
export const createUser = (setup: ClientSetup, index: number, surroundings: Surroundings): User => {
  const { board, exchange, nextMark } = surroundings;
  const name = `c${index}`;
  const account = setup.user === undefined ? undefined : demoUsers[setup.user]?.accounts[0];
  const consumers = new Set<Consumer>();
  const everybody: Consumer[] = [];
  const requests: Watched[] = [];
  const over$ = new Subject<void>();
  /** From the call of `close()` on, and once it has returned. */
  let isClosing = false;
  let isClosed = false;

  const present = (): readonly Consumer[] => [...consumers].filter(({ isOver }) => !isOver());
  const stillLive = (): readonly string[] =>
    present().flatMap(({ isLive, what, instrument }) => (isLive() ? [`${what} ${instrument}`] : []));
  const compareBooks = (): void => {
    const books = present().flatMap((consumer) => {
      const known = consumer.known();
      return known._tag === 'Book' && known.isLive ? [{ consumer, known }] : [];
    });
    for (const { consumer, known } of books.slice(1)) {
      const first = books.find((other) => other.consumer.instrument === consumer.instrument);
      if (first === undefined || first.consumer === consumer) continue;
      const [one, other] = [first.known.book(), known.book()];
      if (!isSameBook(one, other))
        board.breach(
          'one book',
          `${name} ${first.consumer.what} beside ${consumer.what}: ${differenceOf(one, other)}`,
        );
    }
  };
  const tap = createWireTap(exchange.transport, {
    ...{ name, board, hasLogin: account !== undefined },
    wanted: () => new Set(present().map(({ stream }) => stream)),
    delivered: compareBooks,
    ended: () => {
      const live = stillLive();
      if (live.length > 0 && !isClosing) board.breach('never live when lost', `${name}: ${live.join(', ')}`);
    },
  });
  const client = clientOf(setup, tap, surroundings, name);
  const asking: Asking = {
    ...{ name, client, board, tap, exchange, account, nextMark, stillLive },
    requestTimeout: setup.requestTimeout,
    isClosing: () => isClosing,
  };
  const following: Following = {
    ...{ name, client, board, tap, account, joins: { under: 0 } },
    isClosing: () => isClosing,
    isClosed: () => isClosed,
  };

  const close = (): void => {
    if (isClosing) return;
    board.log(`${name} closes`);
    isClosing = true;
    client.close();
    isClosed = true;
    tap.close();
    over$.next();
  };
  const asks = (what: Askable, leavesAfter?: number): void => {
    requests.push(ask(asking, what, leavesAfter));
  };
  const reconnects = (): void => {
    board.log(`${name} reconnects`);
    client.reconnect();
  };
  const joins = (what: Followable, instrument: number, step?: Extract<Step, { does: 'join' }>): void => {
    if (isClosing) return;
    const reaction = step?.reaction;
    const joined: { consumer?: Consumer; isLeaving?: boolean } = {};
    const leave = (): void => {
      joined.isLeaving = true;
      if (joined.consumer === undefined) return;
      joined.consumer.leave();
      consumers.delete(joined.consumer);
    };
    const consumer = follow(following, what, instrument, {
      ...(step?.slow !== undefined && { slow: step.slow }),
      emitted: (count) => {
        if (count === reaction?.nth) react(reaction, leave);
      },
    });
    joined.consumer = consumer;
    everybody.push(consumer);
    consumers.add(consumer);
    // It may have left while it was told the first.
    if (joined.isLeaving === true) leave();
    if (step?.lasts !== undefined) timer(step.lasts).pipe(takeUntil(over$)).subscribe(leave);
  };
  const react = (reaction: Reaction, leave: () => void): void => {
    if (reaction.does === 'leave') leave();
    else if (reaction.does === 'join') joins(reaction.what, 1);
    else if (reaction.does === 'ask') asks(reaction.what);
    else if (reaction.does === 'reconnect') reconnects();
    else close();
  };

  client.state$.subscribe((state) => {
    board.log(`${name} state ${state._tag}`);
    if (state._tag === 'Open') asks('depth');
    else if (state._tag === 'Closed') {
      if (!isClosing) board.breach('never given up', `${name}: ${String(state.cause)}`);
    } else if (state._tag !== 'Probing' && !isClosing && stillLive().length > 0)
      board.breach('never live when lost', `${name} is ${state._tag}, and ${stillLive().join(', ')} live`);
  });

  return {
    ...{ name, client, tap, close },
    isTrader: account !== undefined,
    isClosed: () => isClosing,
    consumers: present,
    take: (step) => {
      if (step.does === 'join') joins(step.what, step.instrument, step);
      else if (step.does === 'ask') asks(step.what, step.leavesAfter);
      else if (step.does === 'reconnect') reconnects();
      else close();
    },
    probe: () => {
      const mark = nextMark();
      requests.push(ask({ ...asking, nextMark: () => mark }, 'order', undefined));
      return mark;
    },
    leaveAll: () => {
      for (const consumer of present()) consumer.leave();
      over$.next();
    },
    judge: () => {
      for (const consumer of everybody) consumer.judge();
      for (const request of requests) request.judge();
    },
  };
};
