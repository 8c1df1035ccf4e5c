import type { AccountPosition } from '../codec/records/AccountPosition.ts';
import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import type { ClientError } from '../errors.ts';
import type { Paging } from './paging.ts';
import type { Trust } from '../streams/kept.ts';
import type { AccountEvent } from '../topics/accountEvents.ts';
import { emptyRecent, entriesOfRecent, getRecent, type Recent } from './recent.ts';
import { emptyShelf, entriesOf, get, type OrderKey, type Shelf } from './shelf.ts';
import type { Standing } from './standing.ts';

/** Why something is asked: to be whole again, to see whether all is true still, or because fills are missing. */
export type Purpose = 'restore' | 'audit' | 'check';

/** Something to ask the exchange. */
export type Question = {
  readonly purpose: Purpose;
  /** The restoration or audit that it belongs to. */
  readonly round: number;
  /** How often it went unanswered. */
  readonly tries: number;
} & (
  | { readonly _tag: 'OpenOrders' }
  | { readonly _tag: 'Status'; readonly OrderId: OrderKey }
  | { readonly _tag: 'Trades'; readonly StartIndex: number }
  | { readonly _tag: 'FillsOf'; readonly OrderId: OrderKey }
  | { readonly _tag: 'Positions' }
);

/** How a version of an order was learnt. */
export type How = 'event' | 'status' | 'history';

/** A new fill; each fill is emitted once. */
export interface Fill {
  readonly _tag: 'Fill';
  readonly trade: OrderTrade;
}

/** A fill that was emitted before and that the exchange has corrected since. */
export interface Revised {
  readonly _tag: 'Revised';
  readonly trade: OrderTrade;
}

/** What a reducer of an account wants done. */
export type Ask =
  | { readonly _tag: 'Question'; readonly question: Question }
  /** More is known of an order. */
  | { readonly _tag: 'Told'; readonly OrderId: OrderKey; readonly how: How }
  | { readonly _tag: 'Fill'; readonly fill: Fill | Revised }
  /** Something is wrong that nothing else tells of. */
  | { readonly _tag: 'Report'; readonly error: ClientError }
  /** Two versions of an order cannot both be true. */
  | { readonly _tag: 'Contradicted'; readonly known: Order; readonly told: Order };

/** An answer of the exchange's; `leftOut` counts the rows that could not be read. */
export type Answer =
  | { readonly _tag: 'OpenOrders'; readonly rows: readonly Order[]; readonly leftOut: number }
  | { readonly _tag: 'Status'; readonly order: Order }
  | {
      readonly _tag: 'Trades' | 'FillsOf';
      readonly rows: readonly OrderTrade[];
      readonly leftOut: number;
      /** The orders among them that were sent from here. */
      readonly own: ReadonlySet<OrderKey>;
    }
  | { readonly _tag: 'Positions'; readonly rows: readonly AccountPosition[]; readonly leftOut: number };

/** What a reducer of an account takes in; `at` is when, in milliseconds of a clock that is never set. */
export type AccountInput = { readonly at: number } & (
  | { readonly _tag: 'Subscribed' }
  | { readonly _tag: 'Lost'; readonly cause?: ClientError }
  | { readonly _tag: 'Event'; readonly event: AccountEvent }
  /** An event came that could not be read. */
  | { readonly _tag: 'Unreadable'; readonly cause: ClientError }
  | { readonly _tag: 'Answered'; readonly question: Question; readonly answer: Answer }
  | { readonly _tag: 'Unanswered'; readonly question: Question; readonly cause: ClientError }
  /** Orders that were asked for beside this. */
  | { readonly _tag: 'Found'; readonly rows: readonly Order[]; readonly how: How }
  /** Somebody wants all fills of an order. */
  | { readonly _tag: 'FillsWanted'; readonly OrderId: OrderKey }
  | { readonly _tag: 'Audited'; readonly isAudited: boolean }
  | { readonly _tag: 'Failed'; readonly cause: ClientError }
  /** The time has come that `dueAt` told. */
  | { readonly _tag: 'Woken' }
);

/** What the account has of a product, and how it was learnt. */
export interface Holding {
  readonly position: AccountPosition;
  /** The count of arrivals at which an event last told of it. */
  readonly arrival: number;
  /** Whether a list and the events agreed on it. */
  readonly isSettled: boolean;
}

/** A restoration under way. */
export interface Round {
  readonly number: number;
  /** The count of arrivals when it began: what came later is newer than the lists. */
  readonly since: number;
  readonly isListRead: boolean;
  /** Orders that are open here and not in the list, still to be asked for. */
  readonly absent: readonly OrderKey[];
  /** How many are being asked for. */
  readonly asking: number;
  /** The list of fills, as far as it has been read; `undefined` once it is. */
  readonly trades: Paging | undefined;
  /** Whether older fills were there than the one page that is read at first. */
  readonly isCut: boolean;
  /** The reading of the positions under way, and the count of arrivals when it was asked for; `undefined` once done. */
  readonly positions: { readonly reading: number; readonly since: number } | undefined;
}

/** The checks of a living account. */
export interface Audit {
  readonly isOn: boolean;
  /** When the next begins. */
  readonly dueAt: number;
  /** The one under way: what is still to be answered, since which arrival, and what differs so far. */
  readonly running?:
    | {
        readonly number: number;
        readonly left: number;
        readonly since: number;
        readonly found: readonly string[];
      }
    | undefined;
  /** What differed the last time. */
  readonly found: readonly string[];
  /** How many in a row went unanswered. */
  readonly unanswered: number;
}

/** When a difference between an order and its fills is asked about, and how often it was. */
export interface Debit {
  readonly at: number;
  readonly tries: number;
}

/** All that is known of an account. It is never changed: each input makes another. */
export interface Account extends Omit<Trust, 'cause'> {
  readonly cause?: ClientError | undefined;
  readonly AccountId: number;
  /** Whether the exchange sends events. */
  readonly isOn: boolean;
  /** Counts what arrives. */
  readonly arrivals: number;
  readonly open: Shelf<Standing>;
  /** What is over, and what only fills have told of. */
  readonly rest: Recent<Standing>;
  /** By instrument: the greatest id of a trade that was let go of. */
  readonly forgotten: ReadonlyMap<number, OrderKey>;
  /** The greatest id of a trade that was there at first. */
  readonly baseLine: OrderKey;
  readonly holdings: Shelf<Holding>;
  readonly round?: Round | undefined;
  /** Counts restorations and audits. */
  readonly rounds: number;
  /** The last restoration in which the fills were read to the end; 0 before the first. */
  readonly listed: number;
  readonly audit: Audit;
  readonly debts: ReadonlyMap<OrderKey, Debit>;
  /** Questions to be put again. */
  readonly later: readonly { readonly at: number; readonly question: Question }[];
  /** The next restoration that nobody but we want: when it may begin, whether it is to, and the pause after it. */
  readonly repair: { readonly notBefore: number; readonly isWanted: boolean; readonly pause: number };
}

/** A reducer's result. */
export type Step = readonly [Account, readonly Ask[]];

/** How many orders that are over are kept at least; twice as many at most. */
export const mostOver = 500;

/** An account of which nothing is known yet. */
export const newAccount = (AccountId: number, at: number): Account => ({
  AccountId,
  status: 'restoring',
  since: at,
  asOf: 0,
  provenAt: 0,
  epoch: 0,
  isOn: false,
  arrivals: 0,
  open: emptyShelf,
  rest: emptyRecent(mostOver),
  forgotten: new Map(),
  baseLine: 0,
  holdings: emptyShelf,
  rounds: 0,
  listed: 0,
  audit: { isOn: false, dueAt: Infinity, found: [], unanswered: 0 },
  debts: new Map(),
  later: [],
  repair: { notBefore: 0, isWanted: false, pause: 0 },
});

/** What is known of an order, if anything is. */
export const standingOf = ({ open, rest }: Account, OrderId: OrderKey): Standing | undefined =>
  get(open, OrderId) ?? getRecent(rest, OrderId);

/** The orders that were given an id by whoever sent them: one, unless somebody has used it again. The oldest first. */
export const idsWith = ({ open, rest }: Account, ClientOrderId: OrderKey): readonly OrderKey[] =>
  [...entriesOfRecent(rest), ...entriesOf(open)]
    .filter(([, { order }]) => order?.ClientOrderId === ClientOrderId)
    .map(([OrderId]) => OrderId)
    .sort((a, b) => (a > b ? 1 : a < b ? -1 : 0));

/** An account with another status; the same status keeps the time of its change. */
export const withStatus = (
  account: Account,
  status: Account['status'],
  at: number,
  cause?: ClientError,
): Account => {
  const since = status === account.status ? account.since : at;
  return { ...account, status, since, cause };
};

/** One step after another. */
export const andThen = ([account, asks]: Step, next: (account: Account) => Step): Step => {
  const [after, more] = next(account);
  return [after, more.length === 0 ? asks : [...asks, ...more]];
};

/** A step for each of some things. */
export const forEach = <A>(
  account: Account,
  items: Iterable<A>,
  step: (account: Account, item: A) => Step,
): Step => {
  let after = account;
  const asks: Ask[] = [];
  for (const item of items) {
    const [next, more] = step(after, item);
    after = next;
    asks.push(...more);
  }
  return [after, asks];
};
