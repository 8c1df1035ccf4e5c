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
import { flawed, type Paging, pauseBefore, takePage, type Turn, unread } from './paging.ts';
import { entriesOf, type OrderKey, put } from './shelf.ts';
import { asFound, fillKey } from './standing.ts';
import { takeFills, takeVersions } from './takeOrder.ts';

/** How long an account is left alone before it is audited, in milliseconds. */
export const auditAfter = 60_000;
/** The function that lists the fills. */
const listCall = 'GetAccountTrades';
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
    trades: unread,
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

/**
 * What was filled is told, the oldest first; what was there at the very first is not, unless it was sent from here. What
 * lies behind rows that are noted as listed is taken for known, so those of a list that has no end are not.
 */
const takeTrades = (
  account: Account,
  { rows, flaw }: Extract<Turn, { readonly _tag: 'Read' }>,
  { own }: TradesAnswer,
  at: number,
): Step => {
  const isBase = account.listed === 0;
  const round = account.round?.number ?? 0;
  const listedIn = flaw === 'unpaged' ? 0 : round;
  const sourceOf = ({ OrderId }: OrderTrade) =>
    ({ how: 'history', listedIn, isTold: !isBase || own.has(OrderId) }) as const;
  return andThen(takeFills(account, rows, sourceOf, at), (known) => {
    const baseLine = isBase ? greatest(rows) : known.baseLine;
    const listed = flaw === 'unpaged' ? known.listed : round;
    const told: readonly Ask[] =
      flaw === undefined ? [] : [{ _tag: 'Report', error: flawed(listCall, flaw) }];
    return [withRound({ ...known, listed, baseLine }, { trades: undefined }), told];
  });
};

/** At once, or after a while where the list does not hold still: the account is not whole until then. */
const askPage = (account: Account, round: number, paging: Paging, at: number): Step => {
  const question: Question = { ...first(round), _tag: 'Trades', StartIndex: paging.StartIndex };
  const known = withRound(account, { trades: paging });
  const pause = pauseBefore(paging);
  if (pause === 0) return [known, [ask(question)]];
  const later = [...known.later, { at: at + pause, question }];
  return [{ ...withStatus(known, known.status, at, flawed(listCall, 'moving')), later }, []];
};

/** A page of fills: they are taken in when all are here, as those of a list with a gap would hide what lies in it. */
const takeFillsPage = (account: Account, answer: TradesAnswer, at: number): Step => {
  const { round } = account;
  if (round?.trades === undefined) return [account, []];
  const turn = takePage(round.trades, answer, (trade) => isProven(account, trade));
  const isCut = turn._tag === 'Asks';
  if (isCut && account.listed > 0) {
    return askPage(account, round.number, turn.paging, at);
  }
  const read = isCut ? ({ _tag: 'Read', rows: turn.paging.pass } as const) : turn;
  const proven = read.rows.findIndex((trade) => isProven(account, trade));
  const rows = proven < 0 ? read.rows : read.rows.slice(0, proven);
  return takeTrades(withRound(account, { isCut }), { ...read, rows }, answer, at);
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
export const takeAnswer = (account: Account, answer: Answer, at: number): Step => {
  const taken = ((): Step => {
    switch (answer._tag) {
      case 'OpenOrders':
        return takeList(account, answer.rows, at);
      case 'Status':
        return takeStatus(account, answer.order, at);
      case 'Positions':
        return takeReading(account, answer.rows, at);
      default:
        return takeFillsPage(account, answer, at);
    }
  })();
  return andThen(taken, (known) => advance(known, at));
};

/** One order less is asked for: the exchange does not know it. */
export const withoutAbsent = (account: Account): Account =>
  withRound(account, { asking: (account.round?.asking ?? 1) - 1 });
