import { isRight } from 'fp-ts/lib/Either.js';
import { type Observable, timer } from 'rxjs';
import {
  CancelOrder,
  type Client,
  ConnectionLost,
  GetL2Snapshot,
  GetLevel1,
  GetOpenOrders,
  GetOrdersHistory,
  isClientError,
  request$,
  SendOrder,
} from '../../src/index.ts';
import type { Exchange } from '../../src/simulator/index.ts';
import type { Board } from './board.ts';
import type { Rule } from './rules.ts';
import type { Askable } from './scenario.ts';
import type { WireTap } from './wire/wireTap.ts';

/** Who asks, and what watches over it. */
export interface Asking {
  readonly name: string;
  readonly client: Client;
  readonly board: Board;
  readonly tap: WireTap;
  readonly exchange: Exchange;
  readonly account: number | undefined;
  readonly requestTimeout: number;
  /** How much longer anything may take because the program is busy, in milliseconds. */
  readonly slack: number;
  /** A mark that no other request of the run has. */
  readonly nextMark: () => number;
  /** What is still live though the connection is lost. */
  readonly stillLive: () => readonly string[];
  readonly isClosing: () => boolean;
}

interface Asked {
  readonly mark: number;
  /** Whether the mark is in the frame. */
  readonly isMarked: boolean;
  readonly reply$: Observable<unknown>;
}

const callOf = ({ client, account: AccountId, nextMark }: Asking, what: Askable): Asked => {
  const mark = nextMark();
  const marked = (reply$: Observable<unknown>): Asked => ({ mark, isMarked: true, reply$ });
  const unmarked = (reply$: Observable<unknown>): Asked => ({ mark, isMarked: false, reply$ });
  if (AccountId === undefined || what === 'depth')
    return marked(request$(client, GetL2Snapshot, { InstrumentId: 1, Depth: mark }));
  const order = { InstrumentId: 1, AccountId, ClientOrderId: mark };
  if (what === 'order')
    return marked(
      request$(client, SendOrder, {
        ...{ ...order, Side: 'Buy', OrderType: 'Limit', TimeInForce: 'GTC' },
        ...{ Quantity: '0.001', LimitPrice: '1.00' },
      }),
    );
  if (what === 'cancel') return marked(request$(client, CancelOrder, { AccountId, ClOrderId: mark }));
  if (what === 'history') return marked(request$(client, GetOrdersHistory, { AccountId, Depth: mark }));
  if (what === 'openOrders') return unmarked(request$(client, GetOpenOrders, { AccountId }));
  return unmarked(request$(client, GetLevel1, { InstrumentId: 1 }));
};

/** A reply must have come over the socket of its request, and be that of its request. */
const checkReply = (asking: Asking, what: Askable, { mark, isMarked }: Asked, reply: unknown): void => {
  const { name, board, tap, exchange, account } = asking;
  if (!isMarked) return;
  if (!tap.sent(mark).some(({ socket, sequence }) => socket.isAnswered(sequence)))
    board.breach('settled truly', `${name}: ${what} ${mark} has a reply that never came`);
  if (what !== 'order' || account === undefined) return;
  const { OrderId } = reply as { readonly OrderId?: number };
  const order = exchange.market.orderStatus(account, OrderId ?? 0);
  if (isRight(order) && order.right.ClientOrderId !== mark)
    board.breach('settled truly', `${name}: order ${mark} has the reply to ${order.right.ClientOrderId}`);
};

const checkError = (asking: Asking, what: Askable, mark: number, error: unknown): void => {
  const { name, board, stillLive, isClosing } = asking;
  if (!isClientError(error)) {
    board.breach('errors', `${name}: ${what} ${mark} fails with ${String(error)}`);
    return;
  }
  board.log(`${name} ${what} ${mark} ${error._tag}`);
  if (!(error instanceof ConnectionLost) || !error.sent || isClosing()) return;
  const live = stillLive();
  if (live.length > 0)
    board.breach('never live when lost', `${name}: ${what} ${mark} is lost while ${live.join(', ')} is live`);
};

/** What a request has come to; `undefined` while it is under way. */
type End = 'unsubscribed' | 'completed' | { readonly error: unknown };

/** One request, and how it went. */
export interface Watched {
  /** Says what is wrong with it once all is over. */
  readonly judge: () => void;
}

/** Asks, and holds what comes to the rules of requests. */
export const ask = (asking: Asking, what: Askable, leavesAfter: number | undefined): Watched => {
  const { name, board, tap, requestTimeout, slack } = asking;
  const asked = callOf(asking, what);
  const { mark, isMarked } = asked;
  const askedAt = board.now();
  let values = 0;
  let end: End | undefined;
  const settle = (as: End): void => {
    if (end !== undefined) board.breach('settled once', `${name}: ${what} ${mark} settles twice`);
    end = as;
    if (board.now() - askedAt > requestTimeout + slack)
      board.breach('settled in time', `${name}: ${what} ${mark} took ${board.now() - askedAt} ms`);
  };
  board.log(`${name} asks ${what} ${mark}`);
  const request = asked.reply$.subscribe({
    next: (reply) => {
      values += 1;
      board.log(`${name} ${what} ${mark} replied`);
      checkReply(asking, what, asked, reply);
    },
    error: (error: unknown) => {
      settle({ error });
      checkError(asking, what, mark, error);
    },
    complete: () => settle('completed'),
  });
  if (leavesAfter !== undefined)
    timer(leavesAfter).subscribe(() => {
      end ??= 'unsubscribed';
      request.unsubscribe();
    });
  return {
    judge: () => {
      const wrong = (rule: Rule, why: string): void => board.breach(rule, `${name}: ${what} ${mark} ${why}`);
      if (end === undefined) wrong('settled once', 'never settles');
      if (end === 'completed' && values !== 1) wrong('settled once', `has ${values} replies`);
      if (typeof end !== 'object' || !isMarked || !isClientError(end.error) || !('sent' in end.error)) return;
      const isOut = tap.sent(mark).length > 0;
      if (isOut !== end.error.sent)
        wrong('sent truly', `says sent: ${end.error.sent}, and was sent: ${isOut}`);
    },
  };
};
