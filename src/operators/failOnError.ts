import { map, type MonoTypeOperatorFunction } from 'rxjs';
import { GatewayError } from '../errors.ts';
import type { Frame } from '../frame.ts';
import { readJson } from '../json/json.ts';
import { refusalOf } from '../refusal.ts';

/**
 * Passes frames on until one is a refusal, by its type or its payload; then it errors with a `GatewayError`. Put it
 * before {@link payload}.
 *
 * @example
 * frame$.pipe(ofSequence(2), failOnError(), payload(t.readonlyArray(Instrument)));
 */
export const failOnError = (): MonoTypeOperatorFunction<Frame> =>
  map((frame) => {
    const refusal = refusalOf(frame.type, readJson(frame.payload));
    if (refusal !== undefined) throw new GatewayError(frame.name, refusal);
    return frame;
  });
