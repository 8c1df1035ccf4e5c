import { type Observable, Subject } from 'rxjs';
import { wallNow } from '../clock.ts';
import type { TellMessage } from '../socket.ts';
import { withoutSecrets } from '../withoutSecrets.ts';

/** One message sent or received, without its secrets. */
export interface Traffic {
  /** When it was received or sent, in milliseconds since 1970. */
  readonly at: number;
  /** The socket it was on: 1 is the first that the client opened, 2 the next. */
  readonly socket: number;
  /** `in`: received from the gateway; `out`: sent to it. */
  readonly direction: 'in' | 'out';
  /** The message, with `***` in place of each secret. `readFrame` parses it if it is a frame. */
  readonly text: string;
}

/** The messages of all sockets of a connection. */
export interface TrafficWatch {
  /** Every message from now on: hot, without replay. */
  readonly traffic$: Observable<Traffic>;
  /** Takes the messages of one more socket. It does nothing with them while nobody listens. */
  readonly nextSocket: () => TellMessage;
  /** Completes the stream. */
  readonly end: () => void;
}

/** Makes the {@link TrafficWatch} of a connection. */
export const createTrafficWatch = (): TrafficWatch => {
  const traffic = new Subject<Traffic>();
  let sockets = 0;
  return {
    traffic$: traffic.asObservable(),
    nextSocket: () => {
      const socket = (sockets += 1);
      return (direction, text) => {
        if (traffic.observed) traffic.next({ at: wallNow(), socket, direction, text: withoutSecrets(text) });
      };
    },
    end: () => traffic.complete(),
  };
};
