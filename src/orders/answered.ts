import { zero } from '../codec/scalars/scaled.ts';
import { GatewayError } from '../errors.ts';
import {
  type Account,
  type AccountInput,
  type Answer,
  andThen,
  type Question,
  standingOf,
  type Step,
  withStatus,
} from './account.ts';
import { takeAudited, takeUnaudited } from './audit.ts';
import { pauseAfter } from './pauseAfter.ts';
import { repair } from './repair.ts';
import { advance, takeAnswer, withoutAbsent } from './restore.ts';
import { takeFills, takeGone, takeVersion, takeVersions, withStanding } from './takeOrder.ts';

/** How often it is asked why the fills of an order do not add up. */
const mostChecks = 4;

const nothing = (account: Account): Step => [account, []];

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

const askAgain = (account: Account, asked: Question, at: number): Step => {
  if (asked.purpose === 'audit') return nothing(takeUnaudited(account, asked, at));
  if (asked.purpose === 'check') return nothing(checkAgain(account, asked, at));
  const later = [
    ...account.later,
    { at: at + pauseAfter(asked.tries), question: { ...asked, tries: asked.tries + 1 } },
  ];
  return nothing({ ...account, later });
};

/** Takes in the answer to a question, unless that is of the past or cannot be used. */
export const answered = (account: Account, asked: Question, answer: Answer, at: number): Step => {
  if (!isOfNow(account, asked)) return nothing(account);
  if (isUnanswerable(answer, asked)) {
    const rows = answer._tag === 'OpenOrders' && asked.purpose === 'restore' ? answer.rows : [];
    return andThen(takeVersions(account, rows, 'status', at), (known) => askAgain(known, asked, at));
  }
  if (asked.purpose === 'check') return takeChecked(account, asked, answer, at);
  if (asked.purpose === 'restore') return takeAnswer(account, answer, at);
  const audited = takeAudited(account, answer, at);
  return audited.repair.isWanted ? repair(audited, at) : nothing(audited);
};

/** Takes in that a question was not answered: it is asked again after a while, or was answered by the refusal. */
export const unanswered = (account: Account, input: Extract<AccountInput, { _tag: 'Unanswered' }>): Step => {
  const { at, question: asked, cause } = input;
  if (!isOfNow(account, asked)) return nothing(account);
  const isUnknown = asked._tag === 'Status' && cause instanceof GatewayError && cause.code === 104;
  if (isUnknown)
    return andThen(takeGone(account, asked.OrderId, at), (known) =>
      asked.purpose === 'restore' ? advance(withoutAbsent(known), at) : nothing(known),
    );
  const missed = asked.purpose === 'restore' ? withStatus(account, account.status, at, cause) : account;
  return andThen(askAgain(missed, asked, at), (known) =>
    known.repair.isWanted ? repair(known, at) : nothing(known),
  );
};
