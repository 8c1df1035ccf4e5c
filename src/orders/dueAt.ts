import { type Account, andThen, type Ask, forEach, type Question, standingOf, type Step } from './account.ts';
import { beginAudit } from './audit.ts';
import { repair } from './repair.ts';
import { debtOf } from './standing.ts';

const nothing = (account: Account): Step => [account, []];

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

/** Does what has become due: asks again, begins a repair or an audit. */
export const woken = (account: Account, at: number): Step =>
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
