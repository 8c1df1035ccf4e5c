import type { Engine } from './engine.ts';
import { type Ids, idsOfProcess } from './ids.ts';
import type { OrderKey } from './shelf.ts';

/** Where the id of an order comes from. */
export interface IdOptions {
  /** What gives it, where the order has none. @default the source of this process, by `idTag` */
  readonly ids?: Ids;
  /**
   * Which process this is, 0 to 7. Give each process that trades one account another; with it, orders of the earlier runs
   * of the process are ours.
   *
   * @default 0, and only what this run sent is ours
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
