import { Subject, take, takeUntil, timer } from 'rxjs';
import type { Client } from '../../../src/index.ts';
import { demoUsers } from '../../../src/simulator/index.ts';
import { createRandom } from '../../../src/simulator/market/random.ts';
import { ask, type Asking, type Watched } from '../asking.ts';
import type { Consumer, Following } from '../consumers/consumer.ts';
import { follow } from '../consumers/follow.ts';
import type { Askable, ClientSetup, Followable, OrderDraft, OrderVerb, Reaction, Step } from '../scenario.ts';
import { createTrading, type Trading } from '../trading/trading.ts';
import { createWireTap, type WireTap } from '../wire/wireTap.ts';
import { beginningsOf } from './beginningsOf.ts';
import { checkBooks } from './checkBooks.ts';
import { clientOf } from './clientOf.ts';
import { doElsewhere } from './elsewhere.ts';
import type { Surroundings } from './surroundings.ts';

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
  const tap = createWireTap(exchange.transport, {
    ...{ name, board, hasLogin: account !== undefined },
    wanted: () => new Set(present().flatMap(({ stream, isPausing }) => (isPausing() ? [] : [stream]))),
    cancels: (OrderId) => trading?.checkCancel(OrderId),
    toldOfOrder: (text, isSocketOver) => {
      // Each reading is handed an event by itself: one may have given the socket up before the other had it.
      const isReadTwice = everybody.some(({ what }) => what === 'exactAccount');
      if (!(isSocketOver && isReadTwice)) trading?.checkTold(text);
    },
    delivered: () => checkBooks(board, name, tap.books(), present()),
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
      else if (step.does === 'reconnect') reconnects();
      else if (step.does === 'close') close();
      else if (account !== undefined) doElsewhere({ ...surroundings, name, account }, step);
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
