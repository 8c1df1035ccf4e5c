import { isObject } from '../codec/isObject.ts';
import { InvalidRequest } from '../errors.ts';
import { type Shapes, wrongOptions } from '../misfits.ts';
import { SubscribeAccountEvents } from '../topics/SubscribeAccountEvents.ts';

const { name } = SubscribeAccountEvents;

/**
 * What is wrong with the arguments of a stream of an account where no compiler has looked at them, or `undefined`. What
 * account it is, the stream itself looks at; further keys beside it are passed over, as its terms may come from elsewhere.
 */
export const wrongAccount = (of: unknown, options: unknown, shapes: Shapes): InvalidRequest | undefined => {
  if (isObject(of)) return wrongOptions(name, options, shapes);
  const expected = 'an object with the AccountId';
  return new InvalidRequest(name, [{ path: 'the second argument', expected, found: typeof of }]);
};
