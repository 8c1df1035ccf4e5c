import type { AccountPosition } from '../codec/records/AccountPosition.ts';
import type { Order } from '../codec/records/Order.ts';
import type { OrderTrade } from '../codec/records/OrderTrade.ts';
import {
  type Account,
  type Answer,
  type Ask,
  andThen,
  type Question,
  type Round,
  standingOf,
  type Step,
  withStatus,
} from './account.ts';
import { asUnsettled, takePositions } from './holdings.ts';
import { entriesOf, type OrderKey, put } from './shelf.ts';
import { asFound, fillKey } from './standing.ts';
import { takeFills, takeVersions } from './takeOrder.ts';
import { tradesPage } from './tradePages.ts';

/** How long an account is left alone before it is audited, in milliseconds. */
export const auditAfter = 60_000;
/** How many orders are asked for at a time. */
const mostAsked = 2;
/** How often the balances are read at most. */
const mostReadings = 3;

const ask = (question: Question): Ask => ({ _tag: 'Question', question });
const first = (round: number) => ({ purpose: 'restore', round, tries: 0 }) as const;

const withRound = (account: Account, change: Partial<Round>): Account =>
  account.round === undefined ? account : { ...account, round: { ...account.round, ...change } };

/** Begins to restore: what is open, what was filled and what there is are asked for. */
export const beginRound = (account: Account): Step => {
  const number = account.rounds + 1;
  const since = account.arrivals;
  const round: Round = {
    number,
    since,
    isListRead: false,
    absent: [],
    asking: 0,
    trades: [],
    isCut: false,
    positions: { reading: 1, since },
  };
  const asks = [
    ask({ ...first(number), _tag: 'OpenOrders' }),
    ask({ ...first(number), _tag: 'Trades', StartIndex: 0 }),
    ask({ ...first(number), _tag: 'Positions' }),
  ];
  const audit = { ...account.audit, running: undefined };
  return [{ ...account, round, rounds: number, later: [], audit }, asks];
};

/** Whether the list of open orders has been asked for and is not here yet. */
export const isListOut = ({ later, round }: Account): boolean =>
  round !== undefined && !round.isListRead && !later.some(({ question }) => question._tag === 'OpenOrders');

/** Asks for what is open here and not at the exchange, a few at a time: nothing is assumed of it. */
const askAbsent = (account: Account): Step => {
  const { round } = account;
  const now = round?.absent.slice(0, mostAsked - round.asking) ?? [];
  if (round === undefined || now.length === 0) return [account, []];
  const change = { absent: round.absent.slice(now.length), asking: round.asking + now.length };
  return [
    withRound(account, change),
    now.map((OrderId) => ask({ ...first(round.number), _tag: 'Status', OrderId })),
  ];
};

/** Of what was there before anybody looked, fills may be missing that nobody will be told of. */
const withBase = (account: Account, isCut: boolean): Account => {
  const debts = new Map([...account.debts].filter(([id]) => standingOf(account, id)?.order !== undefined));
  if (!isCut) return { ...account, debts };
  let { open } = account;
  for (const [OrderId, standing] of entriesOf(account.open)) {
    const found = asFound(standing);
    if (found === standing) continue;
    open = put(open, OrderId, found);
    debts.delete(OrderId);
  }
  return { ...account, open, debts };
};

const isWhole = ({ isListRead, absent, asking, trades, positions }: Round): boolean =>
  isListRead && absent.length === 0 && asking === 0 && trades === undefined && positions === undefined;

/** Says that all has been answered, if it has. */
const conclude = (account: Account, at: number): Account => {
  const { round } = account;
  if (round === undefined || !isWhole(round)) return account;
  const whole = account.epoch === 0 ? withBase(account, round.isCut) : account;
  // An event was lost meanwhile, and nobody knows whether the lists were before it.
  if (account.repair.isWanted) return { ...whole, round: undefined };
  return {
    ...withStatus(whole, 'live', at),
    asOf: at,
    provenAt: at,
    epoch: account.epoch + 1,
    round: undefined,
    audit: { ...account.audit, dueAt: at + auditAfter, running: undefined, found: [], unanswered: 0 },
  };
};

/** Goes on with what is still to be asked, and ends the restoration when nothing is. */
export const advance = (account: Account, at: number): Step =>
  andThen(askAbsent(account), (asked) => [conclude(asked, at), []]);

const takeList = (account: Account, rows: readonly Order[], at: number): Step =>
  andThen(takeVersions(account, rows, 'status', at), (known) => {
    const listed = new Set<OrderKey>(rows.map(({ OrderId }) => OrderId));
    const since = known.round?.since ?? 0;
    const absent = entriesOf(known.open)
      .filter(([OrderId, { arrival }]) => !listed.has(OrderId) && arrival <= since)
      .map(([OrderId]) => OrderId);
    return [withRound(known, { isListRead: true, absent }), []];
  });

/** Whether a fill was in a list that was read to the end, so that all that lies behind it is known. */
const isProven = (account: Account, trade: OrderTrade): boolean => {
  const standing = standingOf(account, trade.OrderId);
  if (standing === undefined) return trade.TradeId <= (account.forgotten.get(trade.InstrumentId) ?? 0);
  const listedIn = standing.fills.get(fillKey(trade))?.listedIn ?? 0;
  return listedIn > 0 && listedIn <= account.listed;
};

const greatest = (rows: readonly OrderTrade[]): OrderKey =>
  rows.reduce<OrderKey>((most, { TradeId }) => (TradeId > most ? TradeId : most), 0);

type TradesAnswer = Extract<Answer, { readonly own: unknown }>;

/** What was filled is told, the oldest first; what was there at the very first is not, unless it was sent from here. */
const takeTrades = (
  account: Account,
  rows: readonly OrderTrade[],
  { own }: TradesAnswer,
  at: number,
): Step => {
  const isBase = account.listed === 0;
  const listedIn = account.round?.number ?? 0;
  const sourceOf = ({ OrderId }: OrderTrade) =>
    ({ how: 'history', listedIn, isTold: !isBase || own.has(OrderId) }) as const;
  return andThen(takeFills(account, rows, sourceOf, at), (known) => {
    const baseLine = isBase ? greatest(rows) : known.baseLine;
    return [withRound({ ...known, listed: listedIn, baseLine }, { trades: undefined }), []];
  });
};

const takePage = (account: Account, StartIndex: number, answer: TradesAnswer, at: number): Step => {
  const { round } = account;
  if (round?.trades === undefined) return [account, []];
  const read = new Set(round.trades.map(fillKey));
  const fresh = answer.rows.filter((trade) => !read.has(fillKey(trade)));
  const proven = fresh.findIndex((trade) => isProven(account, trade));
  const trades = [...round.trades, ...(proven < 0 ? fresh : fresh.slice(0, proven))];
  const length = answer.rows.length + answer.leftOut;
  const isCut = proven < 0 && length >= tradesPage && fresh.length > 0;
  if (isCut && account.listed > 0) {
    const next = { ...first(round.number), _tag: 'Trades', StartIndex: StartIndex + length } as const;
    return [withRound(account, { trades }), [ask(next)]];
  }
  return takeTrades(withRound(account, { isCut }), trades, answer, at);
};

const takeReading = (account: Account, rows: readonly AccountPosition[], at: number): Step => {
  const reading = account.round?.positions;
  if (account.round === undefined || reading === undefined) return [account, []];
  const { account: read, moved } = takePositions(account, rows, reading.since, at);
  if (moved.length === 0 || reading.reading >= mostReadings)
    return [withRound(asUnsettled(read, moved), { positions: undefined }), []];
  const positions = { reading: reading.reading + 1, since: read.arrivals };
  const again = ask({ ...first(account.round.number), _tag: 'Positions' });
  return [withRound(read, { positions }), [again]];
};

const takeStatus = (account: Account, order: Order, at: number): Step =>
  takeVersions(withRound(account, { asking: (account.round?.asking ?? 1) - 1 }), [order], 'status', at);

/** Takes in an answer to a question of the restoration under way. */
export const takeAnswer = (account: Account, asked: Question, answer: Answer, at: number): Step => {
  const taken = ((): Step => {
    switch (answer._tag) {
      case 'OpenOrders':
        return takeList(account, answer.rows, at);
      case 'Status':
        return takeStatus(account, answer.order, at);
      case 'Positions':
        return takeReading(account, answer.rows, at);
      default:
        return takePage(account, asked._tag === 'Trades' ? asked.StartIndex : 0, answer, at);
    }
  })();
  return andThen(taken, (known) => advance(known, at));
};

/** One order less is asked for: the exchange does not know it. */
export const withoutAbsent = (account: Account): Account =>
  withRound(account, { asking: (account.round?.asking ?? 1) - 1 });
