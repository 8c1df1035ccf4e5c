import { GatewayError } from '../errors.ts';
import type { AccountEvent } from '../topics/accountEvents.ts';
import {
  type Account,
  type AccountInput,
  type Answer,
  andThen,
  type Ask,
  forEach,
  type Question,
  standingOf,
  type Step,
  withStatus,
} from './account.ts';
import { beginAudit, takeAudited, takeUnaudited } from './audit.ts';
import { takePosition } from './holdings.ts';
import { pauseAfter } from './pauseAfter.ts';
import { advance, auditAfter, beginRound, takeAnswer, withoutAbsent } from './restore.ts';
import { zero } from '../codec/scalars/scaled.ts';
import type { OrderKey } from './shelf.ts';
import { debtOf } from './standing.ts';
import { takeFill, takeFills, takeGone, takeVersion, takeVersions, withStanding } from './takeOrder.ts';

/** The pause after a restoration that nobody but we wanted, in milliseconds: doubled while they follow each other. */
export const repairPause = { first: 5_000, longest: 60_000 };
/** How often it is asked why the fills of an order do not add up. */
const mostChecks = 4;

const nothing = (account: Account): Step => [account, []];

const takeEvent = (account: Account, event: AccountEvent, at: number): Step => {
  switch (event._tag) {
    case 'OrderStateEvent':
      return takeVersion(account, event.payload, 'event', at);
    case 'OrderTradeEvent':
      return takeFill(account, event.payload, { how: 'event', listedIn: 0, isTold: true }, at);
    case 'AccountPositionEvent':
      return nothing(takePosition(account, event.payload, at));
    default:
      return nothing(account);
  }
};

/** Restores now, or as soon as the pause after the last time is over. */
const repair = (account: Account, at: number): Step => {
  const { notBefore, pause } = account.repair;
  const wanted = { ...account, repair: { ...account.repair, isWanted: true } };
  if (!account.isOn || at < notBefore) return nothing(wanted);
  const isPeace = at - notBefore > repairPause.longest;
  const next = isPeace || pause === 0 ? repairPause.first : Math.min(2 * pause, repairPause.longest);
  return beginRound({ ...account, repair: { notBefore: at + next, isWanted: false, pause: next } });
};

const lost = (account: Account, input: Extract<AccountInput, { _tag: 'Lost' }>): Account => ({
  ...withStatus(account, 'restoring', input.at, input.cause),
  isOn: false,
  round: undefined,
  later: [],
  audit: { ...account.audit, running: undefined },
});

const subscribed = (account: Account, at: number): Account => ({
  ...withStatus(account, 'restoring', at),
  isOn: true,
  repair: { ...account.repair, isWanted: false },
});

const isOfNow = (account: Account, { purpose, round }: Question): boolean =>
  purpose === 'check' ||
  round === (purpose === 'restore' ? account.round?.number : account.audit.running?.number);

/** Asks again after a while whether the fills of an order add up, a few times. */
const checkAgain = (account: Account, asked: Question, at: number): Account => {
  if (!('OrderId' in asked) || !account.debts.has(asked.OrderId)) return account;
  const tries = asked.tries + 1;
  const isLast = tries >= mostChecks;
  const debt = isLast ? { at: Infinity, tries: Infinity } : { at: at + 10 * pauseAfter(tries), tries };
  return { ...account, debts: new Map(account.debts).set(asked.OrderId, debt) };
};

/** All fills of an order are here: what was filled before anybody looked is among them. */
const takeFillsOf = (account: Account, answer: Extract<Answer, { own: unknown }>, at: number): Step => {
  const [of] = answer.rows;
  const standing = of && standingOf(account, of.OrderId);
  const known =
    of && standing ? withStanding(account, of.OrderId, { ...standing, before: zero }, at) : account;
  return takeFills(
    known,
    answer.rows,
    ({ OrderId, TradeId }) => {
      const isLater = known.listed > 0 && TradeId > known.baseLine;
      return { how: 'history', listedIn: 0, isTold: isLater || answer.own.has(OrderId) };
    },
    at,
  );
};

const takeChecked = (account: Account, asked: Question, answer: Answer, at: number): Step => {
  const checked = ((): Step => {
    if (answer._tag === 'Status') return takeVersion(account, answer.order, 'status', at);
    return answer._tag === 'FillsOf' ? takeFillsOf(account, answer, at) : nothing(account);
  })();
  return andThen(checked, (known) => nothing(checkAgain(known, asked, at)));
};

const isUnanswerable = (answer: Answer, { purpose }: Question): boolean => {
  if (!('leftOut' in answer)) return false;
  // A list that left rows out proves no absence; of fills and products the rows that can be read still count.
  const isWholeNeeded = answer._tag === 'OpenOrders' || (purpose === 'audit' && answer._tag !== 'Trades');
  return isWholeNeeded ? answer.leftOut !== 0 : answer.leftOut === Infinity;
};

const unanswered = (account: Account, asked: Question, at: number): Step => {
  if (asked.purpose === 'audit') return nothing(takeUnaudited(account, asked, at));
  if (asked.purpose === 'check') return nothing(checkAgain(account, asked, at));
  const later = [
    ...account.later,
    { at: at + pauseAfter(asked.tries), question: { ...asked, tries: asked.tries + 1 } },
  ];
  return nothing({ ...account, later });
};

const answered = (account: Account, asked: Question, answer: Answer, at: number): Step => {
  if (!isOfNow(account, asked)) return nothing(account);
  if (isUnanswerable(answer, asked)) {
    const rows = answer._tag === 'OpenOrders' && asked.purpose === 'restore' ? answer.rows : [];
    return andThen(takeVersions(account, rows, 'status', at), (known) => unanswered(known, asked, at));
  }
  if (asked.purpose === 'check') return takeChecked(account, asked, answer, at);
  if (asked.purpose === 'restore') return takeAnswer(account, answer, at);
  const audited = takeAudited(account, answer, at);
  return audited.repair.isWanted ? repair(audited, at) : nothing(audited);
};

const refused = (account: Account, input: Extract<AccountInput, { _tag: 'Unanswered' }>): Step => {
  const { at, question: asked, cause } = input;
  if (!isOfNow(account, asked)) return nothing(account);
  const isUnknown = asked._tag === 'Status' && cause instanceof GatewayError && cause.code === 104;
  if (isUnknown)
    return andThen(takeGone(account, asked.OrderId, at), (known) =>
      asked.purpose === 'restore' ? advance(withoutAbsent(known), at) : nothing(known),
    );
  const missed = asked.purpose === 'restore' ? withStatus(account, account.status, at, cause) : account;
  return andThen(unanswered(missed, asked, at), (known) =>
    known.repair.isWanted ? repair(known, at) : nothing(known),
  );
};

const isDue = (at: number, time: number): boolean => time <= at;

/** Puts again the questions whose time has come. */
const askLater = (account: Account, at: number): Step => {
  const due = account.later.filter((one) => isDue(at, one.at));
  if (due.length === 0) return nothing(account);
  const later = account.later.filter((one) => !isDue(at, one.at));
  return [{ ...account, later }, due.map(({ question }): Ask => ({ _tag: 'Question', question }))];
};

/** Asks why the fills of some orders do not add up. */
const askDebts = (account: Account, at: number): Step => {
  const due = [...account.debts].filter(([, debt]) => isDue(at, debt.at));
  if (due.length === 0 || account.status !== 'live') return nothing(account);
  return forEach(account, due, (before, [OrderId, { tries }]) => {
    const standing = standingOf(before, OrderId);
    const debts = new Map(before.debts).set(OrderId, { at: Infinity, tries });
    if (standing === undefined) return nothing({ ...before, debts });
    const _tag = debtOf(standing) === 'version' ? 'Status' : 'FillsOf';
    const asked: Question = { purpose: 'check', round: 0, tries, _tag, OrderId };
    return [{ ...before, debts }, [{ _tag: 'Question', question: asked }]];
  });
};

const woken = (account: Account, at: number): Step =>
  andThen(
    andThen(askLater(account, at), (known) => askDebts(known, at)),
    (known) => {
      if (known.repair.isWanted) return repair(known, at);
      return isDue(at, auditDue(known)) ? beginAudit(known) : nothing(known);
    },
  );

const earliest = (times: Iterable<{ readonly at: number }>): number => {
  let first = Infinity;
  for (const { at } of times) first = Math.min(first, at);
  return first;
};

const isAtRest = ({ round, status }: Account): boolean => status === 'live' && round === undefined;

const repairDue = ({ repair: { isWanted, notBefore } }: Account): number => (isWanted ? notBefore : Infinity);

const checkDue = (account: Account): number =>
  isAtRest(account) ? earliest(account.debts.values()) : Infinity;

const auditDue = (account: Account): number => {
  const { dueAt, isOn, running } = account.audit;
  return isOn && running === undefined && isAtRest(account) ? dueAt : Infinity;
};

/** When a reducer of an account wants to be woken next; `Infinity` for not at all. */
export const dueAt = (account: Account): number =>
  account.isOn
    ? Math.min(repairDue(account), earliest(account.later), checkDue(account), auditDue(account))
    : Infinity;

type Told = Extract<AccountInput, { readonly _tag: 'Event' | 'Found' | 'Answered' | 'Unanswered' }>;

/** Takes in what the exchange has said, or has not. */
const takeTold = (account: Account, input: Told): Step => {
  const { at } = input;
  switch (input._tag) {
    case 'Event':
      return takeEvent(account, input.event, at);
    case 'Found':
      return takeVersions(account, input.rows, input.how, at);
    case 'Answered':
      return answered(account, input.question, input.answer, at);
    case 'Unanswered':
      return refused(account, input);
  }
};

const fillsWanted = (account: Account, OrderId: OrderKey): Step => {
  const question: Question = { purpose: 'check', round: 0, tries: 0, _tag: 'FillsOf', OrderId };
  return [account, [{ _tag: 'Question', question }]];
};

const withAudits = (account: Account, isOn: boolean, at: number): Account => {
  const dueNext = Math.min(account.audit.dueAt, at + auditAfter);
  return { ...account, audit: { ...account.audit, isOn, dueAt: dueNext } };
};

/**
 * What becomes of an account with one more input, and what is to be asked and told because of it. Pure: it takes the
 * time from its inputs.
 */
export const accountStep = (account: Account, input: AccountInput): Step => {
  const { at } = input;
  switch (input._tag) {
    case 'Subscribed':
      return beginRound(subscribed(account, at));
    case 'Lost':
      return nothing(lost(account, input));
    case 'Unreadable':
      return repair(withStatus(account, 'restoring', at, input.cause), at);
    case 'FillsWanted':
      return fillsWanted(account, input.OrderId);
    case 'Audited':
      return nothing(withAudits(account, input.isAudited, at));
    case 'Failed':
      return nothing({ ...withStatus(account, 'failed', at, input.cause), isOn: false, round: undefined });
    case 'Woken':
      return woken(account, at);
    default:
      return takeTold(account, input);
  }
};
