import { asyncScheduler, Observable, Subject } from 'rxjs';
import { TransportError } from '../../errors.ts';
import type { Transport, Wire } from '../../transport/transport.ts';
import type { Faults } from './faults.ts';
import type { Connected, Peer } from './session.ts';

/** A socket that asks to be closed and is not heard is given up after this many milliseconds. */
const closeTimeout = 30_000;

/**
 * Creates the transport that leads into an exchange, whatever the URL.
 *
 * @param connect opens the exchange's side of a connection
 * @param latency in milliseconds
 */
export const createMemoryTransport =
  (connect: (peer: Peer) => Connected, faults: Faults, latency: number): Transport =>
  () =>
    new Observable<Wire>((subscriber) => {
      const message$ = new Subject<string>();
      let connected: Connected | undefined;
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
          after(faults.isMuted() ? closeTimeout : latency, end);
        },
        terminate: end,
      };
      const open = (): void => {
        if (!faults.admit()) {
          subscriber.error(new TransportError('The exchange refused the connection'));
          return;
        }
        connected = connect({
          send: (text) => message$.next(text),
          drop: (code) => {
            over();
            subscriber.error(new TransportError('The exchange dropped the connection', { code }));
          },
        });
        subscriber.next(wire);
      };
      subscriber.add(over);
      after(latency, open);
    });
