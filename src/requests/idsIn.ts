import type { Call } from '../endpoint.ts';
import { readLongIntegers } from '../json/longIntegers.ts';
import { isSecretKey } from '../redact.ts';

/** `OrderId` and `OrderIdToReplace`, but not `Identity`. */
const namesAnId = /Id(?![a-z])/;

const isId = ([key, value]: readonly [string, unknown]): boolean =>
  namesAnId.test(key) && !isSecretKey(key) && typeof value !== 'object';

/**
 * What a call was about: of the parameters that it was sent with, those that are named for an id. By these somebody who
 * hears of the call later knows which it was.
 *
 * @example
 * idsIn(call(CancelOrder, { AccountId, OrderId: 6500 })); // { AccountId, OrderId: 6500 }
 */
export const idsIn = ({ payload }: Pick<Call<unknown>, 'payload'>): Readonly<Record<string, unknown>> => {
  if (payload._tag === 'Left') return {};
  const params = readLongIntegers(payload.right)?.value;
  return typeof params === 'object' && params !== null
    ? Object.fromEntries(Object.entries(params).filter(isId))
    : {};
};
