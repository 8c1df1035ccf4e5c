import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import * as t from 'io-ts';
import { IntegerInput } from '../codec/inputs/IntegerInput.ts';
import { LongInput } from '../codec/inputs/LongInput.ts';
import { isObject } from '../codec/isObject.ts';
import { InvalidRequest } from '../errors.ts';
import { mismatches } from '../mismatches.ts';

const named = (id: 'OrderId' | 'ClientOrderId') => t.type({ AccountId: IntegerInput, [id]: LongInput });
const byOrder = named('OrderId');
const byClient = named('ClientOrderId');

/**
 * What is wrong with how an order is named, or `undefined`: an order that is not named must not be looked for, since it
 * would not be found, and be said not to be there. Further keys are passed over.
 *
 * @param verb The verb that was given the name.
 */
export const wrongOrder = (verb: string, of: unknown): InvalidRequest | undefined => {
  const given = isObject(of) ? of : {};
  const codec = !('OrderId' in given) && 'ClientOrderId' in given ? byClient : byOrder;
  return pipe(
    codec.decode(given),
    E.match(
      (errors) => new InvalidRequest(verb, mismatches(errors)),
      () => undefined,
    ),
  );
};
