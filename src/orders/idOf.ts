import type { Engine } from './engine.ts';
import { type Ids, idsOfProcess } from './ids.ts';
import type { OrderKey } from './shelf.ts';

/** Options for the `ClientOrderId` of an order. */
export interface IdOptions {
  /** The source of ids for orders without a `ClientOrderId`. @default the shared source of this process for `idTag` */
  readonly ids?: Ids;
  /**
   * The number of this process, 0 to 7. Processes that trade one account need different numbers. With an `idTag`,
   * orders from earlier runs of the process count as ours too.
   *
   * @default 0 in the ids, and only orders that this run sent count as ours
   */
  readonly idTag?: number;
}

/** The id of an order that is about to be sent. */
export interface GivenId {
  readonly ClientOrderId: OrderKey;
  /** Whether it comes from outside, and may have been used before. */
  readonly isGiven: boolean;
}

const narrow = (id: OrderKey): OrderKey => (Number.isSafeInteger(Number(id)) ? Number(id) : id);

/** The id that the caller gave an order, or one that was not given before. */
export const idOf = (
  given: OrderKey | undefined,
  { tags }: Pick<Engine, 'tags'>,
  { ids, idTag }: IdOptions,
): GivenId => {
  if (idTag !== undefined) tags.add(idTag);
  if (given !== undefined && BigInt(given) !== 0n) return { ClientOrderId: narrow(given), isGiven: true };
  return { ClientOrderId: (ids ?? idsOfProcess(idTag))(), isGiven: ids !== undefined };
};
