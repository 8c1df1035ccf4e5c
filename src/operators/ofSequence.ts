import { filter, type MonoTypeOperatorFunction } from 'rxjs';
import type { Frame } from '../frame.ts';

/**
 * Lets only the frames with this sequence number through. Replies and error frames repeat the number of their request;
 * an event may carry the same number by chance, so filter by type as well.
 *
 * @example
 * frame$.pipe(ofType(MessageType.Reply, MessageType.Error), ofSequence(2), take(1));
 */
export const ofSequence = (sequence: number): MonoTypeOperatorFunction<Frame> =>
  filter((frame) => frame.sequence === sequence);
