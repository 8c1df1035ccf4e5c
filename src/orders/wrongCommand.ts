import { call, type Endpoint } from '../endpoint.ts';
import type { InvalidRequest } from '../errors.ts';
import { type Shapes, wrongOptions } from '../misfits.ts';

/** What is wrong with a command before it is sent, with its parameters or else with its options; or `undefined`. */
export const wrongCommand = <Params, Reply>(
  endpoint: Endpoint<Params, Reply>,
  params: Params,
  options: unknown,
  shapes: Shapes,
): InvalidRequest | undefined => {
  const { payload } = call(endpoint, params);
  return payload._tag === 'Left' ? payload.left : wrongOptions(endpoint.name, options, shapes);
};
