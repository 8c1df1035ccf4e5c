import { type AccountInfo, type AccountSpec, accountInfoFromSpec } from './account.ts';
import type { MarketEvent } from './event.ts';
import type { Floor } from './floor.ts';
import type { Outcome } from './outcome.ts';
import { type StandardResponse, notFound, success } from './standardResponse.ts';

/** The fields of an account that can be changed; fields that are missing stay unchanged. */
export type AccountChange = Pick<
  AccountSpec,
  'VerificationLevel' | 'VerificationLevelName' | 'Frozen' | 'DailyNotionalLimit' | 'MonthlyNotionalLimit'
>;

/** What its owner is told of an account that is known better, or less well, than before. */
const levelEvents = (before: AccountInfo, after: AccountInfo): readonly MarketEvent[] => {
  const { AccountId, VerificationLevel } = after;
  if (VerificationLevel === before.VerificationLevel) return [];
  const payload = { VerificationStatus: 'Approved', VerificationLevel } as const;
  return [{ _tag: 'VerificationLevel', AccountId, payload }];
};

/** Changes an account, and tells it; 104 where there is none. Orders that are open stay as they are. */
export const changeAccount = (
  { accounts }: Floor,
  accountId: number,
  change: AccountChange,
): Outcome<StandardResponse> => {
  const before = accounts.get(accountId);
  if (before === undefined) return { reply: notFound('Account not Found'), events: [] };
  const after = { ...before, ...change };
  accounts.set(accountId, after);
  const payload = accountInfoFromSpec(after);
  return {
    reply: success,
    events: [
      { _tag: 'AccountInfo', AccountId: accountId, payload },
      ...levelEvents(accountInfoFromSpec(before), payload),
    ],
  };
};
