import { Observable, Subject } from 'rxjs';
import { type RawData, WebSocket } from 'ws';
import { TransportError } from '../errors.ts';
import { defaultSocketOptions, shownUrl, type SocketOptions } from './options.ts';
import type { Transport, Wire } from './transport.ts';

/** How long the other side may take to agree to a close that we asked for, in milliseconds. */
const closeTimeout = 1_000;

// One string a message: JSON.parse needs it anyway. The Buffer may be a view of a larger chunk and is never kept.
const textOf = (data: RawData): string => (data as Buffer).toString('utf8');

const closed = (url: string, code: number, reason: Buffer): TransportError =>
  new TransportError(
    `The socket to ${shownUrl(url)} was closed (code ${code}${reason.length > 0 ? `, ${reason.toString('utf8')}` : ''}).`,
    { code },
  );

const failed = (url: string, wasOpen: boolean, cause: Error): TransportError =>
  new TransportError(
    wasOpen
      ? `The socket to ${shownUrl(url)} failed: ${cause.message}.`
      : `Could not connect to ${shownUrl(url)}: ${cause.message}.`,
    { cause },
  );

const toWire = (socket: WebSocket, message$: Subject<string>): Wire => ({
  message$: message$.asObservable(),
  send: (text) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(text);
  },
  close: (code = 1000, reason) => socket.close(code, reason),
  terminate: () => {
    message$.complete();
    socket.terminate();
  },
});

/**
 * The transport on Node: a WebSocket without compression, its messages as text. It contracts as {@link Transport}
 * says; closing gives the other side one second to agree.
 *
 * @example
 * const client = createClient({ transport: webSocket({ connectTimeout: 3_000 }) });
 */
export const webSocket = (options: SocketOptions = {}): Transport => {
  const { connectTimeout, maxPayload } = { ...defaultSocketOptions, ...options };
  return (url) =>
    new Observable((subscriber) => {
      const messages = new Subject<string>();
      let isAskedFor = false;
      let wasOpen = false;
      let failure: Error | undefined;

      const open = (): WebSocket | undefined => {
        try {
          return new WebSocket(url, {
            ...{ handshakeTimeout: connectTimeout, maxPayload, closeTimeout, perMessageDeflate: false },
          });
        } catch (error) {
          // An address that is none: `ws` throws instead of emitting.
          subscriber.error(failed(url, false, error as Error));
          return undefined;
        }
      };
      const socket = open();
      if (socket === undefined) return;
      const wire = toWire(socket, messages);

      socket.on('open', () => {
        wasOpen = true;
        subscriber.next({
          ...wire,
          close: (code, reason) => {
            isAskedFor = true;
            wire.close(code, reason);
          },
          terminate: () => {
            isAskedFor = true;
            wire.terminate();
          },
        });
      });
      socket.on('message', (data) => messages.next(textOf(data)));
      socket.on('error', (error) => {
        failure = error;
      });
      socket.on('close', (code, reason) => {
        messages.complete();
        if (isAskedFor) subscriber.complete();
        else
          subscriber.error(failure === undefined ? closed(url, code, reason) : failed(url, wasOpen, failure));
      });

      subscriber.add(() => {
        messages.complete();
        socket.close(1000);
      });
    });
};
