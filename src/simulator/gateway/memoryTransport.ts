import { asyncScheduler, Observable, Subject } from 'rxjs';
import { TransportError } from '../../errors.ts';
import type { Transport, Wire } from '../../transport/transport.ts';
import type { Connected, Peer } from './peer.ts';

/** A socket that asks to be closed and is not heard is given up after this many milliseconds. */
const closeTimeout = 30_000;

/** The exchange that a transport leads into. */
export interface Inside {
  /** Asks whether one more connection is let in. */
  readonly admit: () => boolean;
  /** Opens the exchange's side of a connection. */
  readonly connect: (peer: Peer) => Connected;
  readonly isMuted: () => boolean;
  /** In milliseconds. */
  readonly latency: number;
}

/** Creates the transport that leads into an exchange, whatever the URL. */
export const createMemoryTransport =
  ({ admit, connect, isMuted, latency }: Inside): Transport =>
  () =>
    new Observable<Wire>((subscriber) => {
      const message$ = new Subject<string>();
      let connected: Connected | undefined;
      let cause: TransportError | undefined;
      const over = (): void => {
        connected?.end();
        connected = undefined;
        message$.complete();
      };
      const end = (): void => {
        over();
        subscriber.complete();
      };
      const after = (delay: number, work: () => void): void => {
        if (delay === 0) work();
        else subscriber.add(asyncScheduler.schedule(work, delay));
      };
      let isClosing = false;
      const wire: Wire = {
        message$: message$.asObservable(),
        send: (text) => {
          if (!isClosing) connected?.receive(text);
        },
        close: () => {
          if (isClosing) return;
          isClosing = true;
          after(isMuted() ? closeTimeout : latency, end);
        },
        terminate: end,
        cause: () => cause,
      };
      const open = (): void => {
        if (!admit()) {
          subscriber.error(new TransportError('The exchange refused the connection'));
          return;
        }
        connected = connect({
          send: (text) => message$.next(text),
          drop: (code) => {
            cause = new TransportError('The exchange dropped the connection', { code });
            over();
            subscriber.error(cause);
          },
        });
        subscriber.next(wire);
      };
      subscriber.add(over);
      after(latency, open);
    });
