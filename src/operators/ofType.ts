import { filter, type MonoTypeOperatorFunction } from 'rxjs';
import type { Frame, MessageType } from '../frame.ts';

/**
 * Lets the frames of these message types through, on any source of frames: live, recorded or drawn.
 *
 * @example
 * client.frame$.pipe(ofType(MessageType.Event));
 */
export const ofType = (...types: readonly MessageType[]): MonoTypeOperatorFunction<Frame> =>
  filter(({ type }) => types.includes(type));
