import * as t from 'io-ts';
import { numberFrom } from './numberFrom.ts';
import { scalar } from './scalar.ts';

/**
 * A moment in milliseconds since 1970, UTC. Old gateways send it with a fraction or as text; one venue sends
 * seconds, which only you can tell.
 *
 * @example
 * EpochMs.decode('1534862990358'); // right(1534862990358)
 */
export const EpochMs: t.Type<number> = scalar({
  name: 'a time in milliseconds',
  is: t.number.is,
  read: numberFrom,
});
