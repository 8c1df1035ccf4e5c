import { Observable, Subject } from 'rxjs';
import { type RawData, WebSocket } from 'ws';
import { TransportError } from '../errors.ts';
import { defaultSocketOptions, shownUrl, type SocketOptions } from './options.ts';
import type { Transport, Wire } from './transport.ts';

/** How long the other side may take to agree to a close that we asked for, in milliseconds. */
const closeTimeout = 1_000;

// One string a message: JSON.parse needs it anyway. The Buffer may be a view of a larger chunk and is never kept.
const textOf = (data: RawData): string => (data as Buffer).toString('utf8');

const closed = (url: string, code: number, reason: Buffer): TransportError => {
  const said = reason.length > 0 ? `, ${reason.toString('utf8')}` : '';
  return new TransportError(`The socket to ${shownUrl(url)} was closed (code ${code}${said}).`, { code });
};

const failed = (url: string, wasOpen: boolean, cause: Error): TransportError => {
  const what = wasOpen ? 'The socket failed' : 'Could not connect';
  return new TransportError(`${what}: ${shownUrl(url)}: ${cause.message}.`, { cause });
};

/** An address that is none makes `ws` throw, where every other failure is emitted. */
const open = (url: string, { connectTimeout, maxPayload }: Required<SocketOptions>): WebSocket => {
  // `closeTimeout` is newer than the types.
  const options = { handshakeTimeout: connectTimeout, maxPayload, closeTimeout, perMessageDeflate: false };
  try {
    return new WebSocket(url, options);
  } catch (error) {
    throw failed(url, false, error as Error);
  }
};

/**
 * The transport on Node: a WebSocket without compression, its messages as text. It contracts as {@link Transport}
 * says; closing gives the other side one second to agree.
 *
 * @example
 * const client = createClient({ transport: webSocket({ connectTimeout: 3_000 }) });
 */
export const webSocket = (options: SocketOptions = {}): Transport => {
  const settled = { ...defaultSocketOptions, ...options };
  return (url) =>
    new Observable((subscriber) => {
      const socket = open(url, settled);
      const messages = new Subject<string>();
      let wasOpen = false;
      let isOurEnd = false;
      let failure: Error | undefined;

      const wire: Wire = {
        message$: messages.asObservable(),
        send: (text) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        close: (code = 1000, reason) => {
          isOurEnd = true;
          socket.close(code, reason);
        },
        terminate: () => {
          isOurEnd = true;
          messages.complete();
          socket.terminate();
        },
      };

      socket.on('open', () => {
        wasOpen = true;
        subscriber.next(wire);
      });
      socket.on('message', (data) => messages.next(textOf(data)));
      socket.on('error', (error) => {
        failure = error;
      });
      socket.on('close', (code, reason) => {
        messages.complete();
        if (isOurEnd) subscriber.complete();
        else
          subscriber.error(failure === undefined ? closed(url, code, reason) : failed(url, wasOpen, failure));
      });

      subscriber.add(() => {
        messages.complete();
        socket.close(1000);
      });
    });
};
