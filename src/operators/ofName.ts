import { filter, type MonoTypeOperatorFunction } from 'rxjs';
import type { Frame } from '../frame.ts';

/**
 * Lets only the frames of this function or event through. Case is ignored, as gateways and manuals differ in it.
 *
 * @example
 * client.frame$.pipe(ofType(MessageType.Event), ofName('Level2UpdateEvent'));
 */
export const ofName = (name: string): MonoTypeOperatorFunction<Frame> => {
  const wanted = name.toLowerCase();
  return filter((frame) => frame.name === name || frame.name.toLowerCase() === wanted);
};
