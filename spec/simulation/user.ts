import { type Observable, Subject, take, takeUntil, timer } from 'rxjs';
import {
  apiKeyLogin,
  bars$,
  type Client,
  createClient,
  error$,
  follow$,
  orderBook$,
  type OrderBookView,
  type Resolve,
  SubscribeLevel1,
  SubscribeLevel2,
  type Trust,
} from '../../src/index.ts';
import { demoUsers, type Exchange } from '../../src/simulator/index.ts';
import { defaultCrowdAccountIds } from '../../src/simulator/market/catalogue.ts';
import { createRandom } from '../../src/simulator/market/random.ts';
import { ask, type Asking, type Watched } from './asking.ts';
import type { Board } from './board.ts';
import type { Consumer, Following, PlainBook } from './consumers/consumer.ts';
import { follow } from './consumers/follow.ts';
import { openAt } from './orderTruth.ts';
import type { Askable, ClientSetup, Followable, OrderDraft, OrderVerb, Reaction, Step } from './scenario.ts';
import { createTrading, orderOf, type Trading } from './trading.ts';
import { bestAt, differenceOf, isSameBook, touchOf } from './truth.ts';
import { createWireTap, type WireTap } from './wireTap.ts';

/** One client and the program that uses it. */
export interface User {
  readonly name: string;
  readonly client: Client;
  readonly tap: WireTap;
  readonly account: number | undefined;
  /** What it does with orders, where it has an account. */
  readonly trading: Trading | undefined;
  /** The stream of its account, where that may be followed though no consumer is there. */
  readonly mayHold: () => string | undefined;
  /** Whether its program has closed it. */
  readonly isClosed: () => boolean;
  /** Those who have not left. */
  readonly consumers: () => readonly Consumer[];
  /** Does one step of the program. */
  readonly take: (step: Step) => void;
  /** Sends an order, and returns its mark. */
  readonly probe: () => number;
  readonly leaveAll: () => void;
  /** Joins once more what was ever kept, when nobody is there, and leaves at once: nothing may be known of before. */
  readonly joinAnew: () => void;
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
  /** Whether lists of orders may be old. */
  readonly mayLag: boolean;
  /** Whether events may be lost on a living link. */
  readonly mayLose: boolean;
  /** Whether the exchange may say what it disproves later. */
  readonly mayContradict: boolean;
  /** Whether payloads may be what no codec can read. */
  readonly mayBeMalformed: boolean;
  /** When an order is looked for, where that is not the library's own rule. */
  readonly resolve: Resolve | undefined;
  /** How much longer anything may take because the program is busy, in milliseconds. */
  readonly slack: number;
  /** Whether an account may trade with itself. */
  readonly mayTradeWithItself: boolean;
}

const [crowdAccount = 0] = defaultCrowdAccountIds;

const clientOf = (
  setup: ClientSetup,
  tap: WireTap,
  { seed, board, mayBeMalformed, mayContradict }: Surroundings,
  name: string,
): Client => {
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
    if (error._tag === 'DecodeError' && !mayBeMalformed)
      board.breach('readable', `${name} cannot read: ${error.message}`);
    if (error._tag === 'Contradiction' && !mayContradict)
      board.breach('no contradiction', `${name}: ${error.message}`);
    const told = `${error.message} ${JSON.stringify(error)}`;
    if (user !== undefined && told.includes(user.secret)) board.breach('secrets', `${name}: ${error._tag}`);
  });
  return client;
};

/** What keeps anything of a stream while it is followed, from its first value on. */
const beginningsOf = (
  client: Client,
  stream: string,
): readonly (readonly [string, Observable<Trust | OrderBookView>])[] => {
  const [kind, instrument] = stream.split(':');
  const of = { InstrumentId: Number(instrument) };
  if (kind === 'Level1') return [['summary', follow$(client, SubscribeLevel1, of)]];
  if (kind === 'Ticker') return [['bars', bars$(client, { ...of, Interval: 60 })]];
  if (kind !== 'Level2') return [];
  return [
    ['book', follow$(client, SubscribeLevel2, of)],
    ['orderBook', orderBook$(client, of)],
  ];
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
  let telling = 0;
  /** From the call of `close()` on, and once it has returned. */
  let isClosing = false;
  let isClosed = false;

  const present = (): readonly Consumer[] => [...consumers].filter(({ isOver }) => !isOver());
  const stillLive = (): readonly string[] =>
    present().flatMap(({ isLive, what, instrument }) => (isLive() ? [`${what} ${instrument}`] : []));
  const compareBook = (consumer: Consumer, model: PlainBook | undefined): void => {
    const known = consumer.known();
    if (model === undefined || !('isLive' in known) || !known.isLive) return;
    const wrong = (why: string): void =>
      board.breach('one book', `${name} ${consumer.what} ${consumer.instrument}: ${why}`);
    if (known._tag === 'Book' && !isSameBook(known.book(), model)) wrong(differenceOf(known.book(), model));
    const best = touchOf(model);
    if (known._tag === 'Touch' && String(known.levels) !== String(best))
      wrong(`${String(known.levels)} for ${String(best)}`);
  };
  const compareBooks = (): void => {
    for (const consumer of present())
      if (consumer.stream.startsWith('Level2')) {
        const books = tap.books();
        compareBook(consumer, books?.book(consumer.instrument));
        if (books?.isUnreadable(consumer.instrument) === true && consumer.isLive())
          board.breach('never live when unreadable', `${name} ${consumer.what} ${consumer.instrument}`);
      }
  };
  const tap = createWireTap(exchange.transport, {
    ...{ name, board, hasLogin: account !== undefined },
    wanted: () => new Set(present().flatMap(({ stream, isPausing }) => (isPausing() ? [] : [stream]))),
    cancels: (OrderId) => trading?.checkCancel(OrderId),
    toldOfOrder: (text) => trading?.checkTold(text),
    delivered: compareBooks,
    ended: () => {
      const live = stillLive();
      if (live.length > 0 && !isClosing) board.breach('never live when lost', `${name}: ${live.join(', ')}`);
    },
  });
  const client = clientOf(setup, tap, surroundings, name);
  const asking: Asking = {
    ...{ name, client, board, tap, exchange, account, nextMark, stillLive },
    ...{ requestTimeout: setup.requestTimeout, slack: surroundings.slack },
    isClosing: () => isClosing,
  };
  const following: Following = {
    ...{ name, client, board, tap, exchange, account, joins: { under: 0 } },
    auditAfter: setup.auditAfter,
    mayLose: surroundings.mayLose,
    isClosing: () => isClosing,
    isClosed: () => isClosed,
  };

  const trading =
    account === undefined
      ? undefined
      : createTrading({
          ...{ name, client, board, exchange, account, idTag: index },
          random: createRandom(surroundings.seed + index),
          ...{ mayLag: surroundings.mayLag, resolve: surroundings.resolve },
          isClosing: () => isClosing,
        });

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
  /** Somebody else does it, so that only events tell. */
  const meddles = (nth: number): void => {
    if (account === undefined) return;
    const open = openAt(exchange, account);
    const order = open[nth % Math.max(1, open.length)];
    board.log(`${name} is meddled with ${order?.OrderId}`);
    if (order !== undefined) exchange.market.cancelOrder({ OrderId: order.OrderId });
  };
  /** The account trades without this client, in small pieces. */
  const tradesElsewhere = (times: number): void => {
    if (account === undefined) return;
    board.log(`${name} trades elsewhere`);
    const own = { AccountId: account, InstrumentId: 1 };
    const [bid] = bestAt(exchange, 1);
    // Bids before all others, which one sale then takes.
    for (let index = 1; index <= times; index += 1) {
      const LimitPrice = ((bid || 100_000) + index / 100).toFixed(2);
      const order = { ...own, OrderType: 'Limit', Side: 'Buy', Quantity: '0.0001', LimitPrice } as const;
      exchange.market.sendOrder(order);
    }
    const Quantity = (times / 10_000).toFixed(4);
    const AccountId = surroundings.mayTradeWithItself ? account : crowdAccount;
    exchange.market.sendOrder({ ...own, AccountId, OrderType: 'Market', Side: 'Sell', Quantity });
  };
  /** Somebody places an order for the account that this client has not sent. */
  const placesByHand = (draft: OrderDraft): void => {
    if (account === undefined) return;
    board.log(`${name} has an order placed by hand`);
    exchange.market.sendOrder(orderOf(exchange, account, draft));
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
      isNested: telling > 0,
      emitted: (count) => {
        if (count !== reaction?.on) return;
        telling += 1;
        react(reaction.reaction, leave);
        telling -= 1;
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
    else if (reaction.does === 'place') places(reaction.draft);
    else if (reaction.does === 'act') acts(reaction.verb, reaction.nth);
    else if (reaction.does === 'reconnect') reconnects();
    else close();
  };
  const places = (draft: OrderDraft): void => {
    if (!isClosing) trading?.place(draft);
  };
  const acts = (verb: OrderVerb, nth: number): void => {
    if (!isClosing) trading?.act(verb, nth);
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
    ...{ name, client, tap, close, account, trading },
    mayHold: () => (trading?.hasTraded() === true ? `AccountEvents:${account}` : undefined),
    isClosed: () => isClosing,
    consumers: present,
    take: (step) => {
      if (step.does === 'join') joins(step.what, step.instrument, step);
      else if (step.does === 'ask') asks(step.what, step.leavesAfter);
      else if (step.does === 'place') places(step.draft);
      else if (step.does === 'act') acts(step.verb, step.nth);
      else if (step.does === 'meddle') meddles(step.nth);
      else if (step.does === 'placeByHand') placesByHand(step.draft);
      else if (step.does === 'tradeElsewhere') tradesElsewhere(step.times);
      else if (step.does === 'reconnect') reconnects();
      else close();
    },
    probe: () => {
      const mark = nextMark();
      requests.push(ask({ ...asking, nextMark: () => mark }, 'order', undefined));
      return mark;
    },
    leaveAll: () => {
      // Those who have been told their last may still be at work on it.
      for (const consumer of everybody) consumer.leave();
      over$.next();
    },
    joinAnew: () => {
      if (isClosing) return;
      for (const followed of new Set(everybody.map(({ stream }) => stream)))
        for (const [what, first$] of beginningsOf(client, followed)) {
          let epoch = 0;
          first$.pipe(take(1)).subscribe((first) => (epoch = first.epoch));
          if (epoch !== 0)
            board.breach('nothing kept', `${name} ${what} of ${followed} begins with epoch ${epoch}`);
        }
    },
    judge: () => {
      trading?.judge();
      for (const consumer of everybody) consumer.judge();
      for (const request of requests) request.judge();
    },
  };
};
