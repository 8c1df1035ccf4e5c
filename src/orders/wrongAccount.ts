import { isObject } from '../codec/isObject.ts';
import { InvalidRequest } from '../errors.ts';
import type { Mismatch } from '../mismatches.ts';
import { misfits, type Shapes } from '../misfits.ts';
import { SubscribeAccountEvents } from '../topics/SubscribeAccountEvents.ts';

const { name } = SubscribeAccountEvents;

/** Options that a stream goes by and is not given, as they stand beside the account: it would go on without them. */
const misplaced = (
  of: Readonly<Record<string, unknown>>,
  options: unknown,
  goesBy: readonly string[],
): readonly Mismatch[] =>
  goesBy
    .filter((option) => of[option] !== undefined)
    .filter((option) => !isObject(options) || options[option] === undefined)
    .map((path) => ({
      path,
      expected: 'among the options, the third argument,',
      found: 'beside the account',
    }));

/**
 * What is wrong with the arguments of a stream of an account where no compiler has looked at them, or `undefined`. What
 * account it is, the stream itself looks at; further keys beside it are passed over, as its terms may come from elsewhere.
 *
 * @param goesBy The options that what is told depends on: these are not passed over where they stand beside the account
 * and not among the options.
 */
export const wrongAccount = (
  of: unknown,
  options: unknown,
  shapes: Shapes,
  goesBy: readonly string[],
): InvalidRequest | undefined => {
  if (!isObject(of)) {
    const expected = 'an object with the AccountId';
    return new InvalidRequest(name, [{ path: 'the second argument', expected, found: typeof of }]);
  }
  const wrong = [
    ...(options === undefined ? [] : misfits(options, shapes)),
    ...misplaced(of, options, goesBy),
  ];
  return wrong.length === 0 ? undefined : new InvalidRequest(name, wrong);
};
