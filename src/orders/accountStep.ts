import type { AccountEvent } from '../topics/accountEvents.ts';
import { type Account, type AccountInput, type Question, type Step, withStatus } from './account.ts';
import { answered, unanswered } from './answered.ts';
import { woken } from './dueAt.ts';
import { takePosition } from './holdings.ts';
import { repair } from './repair.ts';
import { auditAfter, beginRound } from './restore.ts';
import type { OrderKey } from './shelf.ts';
import { takeFill, takeVersion, takeVersions } from './takeOrder.ts';

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
      return unanswered(account, input);
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
