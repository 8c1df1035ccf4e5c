import { call } from '../endpoint.ts';
import { CancelAllOrders } from '../endpoints/trading/CancelAllOrders.ts';
import { InvalidRequest } from '../errors.ts';
import { misfits, type Shapes } from '../misfits.ts';

/** Which orders to cancel. */
export interface CancelAllRequest {
  readonly AccountId: number;
  /** Only orders on this instrument. @default all instruments */
  readonly InstrumentId?: number;
  /**
   * `mine`: only orders that are ours, see `isOurs`. `account`: all orders, also those of other processes and of
   * people.
   */
  readonly scope: 'mine' | 'account';
}

/**
 * What is wrong with a request: by a scope or an instrument that is none, or a tag that no id has, all orders would be
 * left and called canceled; by an instrument that is misspelt, those of all would be canceled.
 *
 * @param shapes The options that there are.
 */
export const wrongCancelAll = (
  { scope, ...params }: CancelAllRequest,
  options: unknown,
  shapes: Shapes,
): InvalidRequest | undefined => {
  const { payload } = call(CancelAllOrders, params);
  if (payload._tag === 'Left') return payload.left;
  // From plain JavaScript anything may come.
  const given: unknown = scope;
  const isScope = given === 'mine' || given === 'account';
  const mismatches = [
    ...(isScope ? [] : [{ path: 'scope', expected: "'mine' or 'account'", found: String(given) }]),
    ...misfits(options, shapes),
  ];
  return mismatches.length === 0 ? undefined : new InvalidRequest(CancelAllOrders.name, mismatches);
};
