import { delay, Observable, Subject, type Subscriber, Subscription, timer } from 'rxjs';
import type { TransportError } from '../errors.ts';
import { checkAddress, noAddress } from './address.ts';
import { notOpened, type PlatformFailure, tooSlow, wasClosed } from './browserFailure.ts';
import { closingCode, closingReason } from './closing.ts';
import { isWithin, type SocketOptions, socketOptions, tooLarge } from './options.ts';
import type { Transport, Wire } from './transport.ts';

/** How long the other side may take to agree to a close that we asked for, in milliseconds. */
const closeTimeout = 1_000;

/** An opening that a busy page has not read yet is no late one: so much longer it may take, in milliseconds. */
const grace = 50;

/** A platform completes an address that is none with that of the page, and throws at some others. */
const open = (url: string): WebSocket => {
  try {
    const socket = new WebSocket(checkAddress(url));
    socket.binaryType = 'arraybuffer';
    return socket;
  } catch (error) {
    throw noAddress(url, error as Error);
  }
};

/** Listens no more, and closes: a platform's socket cannot be dropped. */
const leave = (socket: WebSocket): void => {
  socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
  socket.close(1_000);
};

/** The end of a socket: the messages complete, then whoever opened it is told. */
const createEnd = (messages: Subject<string | Uint8Array>, subscriber: Subscriber<Wire>) => {
  let cause: TransportError | undefined;
  return {
    cause: () => cause,
    lose: (error: TransportError): void => {
      cause = error;
      messages.complete();
      subscriber.error(error);
    },
    finish: (): void => {
      messages.complete();
      subscriber.complete();
    },
  };
};

type End = ReturnType<typeof createEnd>;

const wireOn = (
  socket: WebSocket,
  messages: Subject<string | Uint8Array>,
  { cause, finish }: End,
): { readonly wire: Wire; readonly closing: Subscription } => {
  const closing = new Subscription();
  const wire: Wire = {
    message$: messages.asObservable(),
    send: (text) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    close: (code = 1_000, reason = '') => {
      socket.onclose = finish;
      socket.close(closingCode(code), closingReason(reason));
      closing.add(timer(closeTimeout).subscribe(finish));
    },
    terminate: finish,
    cause,
  };
  return { wire, closing };
};

const connect = (url: string, options: SocketOptions, subscriber: Subscriber<Wire>): void => {
  const { connectTimeout, maxPayload } = socketOptions(options);
  const socket = open(url);
  const messages = new Subject<string | Uint8Array>();
  const end = createEnd(messages, subscriber);
  const { wire, closing } = wireOn(socket, messages, end);
  const opening = timer(connectTimeout)
    .pipe(delay(grace))
    .subscribe(() => end.lose(tooSlow(url, connectTimeout)));

  socket.onopen = () => {
    opening.unsubscribe();
    // What fails from now on is closed as well, and told then.
    socket.onerror = null;
    subscriber.next(wire);
  };
  // A page whose policy forbids the address is told nothing else.
  socket.onerror = (event: Event & PlatformFailure) => end.lose(notOpened(url, event));
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (isWithin(data, maxPayload)) messages.next(typeof data === 'string' ? data : new Uint8Array(data));
    else end.lose(tooLarge(url, maxPayload));
  };
  socket.onclose = (event) => end.lose(wasClosed(url, event));

  subscriber.add(() => {
    opening.unsubscribe();
    closing.unsubscribe();
    messages.complete();
    leave(socket);
  });
};

/**
 * The transport for platforms with a WebSocket of their own: browsers and workers. It behaves as {@link Transport}
 * says, within the limits of such a socket:
 *
 * - `terminate` closes the socket and stops listening.
 * - `close` gives the other side one second to agree. It sends 1000 instead of a code that is reserved for the
 *   protocol, and cuts the reason to 123 bytes.
 * - An incomplete message does not show that the link is alive.
 *
 * An address that is invalid, or not of `ws:` or `wss:`, is a final error.
 *
 * @example
 * const client = createClient({ transport: webSocket({ connectTimeout: 3_000 }) });
 */
export const webSocket =
  (options: SocketOptions = {}): Transport =>
  (url) =>
    new Observable((subscriber) => connect(url, options, subscriber));
