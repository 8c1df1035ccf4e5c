import { Observable, Subject, timer } from 'rxjs';
import { TransportError } from '../errors.ts';
import { shownUrl, type SocketOptions, socketOptions } from './options.ts';
import type { Transport, Wire } from './transport.ts';

const closed = (url: string, wasOpen: boolean, code: number, reason: string): TransportError =>
  new TransportError(
    `${wasOpen ? 'The socket to' : 'Could not connect to'} ${shownUrl(url)}${wasOpen ? ' was closed' : ''} ` +
      `(code ${code}${reason === '' ? '' : `, ${reason}`}).`,
    { code },
  );

/**
 * The transport where the platform has a WebSocket of its own: browsers, workers, Deno, Bun, newer Node. It
 * contracts as {@link Transport} says; `terminate` closes and listens no more, as such a socket cannot be dropped.
 *
 * @example
 * const client = createClient({ transport: webSocket({ connectTimeout: 3_000 }) });
 */
export const webSocket = (options: SocketOptions = {}): Transport => {
  const { connectTimeout, maxPayload } = socketOptions(options);
  return (url) =>
    new Observable((subscriber) => {
      const messages = new Subject<string | Uint8Array>();
      const socket = new WebSocket(url);
      socket.binaryType = 'arraybuffer';
      let wasOpen = false;

      const lose = (error: TransportError): void => {
        messages.complete();
        subscriber.error(error);
      };

      const finish = (code?: number, reason?: string): void => {
        messages.complete();
        subscriber.complete();
        socket.close(code, reason);
      };

      const wire: Wire = {
        message$: messages.asObservable(),
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: (code = 1000, reason) => finish(code, reason),
        terminate: finish,
      };

      const opening = timer(connectTimeout).subscribe(() =>
        lose(new TransportError(`Could not connect to ${shownUrl(url)} within ${connectTimeout} ms.`)),
      );

      socket.onopen = () => {
        opening.unsubscribe();
        wasOpen = true;
        subscriber.next(wire);
      };
      socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
        const size = typeof data === 'string' ? data.length : data.byteLength;
        if (size <= maxPayload) messages.next(typeof data === 'string' ? data : new Uint8Array(data));
        else
          lose(
            new TransportError(`A message of ${size} exceeds maxPayload (${maxPayload}).`, { code: 1009 }),
          );
      };
      socket.onclose = ({ code, reason }) => lose(closed(url, wasOpen, code, reason));

      subscriber.add(opening);
      subscriber.add(() => {
        socket.onopen = socket.onmessage = socket.onclose = null;
        messages.complete();
        socket.close();
      });
    });
};
