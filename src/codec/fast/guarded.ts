import type * as t from 'io-ts';
import { copyOf } from './copyOf.ts';

/** True only of values that a codec decodes to themselves. */
export type Guard = (u: unknown) => boolean;

const guardsOfCodecs = new WeakMap<t.Mixed, readonly (Guard | t.Mixed)[]>();

/** As {@link guarded}, of a codec just made: without a copy. */
export const withGuards = <C extends t.Mixed>(codec: C, guards: readonly (Guard | t.Mixed)[]): C => {
  guardsOfCodecs.set(codec, guards);
  return codec;
};

/** What was told of a codec by {@link guarded}; `undefined` where nothing was. */
export const guardsOf = (codec: t.Mixed): readonly (Guard | t.Mixed)[] | undefined =>
  guardsOfCodecs.get(codec);

/**
 * Declares for which values a codec of your own decodes to the very same value, so that {@link fast} can check it
 * inside others. Where no guard says yes, the codec decodes as ever.
 *
 * @param codec It must be pure: the same input, the same outcome.
 * @param guards True only where `decode` gives back its input unchanged; they must not throw. Or codecs: then it
 * holds for whatever one of them decodes unchanged. `Number.isSafeInteger`, `t.number.is` and their kind are known to
 * `fast` and cost least, so they go first. Where no guard says yes, the codec is asked.
 *
 * @example
 * const Trimmed = new t.Type('Trimmed', t.string.is, (u, context) => t.success(String(u).trim()), String);
 * const Word = guarded(Trimmed, (u) => typeof u === 'string' && u === u.trim());
 * fast(t.type({ Symbol: Word })).decode({ Symbol: 'BTCCLP' }); // the object itself
 */
export const guarded = <C extends t.Mixed>(codec: C, ...guards: readonly (Guard | t.Mixed)[]): C =>
  withGuards(copyOf(codec, {}), guards);
