import { isObject } from '../codec/isObject.ts';
import { InvalidRequest } from '../errors.ts';
import { type Shapes, wrongOptions } from '../misfits.ts';
import { SubscribeAccountEvents } from '../topics/SubscribeAccountEvents.ts';

const { name } = SubscribeAccountEvents;

/** An option beside the account would be passed over in silence: of `since`, no past would come. */
const misplaced = (of: object, shapes: Shapes): InvalidRequest | undefined => {
  const paths = Object.keys(of).filter((key) => Object.hasOwn(shapes, key));
  const mismatches = paths.map((path) => ({
    path,
    expected: 'in the third argument',
    found: 'in the second',
  }));
  return mismatches.length === 0 ? undefined : new InvalidRequest(name, mismatches);
};

/**
 * What is wrong with the arguments of a stream of an account where no compiler has looked at them, or `undefined`. What
 * account it is, the stream itself looks at.
 */
export const wrongAccount = (of: unknown, options: unknown, shapes: Shapes): InvalidRequest | undefined => {
  if (isObject(of)) return misplaced(of, shapes) ?? wrongOptions(name, options, shapes);
  const expected = 'an object with the AccountId';
  return new InvalidRequest(name, [{ path: 'the second argument', expected, found: typeof of }]);
};
