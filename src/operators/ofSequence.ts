import { filter, type MonoTypeOperatorFunction } from 'rxjs';
import type { Frame } from '../frame.ts';

/**
 * Lets the frames with this sequence number through. Only replies and errors repeat the number of a request; an
 * event may carry it by chance, so filter by type as well.
 *
 * @example
 * frame$.pipe(ofType(MessageType.Reply, MessageType.Error), ofSequence(2), take(1));
 */
export const ofSequence = (sequence: number): MonoTypeOperatorFunction<Frame> =>
  filter((frame) => frame.sequence === sequence);
