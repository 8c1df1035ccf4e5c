import type { AccountOptions } from './engineOf.ts';
import { type Ids, idsOfProcess } from './ids.ts';
import type { OrderKey } from './shelf.ts';

/** Options for the `ClientOrderId` of an order. */
export interface IdOptions extends Pick<AccountOptions, 'idTag'> {
  /** The source of ids for orders without a `ClientOrderId`. @default the shared source of this process for `idTag` */
  readonly ids?: Ids;
}

/** The id of an order that is about to be sent. */
export interface GivenId {
  readonly ClientOrderId: OrderKey;
  /** Whether it comes from outside, and may have been used before. */
  readonly isGiven: boolean;
}

const narrow = (id: OrderKey): OrderKey => (Number.isSafeInteger(Number(id)) ? Number(id) : id);

/** The id that the caller gave an order, or one that was not given before. */
export const idOf = (given: OrderKey | undefined, { ids, idTag }: IdOptions): GivenId => {
  if (given !== undefined && BigInt(given) !== 0n) return { ClientOrderId: narrow(given), isGiven: true };
  return { ClientOrderId: (ids ?? idsOfProcess(idTag))(), isGiven: ids !== undefined };
};
