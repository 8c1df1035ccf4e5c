import { filter, type MonoTypeOperatorFunction } from 'rxjs';
import type { Frame, MessageType } from '../frame.ts';

/**
 * Lets only the frames of these message types through. It works on any source of frames: live, recorded or from a
 * marble diagram.
 *
 * @example
 * client.frame$.pipe(ofType(MessageType.Event));
 */
export const ofType = (...types: readonly MessageType[]): MonoTypeOperatorFunction<Frame> =>
  filter(({ type }) => types.includes(type));
