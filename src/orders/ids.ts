import { asyncScheduler } from 'rxjs';
import { entryOf } from '../entry.ts';

/** A source of order ids: each call returns an id that it has not returned before. */
export type Ids = () => number;

/** Options of {@link createIds}. */
export interface IdsOptions {
  /**
   * The number of this process, 0 to 7. Processes that trade one account need different numbers.
   *
   * @default 0
   */
  readonly idTag?: number;
  /** The current time in milliseconds since 1970. @default the time of RxJS's `asyncScheduler` */
  readonly now?: () => number;
  /** A number in [0, 1). @default Math.random */
  readonly random?: () => number;
}

const perTag = 128;
const perMillisecond = 8 * perTag;
/** The start of 2024, in milliseconds since 1970: no id is older. */
const earliest = 1_704_067_200_000;
const day = 86_400_000;

/** What the number of a process is. */
export const aTag = 'an integer from 0 to 7';

/** Says whether it is the number of a process; any other would run into the time. */
export const isTag = (tag: number): boolean => Number.isInteger(tag) && tag >= 0 && tag < 8;

/**
 * The same tag, where it is one.
 *
 * @throws RangeError where it is none.
 */
export const checkedTag = (tag: number): number => {
  if (isTag(tag)) return tag;
  throw new RangeError(`An idTag is ${aTag}, not ${tag}.`);
};

/** The parts of an id from {@link createIds}. */
export interface IdParts {
  /** When the id was created, in milliseconds since 1970. */
  readonly at: number;
  readonly idTag: number;
}

/**
 * When an id was created, and by which process. It is `undefined` for an id that does not come from {@link createIds},
 * such as a small counter, a time in milliseconds, or 0.
 *
 * @param now The current time, in milliseconds since 1970. An id from more than a day later is not accepted.
 */
export const partsOfId = (id: number | bigint, now: number = asyncScheduler.now()): IdParts | undefined => {
  const value = Number(id);
  const at = Math.floor(value / perMillisecond);
  // A clock that a test owns may stand before all of them.
  const latest = Math.max(now, earliest) + day;
  if (!Number.isSafeInteger(value) || at < earliest || at > latest) return undefined;
  return { at, idTag: Math.floor((value % perMillisecond) / perTag) };
};

/** A source of order ids with `raise`, which makes all later ids greater than a given one. */
export type RisingIds = Ids & { readonly raise: (id: number | bigint) => void };

/**
 * A source of order ids. The ids are integers below 2^53 that always increase. The tag keeps them apart from those of
 * other processes. They stay unique over restarts, unless the clock is set back by more than the time since the last
 * order.
 *
 * An id is the milliseconds since 1970 × 1024 + the tag × 128 + a number within the millisecond, from a random start.
 * When the numbers of a millisecond are used up, those of the next millisecond are used.
 *
 * @example
 * const ids = createIds({ idTag: 1 });
 * console.log(ids() < ids()); // true
 */
export const createIds = (options: IdsOptions = {}): RisingIds => {
  const { idTag = 0, now = () => asyncScheduler.now(), random = Math.random } = options;
  const tag = checkedTag(idTag);
  let at = earliest;
  let within = perTag;
  const next = (): number => {
    const present = Math.floor(now());
    if (present > at) {
      at = present;
      within = Math.floor(random() * perTag);
    } else if (within >= perTag) {
      at += 1;
      within = 0;
    }
    within += 1;
    return at * perMillisecond + tag * perTag + within - 1;
  };
  const raise = (id: number | bigint): void => {
    const parts = partsOfId(id, now());
    if (parts === undefined || id < at * perMillisecond + tag * perTag + within) return;
    at = parts.at;
    within = perTag;
  };
  return Object.assign(next, { raise });
};

const sources = new Map<number, RisingIds>();

/** The one source of this process for a tag: two would give the same id now and then. */
export const idsOfProcess = (idTag = 0): RisingIds => entryOf(sources, idTag, () => createIds({ idTag }));
